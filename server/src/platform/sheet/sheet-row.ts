/** One filled cell. A blank cell is null. */
export interface Cell {
  /** What the spreadsheet shows; for numbers and dates a plain form of it. */
  text: string;
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  number?: number;
  /** The number, if it is a day, counts from 1904, as in its workbook. */
  is1904?: boolean;
  /** YYYY-MM-DD */
  date?: string;
  /** A long number was stored as a float: its last digits are lost. */
  precisionLost?: boolean;
  /** Why a cell of kind `error` has no value: it shows an error such as #N/A, or its formula has no result yet. */
  error?: 'CELL_ERROR' | 'CELL_NOT_CALCULATED' | 'CELL_STRUCK';
  /** It is struck through, wholly or in part. */
  struck?: 'ALL' | 'PART';
  /** The value is in another cell of the merged range that covers this one. */
  merged?: boolean;
}

export interface SheetRow {
  /** 1-based, as the spreadsheet shows it. */
  number: number;
  /** From column A on, without trailing blank cells. */
  cells: (Cell | null)[];
  /** The spreadsheet hides it (by hand, by a filter, in a folded outline or by its height) or strikes it through. */
  isHidden?: true;
}

export interface SheetLimits {
  maxBytes: number;
  /** Rows with content. */
  maxRows: number;
  maxColumns: number;
  maxSheets: number;
  /** What the parts of one file may inflate to altogether, whatever its size. */
  maxExpandedBytes: number;
  /** In addition, so much for each packed byte. Real spreadsheets inflate about tenfold. */
  expandedPerByte: number;
  expandedFreeBytes: number;
  /** Highest ratio of inflated to packed bytes of one part, once it is past `ratioFreeBytes`. */
  maxExpansion: number;
  ratioFreeBytes: number;
}

const MIB = 1024 * 1024;

export const defaultLimits: SheetLimits = {
  maxBytes: 20 * MIB,
  maxRows: 200_000,
  maxColumns: 200,
  maxSheets: 200,
  maxExpandedBytes: 800 * MIB,
  expandedPerByte: 16,
  expandedFreeBytes: 64 * MIB,
  maxExpansion: 250,
  ratioFreeBytes: 16 * MIB,
};

/** A path, or the content. */
export type SheetSource = string | Uint8Array;

/** 0 → A, 25 → Z, 26 → AA */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A → 0, AA → 26; also of a whole reference such as AB12. -1 when it does not begin with letters. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    index = index * 26 + letter - 64;
  }
  return index - 1;
}
