import type { ErrorCode } from '#schema/codes/error-codes.ts';

/** Each fault of a file, with the code under which the texts for users are kept. */
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
} as const satisfies Record<string, ErrorCode>;

export type SheetErrorCode = keyof typeof errorCodes;

/** A file that is refused as a whole. Carries no value of the file, so it may go into a log. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
  readonly code: SheetErrorCode;
  /** The code to answer users with; sometimes says more than `code`. */
  readonly errorCode: ErrorCode;

  constructor(code: SheetErrorCode, errorCode: ErrorCode = errorCodes[code], cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.errorCode = errorCode;
  }
}
