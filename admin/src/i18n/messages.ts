/** A leaf is [Chinese, English], so neither language can be forgotten. */
export interface MessageTree {
  readonly [key: string]: readonly [zh: string, en: string] | MessageTree;
}

export interface Phrases {
  [key: string]: string | Phrases;
}

const isLeaf = (value: MessageTree[string]): value is readonly [string, string] => Array.isArray(value);

export function phrasesOf(tree: MessageTree, lang: 'zh' | 'en'): Phrases {
  const side = lang === 'zh' ? 0 : 1;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, isLeaf(value) ? value[side] : phrasesOf(value, lang)]),
  );
}

/** Keys such as `ra.action.save` with their texts, for comparing two languages. */
export function flatten(phrases: object, prefix = ''): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(phrases)) {
    if (typeof value === 'string') flat[prefix + key] = value;
    else Object.assign(flat, flatten(value, `${prefix}${key}.`));
  }
  return flat;
}
