import type { CellReader } from '#modules/imports/cells/cells.rules.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import { headingOf, pathLabelOf } from '#schema/codes/labels/field-labels.ts';
import { importColumnLabel } from '#schema/codes/labels/import-columns.labels.ts';
import type { Lang } from '#schema/codes/lang.ts';

type LabelledColumn<K extends string> = ColumnSpec & {
  readonly key: K;
  /** The API field of the column, where the key is not its name: such as `village.path`. */
  readonly field?: string;
  /** How its cell is read, where it holds the field of the same name and nothing else. */
  readonly read?: <Key extends string>(cell: CellReader<Key>, key: Key) => unknown;
  /** What exports of former releases called it, where no label of today says so; the last of its names. */
  readonly former?: readonly string[];
};

const inBoth = (label: (lang: Lang) => string) => [label('zh'), label('en')] as const;

/** What a column and its field are called, in both languages; a masked field also without the remark that says so. */
function labelsOf(type: string, { key, field = key }: LabelledColumn<string>) {
  const label = pathLabelOf(type, field);
  const labels = [
    inBoth((lang) => headingOf([type], field, lang)),
    ...(label ? [[label[0], label[1]] as const] : []),
    inBoth((lang) => importColumnLabel(key, lang)),
  ];
  // What has no label is called by its own name.
  return labels.filter(([zh]) => zh !== field && zh !== key);
}

/**
 * The columns of a list about one type. Each is also read by its label on screens and that of its field in exports, in both
 * languages, so that an export can be imported again. Where the Chinese words of a label may name several columns, so do the
 * English ones, and the place of the column decides.
 */
export const labelled = <const K extends string, C extends LabelledColumn<K>>(
  type: string,
  columns: readonly C[],
): readonly C[] => {
  const all = columns.flatMap((column) => labelsOf(type, column));
  return columns.map((column) => {
    const { names, former = [], key, field = key } = column;
    const isMasked = field.endsWith('Masked');
    const shared = all.flatMap(([zh, en]) => (names.includes(zh) ? [en] : []));
    return {
      ...column,
      ...(isMasked ? { exact: inBoth((lang) => headingOf([type], field, lang)) } : {}),
      names: [...new Set([...names, ...labelsOf(type, column).flat(), ...shared, ...former])],
    };
  });
};
