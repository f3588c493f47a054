import {
  type AmbiguousCell,
  type Assignment,
  assignColumns,
  type ChosenHeadings,
  type ColumnSpec,
  type HeadingCell,
  type KnownColumns,
  knownColumns,
} from './header-match.ts';
import { type Cell, columnName, type SheetRow } from './sheet-row.ts';

export interface HeaderColumn {
  column: string;
  heading: string;
}

export interface Header {
  isFound: true;
  /** The lower one of two header rows. */
  headerRow: number;
  firstDataRow: number;
  /** Numbers of all header rows. */
  headerRows: number[];
  recognised: (HeaderColumn & { key: string; isHidden?: true })[];
  ignored: HeaderColumn[];
  /** Of the ignored ones those that may mean a column, with the keys of what they may mean. */
  ambiguous: (HeaderColumn & { keys: string[] })[];
  /** Required columns that are not there; of several that say the same in other ways the usual one. */
  missing: string[];
  /** The same with all ways to say it. */
  unmet: Need[];
}

export interface NoHeader {
  isFound: false;
  /** Required columns that no row names. */
  missing: string[];
}

/** How far down a header is looked for, in rows with content. */
export const HEADER_SEARCH_ROWS = 40;

interface Candidate {
  rows: SheetRow[];
  cells: HeadingCell[];
  assignment: Assignment;
  ambiguous: AmbiguousCell[];
  score: number;
  requiredCount: number;
}

/**
 * The row that names the most columns, whatever stands above it. It must name at least two, and at
 * least three in five of the required ones, else the sheet is about something else.
 */
export function findHeader(
  rows: readonly SheetRow[],
  columns: readonly ColumnSpec[],
  headings?: ChosenHeadings,
): Header | NoHeader {
  const required = requiredOf(columns);
  const known = knownColumns(columns, headings);
  let best: Candidate | undefined;
  rows.slice(0, HEADER_SEARCH_ROWS).forEach((row, index) => {
    const above = rows[index - 1]?.number === row.number - 1 ? rows[index - 1] : undefined;
    for (const header of above ? [[row], [above, row]] : [[row]]) {
      const candidate = tryRows(header, columns, known, required);
      if (!best || isBetter(candidate, best)) best = candidate;
    }
  });
  const enough = Math.ceil((required.length * 3) / 5);
  if (!best || best.assignment.size < Math.min(2, columns.length) || best.requiredCount < enough) {
    return { isFound: false, missing: required.map(usualOf) };
  }
  return describe(best, columns, required);
}

/** Something that a sheet must say: each way to say it by the keys of the columns it takes, the usual way first. */
export type Need = readonly (readonly string[])[];

/** What a sheet must say, in the order of the columns. */
export function requiredOf(columns: readonly ColumnSpec[]): Need[] {
  const needs = new Map<string, string[][]>();
  for (const { key, required, oneOf, along } of columns) {
    const way = along === undefined ? [key] : [along, key];
    if (oneOf !== undefined) needs.set(oneOf, [...(needs.get(oneOf) ?? []), way]);
    else if (required) needs.set(key, [way]);
  }
  return [...needs.values()];
}

const isMet = (need: Need, found: ReadonlySet<string>): boolean =>
  need.some((way) => way.every((key) => found.has(key)));

const usualOf = ([way]: Need): string => way?.at(-1) ?? '';

/** Required columns count first, or a wide title block could outdo the header. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.requiredCount !== other.requiredCount) return one.requiredCount > other.requiredCount;
  if (one.assignment.size !== other.assignment.size) return one.assignment.size > other.assignment.size;
  return one.score > other.score;
}

function tryRows(
  rows: SheetRow[],
  columns: readonly ColumnSpec[],
  known: KnownColumns,
  required: readonly Need[],
): Candidate {
  const cells = headingCells(rows);
  const { assignment, score, ambiguous } = assignColumns(cells, known);
  const found = new Set([...assignment.values()].map((spec) => columns[spec]?.key ?? ''));
  const requiredCount = required.filter((need) => isMet(need, found)).length;
  return { rows, cells, assignment, score, ambiguous, requiredCount };
}

function headingCells(rows: SheetRow[]): HeadingCell[] {
  const lower = rows.at(-1)?.cells ?? [];
  const upper = rows.length > 1 ? (rows[0]?.cells ?? []) : [];
  const cells: HeadingCell[] = [];
  // An unmerged group heading stands over its first column only and reaches to the next one.
  const isMerged = upper.some((cell) => cell?.merged);
  let group = '';
  for (let column = 0; column < Math.max(lower.length, upper.length); column++) {
    const own = headingOf(lower[column]);
    const over = headingOf(upper[column]);
    if (over !== '' || isMerged) group = over;
    const heading = own === '' ? over : own;
    const isOwnGroup = own === '' || own === over;
    if (isOwnGroup) group = over === '' ? group : '';
    if (heading !== '') cells.push({ column, heading, group: isOwnGroup ? '' : group });
  }
  return cells;
}

const headingOf = (cell: Cell | null | undefined): string =>
  cell && cell.kind !== 'error' ? cell.text.trim() : '';

function describe(found: Candidate, columns: readonly ColumnSpec[], required: readonly Need[]): Header {
  const recognised: Header['recognised'] = [];
  const ignored: HeaderColumn[] = [];
  for (const { column, heading } of found.cells) {
    const spec = columns[found.assignment.get(column) ?? -1];
    if (spec) recognised.push({ key: spec.key, column: columnName(column), heading });
    else ignored.push({ column: columnName(column), heading });
  }
  const ambiguous = found.ambiguous.map(({ column, specs }) => ({
    column: columnName(column),
    heading: found.cells.find((cell) => cell.column === column)?.heading ?? '',
    keys: specs.flatMap((spec) => columns[spec]?.key ?? []),
  }));
  const headerRow = found.rows.at(-1)?.number ?? 0;
  const known = new Set(recognised.map(({ key }) => key));
  const unmet = required.filter((need) => !isMet(need, known));
  return {
    isFound: true,
    headerRow,
    firstDataRow: headerRow + 1,
    headerRows: found.rows.map(({ number }) => number),
    recognised,
    ignored,
    ambiguous,
    missing: unmet.map(usualOf),
    unmet,
  };
}
