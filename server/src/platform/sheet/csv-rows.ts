import { utf16Of } from '#platform/files/text-encoding.ts';
import { textCell } from './cell.ts';
import { SheetError } from './sheet-error.ts';
import type { SheetLimits, SheetRow } from './sheet-row.ts';

/** UTF-8 if it is valid, otherwise GB18030, which Chinese Excel writes; or UTF-16. */
export function decodeText(bytes: Buffer): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
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

const SEPARATORS = [',', '\t', ';', '，', '；', '|'];
/** Records sampled to rank the separators. */
const SAMPLE_RECORDS = 60;
const SAMPLE_LENGTH = 200_000;

/**
 * Possible separators of the text, the likeliest first: those with which most records have the same number of fields,
 * and of these the one with most fields. Which one applies shows once the header is recognised.
 */
export function likelySeparators(text: string): string[] {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const unquoted = sample.replace(/"[^"]*"/g, '');
  const scored = SEPARATORS.map((separator) => ({
    separator,
    ...regularity(sample, separator),
    signs: unquoted.split(separator).length,
  }));
  return scored
    .filter(({ separator, width }) => separator === ',' || width > 1)
    .sort((one, other) => other.records - one.records || other.width - one.width || other.signs - one.signs)
    .map(({ separator }) => separator);
}

function regularity(text: string, separator: string): { records: number; width: number } {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const record of splitRecords(text, separator, Number.POSITIVE_INFINITY)) {
    if (record.every((field) => field.trim() === '')) continue;
    counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
    seen += 1;
    if (seen === SAMPLE_RECORDS) break;
  }
  const widths = [...counts].filter(([width]) => width > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  const [width = 1, records = 0] = widths[0] ?? [];
  return { width, records };
}

const ROWS_PER_TURN = 500;

/** Rows with content. A line break inside quotes does not end a row, so row numbers are those of Excel. */
export async function* readCsv(
  text: string,
  separator: string,
  limits: SheetLimits,
): AsyncGenerator<SheetRow> {
  let number = 0;
  let count = 0;
  for (const record of splitRecords(text, separator, limits.maxColumns)) {
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
    // Blank fields beyond the limit are dropped; one with content is kept, so that the file is refused.
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
  // ="…" is quoted too, although its quotes do not come first.
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
