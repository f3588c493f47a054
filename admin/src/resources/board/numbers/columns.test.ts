import { expect, test } from 'vitest';
import type { BoardLine } from '../board.graphql.ts';
import { boardCellsOf, boardColumnsOf, COLUMNS, countOf, nameOfLine, sortLines } from './columns.ts';

const line = (name: string, rateBps: number | null, overdue = 0): BoardLine => ({
  ...{ households: 0, duties: 0, done: 0, lateDone: 0, due: 0, missed: 0, excused: 0, upcoming: 0 },
  ...{ problemsOpen: 0, missingHelper: 0, rateBps, overdue, cadre: null },
  division: { code: name, name, path: name },
  filter: { period: '2026-Q4', divisionCode: name, cadre: null },
});

const lines = [line('甲', 5_000, 2), line('乙', null, 9), line('丙', 2_500, 4)];
const names = (sorted: BoardLine[]) => sorted.map(nameOfLine).join('');

test('rows keep the order of the divisions until a column is chosen', () => {
  expect(names(sortLines(lines, null))).toBe('甲乙丙');
});

test('a row without a rate stands last in both directions', () => {
  expect(names(sortLines(lines, { column: 'rate', isDescending: false }))).toBe('丙甲乙');
  expect(names(sortLines(lines, { column: 'rate', isDescending: true }))).toBe('甲丙乙');
});

test('sorting can bring the most overdue to the top', () => {
  expect(names(sortLines(lines, { column: 'overdue', isDescending: true }))).toBe('乙丙甲');
});

test('the columns of duties add up to the duties', () => {
  const counts = {
    ...line('甲', null, 3),
    ...{ duties: 21, done: 6, lateDone: 2, due: 5, missed: 4, excused: 1, upcoming: 5 },
  };
  const others = new Set(['households', 'duties', 'rate', 'problemsOpen', 'missingHelper']);
  const parts = COLUMNS.flatMap((column) =>
    others.has(column) || column === 'rate' ? [] : (countOf(counts, column) ?? 0),
  );
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(counts.duties);
});

test('a number that the viewer may not see is an empty cell, like a missing rate, and not zero', () => {
  const cells = boardCellsOf({ ...line('甲', null, 3), due: 5, missingHelper: null }, boardColumnsOf(false));
  expect(cells).toEqual([0, 0, 0, '', 2, 3, 0, 0, 0, 0, '']);
  expect(boardCellsOf(line('甲', 5_000), ['rate', 'overdue'])).toEqual(['50.0%', 0]);
});
