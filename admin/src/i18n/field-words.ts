import { commonLabels, commonPaths } from '#schema/codes/labels/common.labels.ts';
import type { Label } from '#schema/codes/labels/define-labels.ts';
import { codeLabels, ownLabelsOf } from '#schema/codes/labels/field-labels.ts';

type Words = readonly [zh: string, en: string];

const wordsOf = ([zh, en]: Label): Words => [zh, en];

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
    return [source, wordsOf(label)];
  });
  const own = Object.entries(labels).map(([field, label]): [string, Words] => [field, wordsOf(label)]);
  return Object.fromEntries([...own, ...shown]);
}
