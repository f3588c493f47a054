import { attribute, createXmlScanner } from '#platform/sheet/container/xml-scanner.ts';
import { SheetError } from '../sheet-error.ts';
import { type Cell, columnIndex, type SheetRow } from '../sheet-row.ts';

/** A merged range: rows 1-based, columns 0-based, all inclusive. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const MAX_MERGES = 200_000;
/** More ranges than this over one row cannot come from a sheet of 200 columns. */
const MAX_ACTIVE = 1000;
const DATA_END = Buffer.from('sheetData>');

/**
 * The merged ranges of a worksheet. They come after the cells they cover, so the sheet is inflated once for them alone;
 * the cells are skipped without being scanned.
 */
export async function readMerges(chunks: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name !== 'mergeCell') return;
      const merge = parseRange(attribute(attributes, 'ref') ?? '');
      if (merge) merges.push(merge);
      if (merges.length > MAX_MERGES) throw new SheetError('FILE_BROKEN');
    },
  });
  const decoder = new TextDecoder();
  let tail: Buffer = Buffer.alloc(0);
  let isPastData = false;
  for await (const chunk of chunks) {
    if (isPastData) {
      scanner.push(decoder.decode(chunk, { stream: true }));
      continue;
    }
    const joined = Buffer.concat([tail, chunk]);
    const end = findDataEnd(joined);
    isPastData = end >= 0;
    if (isPastData) scanner.push(decoder.decode(joined.subarray(end), { stream: true }));
    tail = joined.subarray(-64);
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** The position after </sheetData> or </x:sheetData>; a text cannot contain "</". */
function findDataEnd(bytes: Buffer): number {
  let at = bytes.indexOf(DATA_END);
  while (at >= 0) {
    if (/<\/(\w+:)?$/.test(bytes.toString('latin1', Math.max(0, at - 32), at))) return at + DATA_END.length;
    at = bytes.indexOf(DATA_END, at + 1);
  }
  return -1;
}

function parseRange(reference: string): Merge | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!match) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) };
}

/**
 * Returns a function that gives every cell of a merged range the range's value. Rows must come in order; it returns
 * false for a row without any value of its own.
 */
export function createMergeFiller(merges: readonly Merge[], maxColumns: number): (row: SheetRow) => boolean {
  let next = 0;
  let active: { range: Merge; value: Cell | null }[] = [];
  return (row) => {
    active = active.filter(({ range }) => range.bottom >= row.number);
    for (let range = merges[next]; range && range.top <= row.number; range = merges[++next]) {
      if (range.bottom < row.number) continue;
      const anchor = range.top === row.number ? row.cells[range.left] : null;
      active.push({ range, value: anchor ? { ...anchor, merged: true } : null });
      if (active.length > MAX_ACTIVE) throw new SheetError('FILE_BROKEN');
    }
    let hasContent = row.cells.some((cell) => cell !== null);
    if (active.length === 0) return hasContent;
    for (const { range, value } of active) fill(row, range, value, maxColumns);
    while (row.cells.at(-1) === null) row.cells.pop();
    hasContent = row.cells.some((cell) => cell !== null && !cell.merged);
    return hasContent;
  };
}

function fill(row: SheetRow, range: Merge, value: Cell | null, maxColumns: number): void {
  const right = Math.min(range.right, maxColumns - 1);
  for (let column = range.left; column <= right; column++) {
    const isAnchor = row.number === range.top && column === range.left;
    if (isAnchor) continue;
    while (row.cells.length <= column) row.cells.push(null);
    row.cells[column] = value;
  }
}
