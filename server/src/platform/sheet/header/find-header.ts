import { type Cell, columnName, type SheetRow } from '../sheet-row.ts';
import type { ChosenHeadings, Said } from './chosen-headings.ts';
import { assignColumns, type ColumnSpec, type KnownColumns, knownColumns } from './header-match.ts';
import {
  type AmbiguousCell,
  type HeadingCell,
  headingOfPlace,
  placesIn,
  type Unnamed,
} from './heading-cell.ts';

export interface HeaderColumn {
  column: string;
  heading: string;
  /** The heading above it in a header of two rows. */
  group?: string;
  /** Where a person chose the meaning: for this file, or for an earlier one. */
  said?: Said;
  /** Whether it shows the heading of the column before it, merged over both. */
  isContinued?: true;
  /** Content of a column without a heading of its own. */
  unnamed?: Unnamed;
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
  /** Ignored columns that may have a meaning, with the possible keys. */
  ambiguous: (HeaderColumn & { keys: string[] })[];
  /** Columns that a person must decide on first: a choice for them, or for others, contradicts their words. */
  undecided?: (HeaderColumn & { keys: string[] })[];
  /** Columns that occur a second time. */
  twice?: HeaderColumn[];
  /** Required columns that are missing; of alternatives, the usual one. */
  missing: string[];
  /** The same with all alternatives. */
  unmet: Need[];
}

export interface NoHeader {
  isFound: false;
  /** Required columns that no row names. */
  missing: string[];
}

/** How many rows with content are searched for a header. */
export const HEADER_SEARCH_ROWS = 40;

interface Candidate {
  rows: SheetRow[];
  cells: HeadingCell[];
  assigned: ReturnType<typeof assignColumns>;
  requiredCount: number;
}

/**
 * The row that names the most columns, whatever is above it. It must name at least two columns and at least three
 * fifths of the required ones; otherwise the sheet is about something else.
 */
export function findHeader(
  rows: readonly SheetRow[],
  columns: readonly ColumnSpec[],
  headings?: ChosenHeadings,
  unnamed?: ReadonlyMap<number, Unnamed>,
): Header | NoHeader {
  const required = requiredOf(columns);
  const known = knownColumns(columns, headings);
  // A person may already have chosen the meaning of such a column.
  const said = placesIn(headings?.now.keys() ?? []).map((column): [number, Unnamed] => [
    column,
    { filled: 0, hasDateOrEnd: false },
  ]);
  const places = new Map([...said, ...(unnamed ?? [])]);
  let best: Candidate | undefined;
  rows.slice(0, HEADER_SEARCH_ROWS).forEach((row, index) => {
    const above = rows[index - 1]?.number === row.number - 1 ? rows[index - 1] : undefined;
    for (const header of above ? [[row], [above, row]] : [[row]]) {
      const candidate = tryRows(header, columns, known, { required, places });
      if (!best || isBetter(candidate, best)) best = candidate;
    }
  });
  const enough = Math.ceil((required.length * 3) / 5);
  if (!best || best.assigned.assignment.size < Math.min(2, columns.length) || best.requiredCount < enough) {
    return { isFound: false, missing: required.map(usualOf) };
  }
  return describe(best, columns, required);
}

/** Something a sheet must contain: each alternative by the keys of its columns, the usual one first. */
export type Need = readonly (readonly string[])[];

/** What a sheet must contain, in the order of the columns. */
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

/** Columns that are read, and those that a person excluded. */
const understood = ({ assigned: { assignment, said } }: Candidate): number =>
  new Set([...assignment.keys(), ...said.keys()]).size;

/** Required columns count first, or a wide title block could outdo the header. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.requiredCount !== other.requiredCount) return one.requiredCount > other.requiredCount;
  const more = understood(one) - understood(other);
  if (more !== 0) return more > 0;
  return one.assigned.score > other.assigned.score;
}

function tryRows(
  rows: SheetRow[],
  columns: readonly ColumnSpec[],
  known: KnownColumns,
  { required, places }: { required: readonly Need[]; places: ReadonlyMap<number, Unnamed> },
): Candidate {
  const cells = withUnnamed(headingCells(rows), places);
  const assigned = assignColumns(cells, known);
  const found = new Set([...assigned.assignment.values()].map((spec) => columns[spec]?.key ?? ''));
  const requiredCount = required.filter((need) => isMet(need, found)).length;
  return { rows, cells, assigned, requiredCount };
}

function headingCells(rows: SheetRow[]): HeadingCell[] {
  const lower = rows.at(-1)?.cells ?? [];
  const upper = rows.length > 1 ? (rows[0]?.cells ?? []) : [];
  const cells: HeadingCell[] = [];
  // An unmerged group heading stands over its first column only and extends to the next one.
  const isMerged = upper.some((cell) => cell?.merged);
  let group = '';
  for (let column = 0; column < Math.max(lower.length, upper.length); column++) {
    const own = headingOf(lower[column]);
    const over = headingOf(upper[column]);
    if (over !== '' || isMerged) group = over;
    const heading = own === '' ? over : own;
    const isOwnGroup = own === '' || own === over;
    if (isOwnGroup) group = over === '' ? group : '';
    const isFilled = lower[column]?.merged === true && (upper[column] ?? lower[column])?.merged === true;
    const isContinued = isFilled && cells.at(-1)?.column === column - 1 && cells.at(-1)?.heading === heading;
    if (heading !== '') cells.push({ column, heading, group: isOwnGroup ? '' : group, isContinued });
  }
  return cells;
}

/** Adds the columns that have values and no heading of their own. */
function withUnnamed(cells: readonly HeadingCell[], places: ReadonlyMap<number, Unnamed>): HeadingCell[] {
  if (places.size === 0) return [...cells];
  const named = cells.filter(({ column, isContinued }) => !(isContinued && places.has(column)));
  const isNamed = new Set(named.map(({ column }) => column));
  const others = [...places].filter(([column]) => !isNamed.has(column));
  const added = others.map(([column, unnamed]) => ({
    column,
    heading: headingOfPlace(column),
    group: '',
    unnamed,
  }));
  return [...named, ...added].sort((one, other) => one.column - other.column);
}

const headingOf = (cell: Cell | null | undefined): string =>
  cell && cell.kind !== 'error' ? cell.text.trim() : '';

/**
 * The columns of a second table beside the first: they are left over, and name the required fields again in other
 * words. A single such column may be anything.
 */
function ofTableBeside<Column extends { keys: readonly string[] }>(
  left: readonly Column[],
  required: readonly Need[],
): Column[] {
  const needed = new Set(required.flat(2));
  const again = left.filter(({ keys }) => keys.some((key) => needed.has(key)));
  const named = new Set(again.flatMap(({ keys }) => keys.filter((key) => needed.has(key))));
  return again.length >= 2 && named.size >= 2 ? again : [];
}

function describe(found: Candidate, columns: readonly ColumnSpec[], required: readonly Need[]): Header {
  const { assignment, said, ambiguous, doubts, rivals, twice } = found.assigned;
  const recognised: Header['recognised'] = [];
  const ignored: HeaderColumn[] = [];
  const headings = new Map<number, HeaderColumn>();
  for (const { column, heading, group, isContinued, unnamed } of found.cells) {
    const spec = columns[assignment.get(column) ?? -1];
    const by = said.get(column);
    const one: HeaderColumn = {
      column: columnName(column),
      heading,
      ...(group && { group }),
      ...(by && { said: by }),
      ...(isContinued && { isContinued }),
      ...(unnamed && { unnamed }),
    };
    headings.set(column, one);
    if (spec) recognised.push({ key: spec.key, ...one });
    else ignored.push(one);
  }
  const columnAt = (column: number): HeaderColumn[] => [headings.get(column) ?? []].flat();
  const withKeys = (cells: AmbiguousCell[]) =>
    cells.flatMap(({ column, specs }) =>
      columnAt(column).map((one) => ({ ...one, keys: specs.flatMap((spec) => columns[spec]?.key ?? []) })),
    );
  const beside = ofTableBeside(withKeys(ambiguous), required).filter(
    ({ column }) => ![...doubts, ...rivals].some((one) => columnName(one.column) === column),
  );
  const undecided = [...withKeys([...doubts, ...rivals]), ...beside];
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
    ambiguous: withKeys(ambiguous),
    ...(undecided.length > 0 && { undecided }),
    ...(twice.length > 0 && { twice: twice.flatMap(columnAt) }),
    missing: unmet.map(usualOf),
    unmet,
  };
}
