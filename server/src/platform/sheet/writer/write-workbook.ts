import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeXml } from '#platform/sheet/container/xml-text.ts';
import { type ZipPart, zipChunks } from '#platform/sheet/container/zip-writer.ts';
import { dateToSerial } from '../excel-dates.ts';
import { columnName } from '../sheet-row.ts';
import { workbookParts } from './workbook-skeleton.ts';
import { STYLE } from './xlsx-styles.ts';

/** Text stays text however many digits it has. Days are YYYY-MM-DD, decimals such as 11440.00 are never floats. */
export type WriteCell = string | number | boolean | null | { day: string } | { decimal: string };

export interface WriteColumn {
  heading: string;
  /** In characters. */
  width?: number;
}

export interface WriteSheet {
  name: string;
  columns: WriteColumn[];
  /** Header rows above the headings, such as names of groups. */
  rowsAbove?: (string | null)[][];
  rows: Iterable<WriteCell[]> | AsyncIterable<WriteCell[]>;
}

/** Writes while the rows are read from their source; an unfinished file is removed. */
export async function writeWorkbook(
  out: Writable | string,
  workbook: { sheets: WriteSheet[] },
): Promise<void> {
  const source = Readable.from(workbookChunks(workbook.sheets), { objectMode: false });
  if (typeof out !== 'string') return pipeline(source, out);
  try {
    await pipeline(source, createWriteStream(out));
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  }
}

/** The bytes of the workbook, for a streamed answer. */
export function workbookChunks(sheets: readonly WriteSheet[]): AsyncGenerator<Buffer> {
  const worksheets = sheets.map((sheet, index): ZipPart => {
    return { path: `xl/worksheets/sheet${index + 1}.xml`, content: worksheetXml(sheet) };
  });
  return zipChunks([...workbookParts(sheets.map(({ name }) => name)), ...worksheets]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PIECE = 32 * 1024;

async function* worksheetXml(sheet: WriteSheet): AsyncGenerator<string> {
  const above = sheet.rowsAbove ?? [];
  const headings = sheet.columns.map(({ heading }) => heading);
  const top = above.length + 1;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    columnsXml(sheet.columns);
  let piece = '<sheetData>';
  let number = 0;
  for (const heading of [...above, headings]) piece += rowXml(++number, heading, STYLE.heading);
  for await (const row of sheet.rows) {
    piece += rowXml(++number, row);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function columnsXml(columns: readonly WriteColumn[]): string {
  if (columns.length === 0) return '';
  const each = columns.map(
    // Text style for the whole column, so that values typed in later keep their digits too.
    ({ width = 14 }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${STYLE.text}" customWidth="1"/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}

function rowXml(number: number, cells: readonly WriteCell[], style?: number): string {
  let xml = `<row r="${number}">`;
  cells.forEach((cell, index) => {
    if (cell !== null) xml += cellXml(`${columnName(index)}${number}`, cell, style);
  });
  return `${xml}</row>`;
}

function cellXml(reference: string, cell: WriteCell, style?: number): string {
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object' && cell !== null) {
    if ('day' in cell && isDay(cell.day)) {
      return `<c r="${reference}" s="${STYLE.day}"><v>${dateToSerial(cell.day)}</v></c>`;
    }
    if ('decimal' in cell && /^-?\d{1,15}(\.\d+)?$/.test(cell.decimal)) {
      return `<c r="${reference}" s="${STYLE.decimal}"><v>${cell.decimal}</v></c>`;
    }
  }
  const text = plainText(cell);
  if (text === '') return '';
  return `<c r="${reference}" s="${style ?? STYLE.text}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(harmless(text))}</t></is></c>`;
}

/** Earlier days precede Excel's calendar, so they are written as text. */
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && day >= '1900-03-01';

function plainText(cell: WriteCell): string {
  if (typeof cell === 'object' && cell !== null) return 'day' in cell ? cell.day : cell.decimal;
  return String(cell ?? '');
}

/**
 * A text that a spreadsheet could take for a formula gets an apostrophe before it. Excel would not run a text cell, but
 * would after the sheet was saved as csv. Our own reader removes the apostrophe.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
