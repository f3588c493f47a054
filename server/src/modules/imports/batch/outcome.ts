import type { Fault } from '#modules/imports/cells/fault.ts';
import type { ValueChange } from '#modules/imports/cells/value-changes.rules.ts';
import type { ImportRowResult } from '#schema/codes/imports/import.codes.ts';

/** Tables that rows write to, for rolling back. Problems and visits are only created. */
export type WrittenTable =
  | 'organization'
  | 'cadre'
  | 'household'
  | 'category'
  | 'member'
  | 'pairing'
  | 'visit'
  | 'problem';

export interface Written {
  readonly table: WrittenTable;
  readonly id: string;
  /** Version after the row was written; any other version means that the record was changed since. */
  readonly version: number;
  /** Former values of a changed record; null for a created one. */
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** The result of one row of the sheet. */
export interface RowOutcome {
  readonly number: number;
  readonly result: ImportRowResult;
  readonly faults: readonly Fault[];
  readonly written: readonly Written[];
  /** Changes to existing records. */
  readonly changes: readonly ValueChange[];
  /** Warnings about a row that was not refused. */
  readonly warnings: readonly Fault[];
  /** Fen that the row brings, by what the list is summed up by. */
  readonly sums?: Readonly<Record<string, bigint>>;
}

export const rejected = (number: number, faults: readonly Fault[]): RowOutcome => ({
  number,
  result: 'REJECTED',
  faults,
  written: [],
  changes: [],
  warnings: [],
});

export const done = (
  number: number,
  written: readonly Written[],
  isNew: boolean,
  changes: readonly ValueChange[] = [],
): RowOutcome => ({
  number,
  result: isNew ? 'CREATED' : written.length > 0 ? 'UPDATED' : 'UNCHANGED',
  faults: [],
  written,
  changes,
  warnings: [],
});

/** Columns of a row before a change, in a form that JSON keeps and the database takes back. */
export function former<Row extends object>(
  row: Row,
  columns: readonly (keyof Row)[],
): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column];
      return [column, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value];
    }),
  );
}

/** Whether any of these columns differs. */
export const differs = <Row extends object>(one: Row, other: Row, columns: readonly (keyof Row)[]): boolean =>
  columns.some((column) => !isSame(one[column], other[column]));

function isSame(one: unknown, other: unknown): boolean {
  if (Buffer.isBuffer(one) && Buffer.isBuffer(other)) return one.equals(other);
  if (Array.isArray(one) && Array.isArray(other)) return one.join('\n') === other.join('\n');
  return one === other;
}
