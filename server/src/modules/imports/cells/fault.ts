import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** A fault in a row, by the key of its column. */
export interface Fault {
  readonly column: string;
  readonly code: ErrorCode;
  /** The content of the cell, as far as it may be shown. */
  readonly value?: string;
}
