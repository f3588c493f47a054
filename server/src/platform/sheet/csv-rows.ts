import { textCell } from './cell.ts';
import { SheetError } from './sheet-error.ts';
import type { SheetLimits, SheetRow } from './sheet-row.ts';

/** UTF-8 if it is valid UTF-8, else GB18030, which Chinese Excel writes; UTF-16 by its mark. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new SheetError('FILE_BROKEN', 'FILE_ENCODING', cause);
    }
  }
}

/** The separator that is most frequent outside quotes in the first lines. */
function detectDelimiter(text: string): string {
  const start = text.slice(0, 10_000).replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const delimiter of [',', '\t', ';']) {
    const count = start.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}

const ROWS_PER_TURN = 500;

/** Rows with content. A line break inside quotes does not end a row, so numbers are those Excel shows. */
export async function* readCsv(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const text = decodeText(bytes);
  let number = 0;
  let count = 0;
  for (const record of splitRecords(text, detectDelimiter(text), limits.maxColumns)) {
    number += 1;
    if (number % ROWS_PER_TURN === 0) await new Promise(setImmediate);
    const cells = record.map(textCell);
    while (cells.at(-1) === null) cells.pop();
    if (cells.length === 0) continue;
    count += 1;
    if (cells.length > limits.maxColumns) throw new SheetError('TOO_MANY_COLUMNS');
    if (count > limits.maxRows) throw new SheetError('TOO_MANY_ROWS');
    yield { number, cells };
  }
}

function* splitRecords(text: string, delimiter: string, maxColumns: number): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = readField(text, at, delimiter);
    // Blank fields beyond the limit are dropped; one with content is kept so that the file is refused.
    if (record.length <= maxColumns) record.push(field.value);
    else if (field.value.trim() !== '') throw new SheetError('TOO_MANY_COLUMNS');
    at = field.end + 1;
    const mark = text[field.end];
    if (mark === delimiter) continue;
    if (mark === '\r' && text[at] === '\n') at += 1;
    yield record;
    record = [];
  }
  if (record.length > 0) yield record;
}

function readField(text: string, start: number, delimiter: string): { value: string; end: number } {
  // ="…" is quoted too, though its quotes do not stand first.
  const opening = text.startsWith('="', start) ? start + 1 : start;
  if (text[opening] !== '"') {
    const end = unquotedEnd(text, start, delimiter);
    return { value: text.slice(start, end), end };
  }
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: text.slice(start), end: text.length };
    if (text[quote + 1] !== '"') {
      const end = unquotedEnd(text, quote + 1, delimiter);
      const inner = text.slice(opening + 1, quote).replaceAll('""', '"');
      const value =
        opening > start ? `="${text.slice(opening + 1, quote)}"` : inner + text.slice(quote + 1, end);
      return { value, end };
    }
    at = quote + 2;
  }
}

function unquotedEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length) {
    const mark = text[at];
    if (mark === delimiter || mark === '\n' || mark === '\r') return at;
    at += 1;
  }
  return at;
}
