import type { Lang } from '#schema/codes/lang.ts';

const known = new Map<string, Lang>();
/** Browsers send few different headers, which are cached; others are parsed each time. */
const mostKnown = 500;

/** The language that a request would rather have, of the two there are, by the weights of `Accept-Language`. */
export function languageOf(header = ''): Lang {
  const found = known.get(header) ?? readLanguage(header.slice(0, 500));
  if (known.size < mostKnown && header.length <= 500) known.set(header, found);
  return found;
}

function readLanguage(header: string): Lang {
  const weights = { zh: 0, en: 0 };
  let first: Lang | undefined;
  for (const part of header.split(',')) {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const [language = ''] = range.split('-');
    if (language !== 'zh' && language !== 'en') continue;
    first ??= language;
    const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
    if (weight > weights[language]) weights[language] = weight;
  }
  return weights.en > weights.zh || (weights.en > 0 && weights.en === weights.zh && first === 'en')
    ? 'en'
    : 'zh';
}
