import { halfWidth } from '#schema/text.ts';
import { serialToDate } from './excel-dates.ts';
import type { Cell } from './sheet-row.ts';

/** A number whose digits a spreadsheet rounded when it was saved as text. */
const ROUNDED = /^[1-9](\.\d+)?E\+?(1[5-9]|[2-9]\d)$/i;

/** Removes ="…" and the apostrophe that keeps a text from being read as a formula. */
function unwrap(text: string): string {
  const trick = /^\s*="((?:[^"]|"")*)"\s*$/.exec(text);
  if (trick?.[1] !== undefined) return trick[1].replaceAll('""', '"');
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}

/** As a spreadsheet shows it, and as it is in files saved as text. */
const SHOWN_ERROR =
  /^#(?:N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|#+)$/i;

export const errorCell = (text: string, error: NonNullable<Cell['error']>): Cell => ({
  text,
  kind: 'error',
  error,
});

export function textCell(raw: string): Cell | null {
  const text = unwrap(raw);
  if (raw.includes('#') && SHOWN_ERROR.test(text.trim())) return errorCell(text.trim(), 'CELL_ERROR');
  if (halfWidth(text) === '') return null;
  return ROUNDED.test(text.trim()) ? { text, kind: 'text', precisionLost: true } : { text, kind: 'text' };
}

/** `raw` as in the file: a float of up to 17 digits, perhaps with an exponent. */
export function numberCell(raw: string, is1904 = false): Cell | null {
  if (raw.trim() === '') return null;
  const number = Number(raw);
  if (!Number.isFinite(number)) return textCell(raw);
  if (!Number.isInteger(number))
    return {
      text: String(Number(number.toPrecision(15))),
      kind: 'number',
      number,
      ...(is1904 && { is1904 }),
    };
  const text = BigInt(number).toString();
  // Spreadsheets keep 15 digits of a number, so a longer one is wrong even if it ends in zeros.
  const isLong = text.replace('-', '').length > 15;
  return isLong
    ? { text: wholeDigits(raw) ?? text, kind: 'number', number, precisionLost: true }
    : { text, kind: 'number', number, ...(is1904 && { is1904 }) };
}

function wholeDigits(raw: string): string | undefined {
  return /^-?\d+$/.test(raw.trim()) ? raw.trim() : undefined;
}

export function dateCell(raw: string, is1904: boolean): Cell | null {
  const cell = numberCell(raw);
  const moment = cell?.number === undefined ? undefined : serialToDate(cell.number, is1904);
  if (!cell || !moment) return cell;
  return {
    text: moment.time ? `${moment.date} ${moment.time}` : moment.date,
    kind: 'date',
    date: moment.date,
  };
}

export function booleanCell(raw: string): Cell {
  const isTrue = raw.trim() === '1' || raw.trim().toLowerCase() === 'true';
  return { text: isTrue ? 'TRUE' : 'FALSE', kind: 'boolean' };
}

/** A cell that is written as an ISO date instead of a serial. */
export function isoDateCell(raw: string): Cell | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(raw.trim());
  if (!match?.[1]) return textCell(raw);
  const time = match[2] && match[2] !== '00:00:00' ? ` ${match[2]}` : '';
  return { text: match[1] + time, kind: 'date', date: match[1] };
}
