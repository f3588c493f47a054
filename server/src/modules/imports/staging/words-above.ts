import { placeOf, type Table } from '#platform/sheet/table/read-table.ts';

/** The heading of a column and the group above it, then the lines above the table. */
export const wordsAboveIn =
  ({ parts, above }: Table) =>
  (row: number, column: string): readonly string[] => {
    const { part } = placeOf(row);
    const found = parts[part]?.header.recognised.find(({ key }) => key === column);
    return [found?.heading ?? '', found?.group ?? '', ...(above[part] ?? [])];
  };
