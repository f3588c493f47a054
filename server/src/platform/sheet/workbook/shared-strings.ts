import { scanXml } from '#platform/sheet/container/xml-scanner.ts';
import type { Zip } from '#platform/sheet/container/zip-reader.ts';
import { SheetError } from '../sheet-error.ts';
import { type Strike, strikeCounter } from './struck-text.ts';

/** The workbook's table of texts, kept as packed bytes: a million small strings would cost far more. */
export interface SharedStrings {
  get(index: number): string;
  /** How much of it its own fonts strike through. */
  strikeOf(index: number): Strike;
}

const MAX_BYTES = 256 * 1024 * 1024;
const MAX_COUNT = 5_000_000;

export async function readSharedStrings(zip: Zip, path: string | undefined): Promise<SharedStrings> {
  const table = createTable();
  if (path !== undefined)
    await scanXml(
      zip.stream(path),
      textItems('si', (text, strike) => table.add(text, strike)),
    );
  return table;
}

/** Collects the text of each item, of all its runs, without the phonetic text that Japanese Excel adds. */
export function textItems(item: string, add: (text: string, strike: Strike) => void) {
  const strikes = strikeCounter();
  let text = '';
  let isOpen = false;
  let inPhonetic = false;
  return {
    open(name: string, attributes: string) {
      strikes.open(name, attributes);
      if (name === item) {
        text = '';
        strikes.begin();
      } else if (name === 't') isOpen = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    text(part: string) {
      if (!isOpen) return;
      text += part;
      strikes.text(part);
    },
    close(name: string) {
      strikes.close(name);
      if (name === 't') isOpen = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === item) add(unescapeText(text), strikes.strike());
    },
  };
}

/** Decodes _x000D_ and the like, with which the format writes characters that XML forbids. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function createTable(): SharedStrings & { add(text: string, strike: Strike): void } {
  let bytes = Buffer.allocUnsafe(64 * 1024);
  let ends = new Uint32Array(1024);
  let count = 0;
  let used = 0;
  // Few texts have fonts of their own.
  const strikes = new Map<number, Strike>();
  return {
    add(text, strike) {
      const end = used + Buffer.byteLength(text);
      if (end > MAX_BYTES || count >= MAX_COUNT) throw new SheetError('FILE_EXPANDS_TOO_MUCH');
      if (end > bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(Math.max(bytes.length, end))]);
      if (count === ends.length) {
        const wider = new Uint32Array(ends.length * 2);
        wider.set(ends);
        ends = wider;
      }
      bytes.write(text, used);
      used = end;
      if (strike !== null) strikes.set(count, strike);
      ends[count++] = end;
    },
    strikeOf: (index) => strikes.get(index) ?? null,
    get(index) {
      const end = ends[index];
      if (!(index < count) || end === undefined) throw new SheetError('FILE_BROKEN');
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], end);
    },
  };
}
