import { commonLabels, commonPaths } from '#schema/codes/labels/common.labels.ts';
import type { Label, Labels } from '#schema/codes/labels/define-labels.ts';
import { codeLabels, labelOf, ownLabelsOf } from '#schema/codes/labels/field-labels.ts';

type Words = readonly [zh: string, en: string];

/** Labels as messages, without the lists whose codes the fields hold. */
export const wordsOf = (labels: Labels): Record<string, Words> =>
  Object.fromEntries(Object.entries(labels).map(([field, [zh, en]]) => [field, [zh, en]]));

/**
 * Labels of the fields of some API types for one screen; the first type wins. `shownAs` are columns that show one field
 * but are read or sorted by another, such as `village.code` for the village.
 */
export function fieldsOf(
  types: readonly [string, ...string[]],
  shownAs: Readonly<Record<string, string>> = {},
): Record<string, Words> {
  const labels = Object.assign(
    {},
    codeLabels,
    commonLabels,
    commonPaths,
    ...types.map(ownLabelsOf).reverse(),
  ) as Record<string, Label>;
  const shown = Object.entries(shownAs).map(([source, field]): [string, Words] => {
    const label = labels[field];
    if (!label) throw new Error(`${types.join()}: ${field} has no label`);
    return [source, [label[0], label[1]]];
  });
  return { ...wordsOf(labels), ...Object.fromEntries(shown) };
}

/** The label of one field of an API type, such as an argument of a verb, for a message of its own. */
export function labelWords(type: string, field: string): Words {
  const label = labelOf(type, field) ?? commonPaths[field];
  if (!label) throw new Error(`${type}.${field} has no label`);
  return [label[0], label[1]];
}

/** What one code of a list is called. */
export const codeWords = <Key extends string>(
  list: { label: (key: Key, lang: 'zh' | 'en') => string },
  key: Key,
): Words => [list.label(key, 'zh'), list.label(key, 'en')];
