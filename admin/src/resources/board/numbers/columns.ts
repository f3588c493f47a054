import type { BoardCounts, BoardLine } from '../board.graphql.ts';
import type { BoardNumber } from './drill.ts';

export type BoardColumn = BoardNumber | 'rate';

/** In display order. Those from `done` to `upcoming`, except the rate, add up to the duties. */
export const COLUMNS: readonly BoardColumn[] = [
  'households',
  'duties',
  'done',
  'rate',
  'dueInTime',
  'overdue',
  'missed',
  'excused',
  'upcoming',
  'problemsOpen',
  'missingHelper',
];

/** Rows by cadre have no column of households without a helper. */
export const boardColumnsOf = (isCadres: boolean): readonly BoardColumn[] =>
  isCadres ? COLUMNS.filter((column) => column !== 'missingHelper') : COLUMNS;

/** Null where the viewer may not see the number. */
export const countOf = (counts: BoardCounts | BoardLine, number: BoardNumber): number | null =>
  number === 'dueInTime' ? counts.due - counts.overdue : counts[number];

export const rateText = (rateBps: number): string => `${(rateBps / 100).toFixed(1)}%`;

export const numberInColumn = (counts: BoardCounts | BoardLine, column: BoardColumn): number | null =>
  column === 'rate' ? counts.rateBps : countOf(counts, column);

/** Cells for a sheet: empty, not zero, where the viewer may not see the number. */
export const boardCellsOf = (
  counts: BoardCounts | BoardLine,
  columns: readonly BoardColumn[],
): (string | number)[] =>
  columns.map((column) => {
    const value = numberInColumn(counts, column);
    return value !== null && column === 'rate' ? rateText(value) : (value ?? '');
  });

export const nameOfLine = (line: BoardLine): string =>
  line.cadre?.name ?? line.division?.name ?? line.filter.cadre ?? line.filter.divisionCode ?? '';

export interface BoardSort {
  column: BoardColumn | 'name';
  isDescending: boolean;
}

/** Rows without a rate come last in both directions. */
export function sortLines(lines: readonly BoardLine[], sort: BoardSort | null): BoardLine[] {
  if (!sort) return [...lines];
  const { column, isDescending } = sort;
  const sign = isDescending ? -1 : 1;
  return [...lines].sort((one, other) => {
    if (column === 'name') return sign * nameOfLine(one).localeCompare(nameOfLine(other), 'zh-CN');
    const [a, b] = [numberInColumn(one, column), numberInColumn(other, column)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (a - b);
  });
}
