import { withoutBlanks } from '#schema/text.ts';

const OPEN = /[[(【〖{〔﹝<《]/g;
const CLOSE = /[\])】〗}〕﹞>》]/g;

const folded = (text: string): string => withoutBlanks(text).replace(OPEN, '〔').replace(CLOSE, '〕');

const NUMBER = /^(.*?)〔(\d{4})年?〕(?:第|字)?0*(\d+(?:[-—]\d+)?)号?$/u;

/**
 * The number of a document in the one form in which it is kept and compared: 冀财农[2026]8号, 冀财农（２０２６）第８号 and
 * 冀财农〔2026〕8号 are the same. What does not look like the number of an office is only brought to one width.
 */
export function documentNumberOf(text: string): string {
  const plain = folded(text).replace(/^(?:文号|文件号)[:：]?/u, '');
  const [, office, year, number] = NUMBER.exec(plain) ?? [];
  return number === undefined ? plain : `${office}〔${year}〕${number}号`;
}

/** The year in the number of a document. */
export const yearOfNumber = (number: string): number | null => {
  const [, year] = /〔(\d{4})〕/.exec(number) ?? [];
  return year === undefined ? null : Number(year);
};

const IN_WORDS = /(\p{Script=Han}{1,20})〔(\d{4})年?〕(?:第|字)?0*(\d+(?:[-—]\d+)?)号?/gu;

/**
 * Numbers that a text may name, in their kept form, the longest first: the words before the name of an office run into it,
 * so that 转发冀财农〔2026〕8号 may name 冀财农〔2026〕8号 and others that end like it.
 */
export function numbersNamedIn(text: string): string[][] {
  return [...folded(text).matchAll(IN_WORDS)].map(([, words = '', year, number]) =>
    Array.from({ length: words.length }, (_, at) => `${words.slice(at)}〔${year}〕${number}号`),
  );
}
