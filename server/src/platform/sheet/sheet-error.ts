import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** Faults of a file, with the code of their texts for users. */
const errorCodes = {
  FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  FILE_BROKEN: 'FILE_DAMAGED',
  FILE_TYPE_UNSUPPORTED: 'FILE_TYPE',
  FILE_ENCRYPTED: 'FILE_ENCRYPTED',
  FILE_EXPANDS_TOO_MUCH: 'FILE_BOMB',
  FILE_EMPTY: 'FILE_EMPTY',
  TOO_MANY_ROWS: 'TOO_MANY_ROWS',
  TOO_MANY_COLUMNS: 'TOO_MANY_COLUMNS',
  SHEET_NOT_FOUND: 'SHEET_NOT_FOUND',
  TOO_MANY_SHEETS: 'TOO_MANY_SHEETS',
  SHEETS_DIFFER: 'SHEETS_DIFFER',
  HEADER_NOT_FOUND: 'HEADER_NOT_FOUND',
  HEADINGS_CHANGE: 'HEADINGS_CHANGE',
  SECTION_OVER: 'SECTION_OVER',
  SHEET_UNDECIDED: 'SHEET_UNDECIDED',
} as const satisfies Record<string, ErrorCode>;

export type SheetErrorCode = keyof typeof errorCodes;

/** A line of a sheet, as the spreadsheet numbers it. */
export interface SheetLine {
  /** Name of the sheet; empty for csv. */
  readonly sheetName: string;
  readonly rowNumber: number;
}

/** A sheet that may be chosen. */
export interface SheetOffer {
  /** For a text file, the name of the file. */
  readonly name: string;
  readonly isHidden: boolean;
  /** Its name or title says that it holds no current records. */
  readonly isSetAside: boolean;
}

interface Where {
  /** The line for which it is refused. */
  readonly line?: SheetLine;
  /** The sheets of which a person must choose those to read. */
  readonly sheets?: readonly SheetOffer[];
}

/** A file that is refused as a whole. Its message contains no value of the file, so it may be logged. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
  readonly code: SheetErrorCode;
  /** The code for users; sometimes more specific than `code`. */
  readonly errorCode: ErrorCode;
  readonly where: Where;

  constructor(
    code: SheetErrorCode,
    errorCode: ErrorCode = errorCodes[code],
    cause?: unknown,
    where: Where = {},
  ) {
    super(code, { cause });
    this.code = code;
    this.errorCode = errorCode;
    this.where = where;
  }
}

export const refusedAt = (code: SheetErrorCode, line: SheetLine): SheetError =>
  new SheetError(code, undefined, undefined, { line });
