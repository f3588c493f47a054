import { requiredOf } from '#platform/sheet/header/find-header.ts';
import { type ColumnSpec, knownColumns } from '#platform/sheet/header/header-match.ts';
import { type HeadingLines, headingLines } from '#platform/sheet/header/heading-lines.ts';
import { columnIndex, type SheetRow } from '../sheet-row.ts';
import { isBlankLine, isNoData, type Positions } from './no-data-rows.ts';
import type { SheetPart } from './table-parts.ts';

/** A row below the header is a record, a line without a record (such as a repeated heading), or blank. */
export type RowKind = 'RECORD' | 'NONE' | 'BLANK';

/** Distinguishes records from the other rows below a header. */
export interface RowClassifier {
  readonly headings: HeadingLines;
  kindOf(row: SheetRow): RowKind;
}

export function rowClassifier({ header, top }: SheetPart, columns: readonly ColumnSpec[]): RowClassifier {
  const positions = new Map(header.recognised.map(({ key, column }) => [key, columnIndex(column)]));
  const required = requiredOf(columns).map((need) => {
    const way = need.find((keys) => keys.every((key) => positions.has(key)));
    return positions.get(way?.at(-1) ?? '') ?? -1;
  });
  const places: Positions = { required, known: [...positions.values()] };
  const headings = headingLines(knownColumns(columns), header, top);
  return {
    headings,
    kindOf(row) {
      if (isBlankLine(row, places)) return 'BLANK';
      return isNoData(row, header, places) || headings.isHeadings(row) ? 'NONE' : 'RECORD';
    },
  };
}
