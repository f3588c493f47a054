import type { CellReader } from '#modules/imports/cells/cells.rules.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import { headingOf } from '#schema/codes/labels/field-labels.ts';
import { importColumnLabel } from '#schema/codes/labels/import-columns.labels.ts';

type LabelledColumn<K extends string> = ColumnSpec & {
  readonly key: K;
  /** The API field of the column, where the key is not its name: such as `village.path`. */
  readonly field?: string;
  /** How its cell is read, where it holds the field of the same name and nothing else. */
  readonly read?: <Key extends string>(cell: CellReader<Key>, key: Key) => unknown;
};

/**
 * The columns of a list about one type. Each is also read by its label on screens and that of its field in exports, in both
 * languages, so that an export can be imported again.
 */
export const labelled = <const K extends string, C extends LabelledColumn<K>>(
  type: string,
  columns: readonly C[],
): readonly C[] =>
  columns.map((column) => {
    const field = column.field ?? column.key;
    const labels = (['zh', 'en'] as const).flatMap((lang) => [
      headingOf([type], field, lang),
      importColumnLabel(column.key, lang),
    ]);
    // What has no label is called by its own name.
    const isMore = (label: string) =>
      label !== field && label !== column.key && !column.names.includes(label);
    return { ...column, names: [...column.names, ...new Set(labels.filter(isMore))] };
  });
