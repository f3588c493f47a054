import type { BuildColumns, BuildExtraConfigColumns } from 'drizzle-orm';
import {
  type PgColumnBuilderBase,
  type PgTable,
  type PgTableExtraConfigValue,
  type PgTableWithColumns,
  pgTable,
} from 'drizzle-orm/pg-core';

const mark = Symbol('insert-only');

/** A table whose rows are never changed nor removed. */
export interface InsertOnly {
  readonly [mark]: true;
}

/**
 * Declares a history: the application may add rows and read them, nothing else. The write functions refuse to change such
 * a table by its type, and a test holds the grants of the database to this declaration.
 */
export function insertOnlyTable<N extends string, C extends Record<string, PgColumnBuilderBase>>(
  name: N,
  columns: C,
  extra: (self: BuildExtraConfigColumns<N, C, 'pg'>) => PgTableExtraConfigValue[],
): PgTableWithColumns<{
  name: N;
  schema: undefined;
  columns: BuildColumns<N, C, 'pg'>;
  dialect: 'pg';
}> &
  InsertOnly {
  return Object.assign(pgTable(name, columns, extra), { [mark]: true } as const);
}

export const isInsertOnly = (table: PgTable): table is PgTable & InsertOnly => mark in table;
