import { invalid } from '#platform/core/errors.ts';
import { decodeText } from '#platform/sheet/csv-rows.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { normaliseAccount } from '#schema/payment/account-number.ts';
import { fenOf } from '#schema/scalars.ts';
import { type Layout, signOf } from './layout.ts';

/** A line of a file with what stands in its cells. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

export type Said = 'PAID' | 'FAILED' | 'RETURNED';

export interface RowFault {
  /** Code of the column of the layout. */
  readonly column: string;
  readonly code: ErrorCode;
}

/** A row of a file of results as it was read. */
export interface ResultRow {
  readonly rowNumber: number;
  readonly batchNumber: string;
  readonly serial: number | null;
  readonly payeeName: string;
  readonly account: string;
  readonly amount: bigint | null;
  readonly said: Said | null;
  readonly reason: string;
  readonly paidOn: string | null;
  readonly bankSerial: string;
  readonly fault: RowFault | null;
}

/**
 * Lines of text, split as the layout says; a comma at the end of a line adds empty cells, which mean nothing. The encoding is
 * told by the bytes, since a file may have been saved anew on its way.
 */
export function linesOf({ delimiter }: Layout, bytes: Uint8Array): Line[] {
  const text = decodeText(Buffer.from(bytes));
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => {
    const cells = line.split(signOf[delimiter] ?? '|').map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    return cells.every((cell) => cell === '') ? [] : [{ number: at + 1, cells }];
  });
}

/** Reads the rows, and refuses the whole file where its trailer is missing or tells of other rows. */
export function readResults(layout: Layout, lines: readonly Line[]): ResultRow[] {
  const body = lines.slice(layout.resultHeader ? 1 : 0);
  if (layout.resultTrailer.length === 0) return body.map((line) => rowOf(layout, line));
  const trailer = body.at(-1);
  const rows = body.slice(0, -1).map((line) => rowOf(layout, line));
  if (!trailer || !isTrailer(layout, trailer)) throw invalid({ 'input.fileId': 'TRAILER_MISSING' });
  checkTrailer(layout, trailer, rows);
  return rows;
}

function rowOf(layout: Layout, { number, cells }: Line): ResultRow {
  const cell = (column: string) => cells[layout.resultColumns.indexOf(column)] ?? '';
  const amount = amountOf(layout, cell('AMOUNT'));
  const said = saidBy(layout, cell('RESULT'));
  const serial = /^\d{1,9}$/.test(cell('SERIAL')) ? Number(cell('SERIAL')) : null;
  return {
    rowNumber: number,
    batchNumber: cell('BATCH_NUMBER'),
    serial,
    payeeName: cell('PAYEE_NAME'),
    account: normaliseAccount(cell('ACCOUNT')),
    amount,
    said,
    reason: cell('REASON'),
    paidOn: dayOf(cell('PAID_ON')),
    bankSerial: cell('BANK_SERIAL'),
    fault: faultOf(amount, said),
  };
}

function faultOf(amount: bigint | null, said: Said | null): RowFault | null {
  if (amount === null) return { column: 'AMOUNT', code: 'MONEY_INVALID' };
  if (amount <= 0n) return { column: 'AMOUNT', code: 'AMOUNT_NOT_POSITIVE' };
  return said === null ? { column: 'RESULT', code: 'RESULT_WORD_UNKNOWN' } : null;
}

export function amountOf({ amountUnit }: Pick<Layout, 'amountUnit'>, text: string): bigint | null {
  if (amountUnit === 'YUAN') return fenOf(text);
  return /^-?\d{1,17}$/.test(text) ? BigInt(text) : null;
}

function saidBy({ successWords, failureWords, returnWords }: Layout, word: string): Said | null {
  if (returnWords.includes(word)) return 'RETURNED';
  if (successWords.includes(word)) return 'PAID';
  return failureWords.includes(word) ? 'FAILED' : null;
}

/** 2026-11-20, 20261120, 2026/11/20, with or without a time behind it. */
function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{2})[-/.月]?(\d{2})/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  return isDay ? `${year}-${month}-${day}` : null;
}

const counts = { COUNT: null, SUCCESS_COUNT: true, FAILURE_COUNT: false } as const;
const sums = { SUM: null, SUCCESS_SUM: true, FAILURE_SUM: false } as const;

/** A line that holds numbers where the layout wants some, and fewer cells than a row or no number of an account. */
function isTrailer(layout: Layout, { cells }: Line): boolean {
  const isNumber = (field: string, at: number) => {
    if (field in counts) return /^\d{1,9}$/.test(cells[at] ?? '');
    return field in sums ? amountOf(layout, cells[at] ?? '') !== null : true;
  };
  const filled = cells.filter((cell) => cell !== '').length;
  return filled <= layout.resultTrailer.length && layout.resultTrailer.every(isNumber);
}

/** What came back counts among the rows that failed. A sum is compared where each row has an amount. */
function checkTrailer(layout: Layout, { cells }: Line, rows: readonly ResultRow[]): void {
  const of = (isPaid: boolean | null) =>
    isPaid === null ? rows : rows.filter(({ said }) => said !== null && (said === 'PAID') === isPaid);
  const areKnown = rows.every(({ amount, said }) => amount !== null && said !== null);
  const fits = layout.resultTrailer.every((field, at) => {
    const cell = cells[at] ?? '';
    if (field in counts) {
      const isPaid = counts[field as keyof typeof counts];
      return (!areKnown && isPaid !== null) || Number(cell) === of(isPaid).length;
    }
    if (!(field in sums) || !areKnown) return true;
    const rowsOfSum = of(sums[field as keyof typeof sums]);
    return amountOf(layout, cell) === rowsOfSum.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
  });
  if (!fits) throw invalid({ 'input.fileId': 'TRAILER_DIFFERS' });
}
