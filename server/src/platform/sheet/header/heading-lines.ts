import { type Cell, columnIndex, type SheetRow } from '../sheet-row.ts';
import type { Header } from './find-header.ts';
import type { KnownColumns } from './header-match.ts';
import { normaliseHeading, withoutRemarks } from './heading.ts';

/** Recognises further header lines in a sheet: those of a second table, or repeated ones. */
export interface HeadingLines {
  /** Whether a row names columns and holds no record. */
  isHeadings(row: SheetRow): boolean;
  /** Whether it repeats the header exactly. */
  isSame(row: SheetRow): boolean;
}

/** Longer than any heading. */
const LONGEST = 40;
/** A day, number or phone: every record has one, and no line of headings does. */
const VALUE = /^['’"=]*\+?\d[\d\-./年月日号:\s]*[xX]?$/;
/** Smaller numbers may be headings, such as years. */
const LEAST_VALUE = 10_000;

function isValue(cell: Cell): boolean {
  if (cell.kind === 'date') return true;
  if (cell.kind === 'number') return Math.abs(cell.number ?? 0) >= LEAST_VALUE;
  const first = cell.text.charCodeAt(0);
  return first < 0x2e80 && cell.text.length >= 6 && VALUE.test(cell.text.trim());
}

/** 审核人： expects a name after it, in a line of signatures. */
const AWAITS = /[:：]\s*$/;

const folded = (cell: Cell | null | undefined): string =>
  cell && cell.text.length <= LONGEST ? normaliseHeading(cell.text) : '';

/** `top`: the rows of the header. */
export function headingLines(known: KnownColumns, header: Header, top: readonly SheetRow[]): HeadingLines {
  const all = [...header.recognised, ...header.ignored];
  const own = new Set(all.map(({ heading }) => normaliseHeading(heading)));
  const isKnown = (words: string): boolean => {
    const bare = withoutRemarks(words);
    return (
      own.has(words) ||
      known.specs.some(({ names, isNamed }) => names.full.has(words) || names.bare.has(bare) || isNamed(bare))
    );
  };
  const read = new Set(header.recognised.map(({ column }) => columnIndex(column)));
  const rows = top.filter(({ number }) => header.headerRows.includes(number));
  const headers = [
    ...rows.map(({ cells }) => cells.map(folded)),
    textsByColumn(all.map(({ column, heading }) => [columnIndex(column), normaliseHeading(heading)])),
  ];
  return {
    isHeadings({ cells }) {
      if (cells.some((cell) => cell !== null && isValue(cell))) return false;
      const texts = cells.filter((cell) => cell !== null && !AWAITS.test(cell.text)).map(folded);
      const words = new Set(texts.filter((text) => text !== ''));
      const named = [...words].filter(isKnown).length;
      return named >= 2 && named * 3 >= words.size;
    },
    isSame({ cells }) {
      const line = cells.map(folded);
      return headers.some((wanted) =>
        range(Math.max(line.length, wanted.length)).every((column) => {
          const [is, should] = [line[column] ?? '', wanted[column] ?? ''];
          return is === should || (is === '' && !read.has(column));
        }),
      );
    },
  };
}

function textsByColumn(headings: readonly (readonly [number, string])[]): string[] {
  const texts: string[] = [];
  for (const [column, heading] of headings) texts[column] = heading;
  return range(texts.length).map((column) => texts[column] ?? '');
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
