import type { BuildColumns, BuildExtraConfigColumns } from 'drizzle-orm';
import {
  type PgColumnBuilderBase,
  type PgTable,
  type PgTableExtraConfigValue,
  type PgTableWithColumns,
  pgTable,
} from 'drizzle-orm/pg-core';

declare const mark: unique symbol;

/** A table whose rows are never changed nor removed. */
export interface InsertOnly {
  readonly [mark]: true;
}

const declared = new Set<PgTable>();

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
  const table = pgTable(name, columns, extra);
  declared.add(table);
  return table as typeof table & InsertOnly;
}

export const isInsertOnly = (table: PgTable): boolean => declared.has(table);

/** All such tables of the modules that are loaded. */
export const insertOnlyTables = (): readonly PgTable[] => [...declared];
