import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** What is wrong in one row, by the key of the column. */
export interface Fault {
  readonly column: string;
  readonly code: ErrorCode;
  /** What stands in the cell, as far as it may be shown. */
  readonly value?: string;
}
