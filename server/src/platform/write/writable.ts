import { getTableColumns, type InferSelectModel, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { type InsertOnly, isInsertOnly } from '#schema/insert-only.ts';

/** What can be written: a table, its key, and its name in the audit trail. The value of `defineEntity` is one. */
export interface Writable<T extends PgTable> {
  readonly name: string;
  readonly table: T;
  /** Column names of the primary key, in order. */
  readonly key: readonly string[];
  /** What the audit trail shows of a row, where that is not the whole row. */
  audited?(row: InferSelectModel<T>): object;
}

/** Makes an update or removal of an insert-only table a type error. */
export type Changeable<T extends PgTable> = T extends InsertOnly
  ? { readonly insertOnly: 'rows of this table are never changed nor removed' }
  : unknown;

export type Stored<T extends PgTable> = InferSelectModel<T>;
export type Values<T extends PgTable> = T['$inferInsert'];
export type Changes<T extends PgTable> = Partial<T['$inferInsert']>;

/** A row whose table is known only as a value. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** The same refusal where only a value says which table it is. */
export function refuseInsertOnly({ name, table }: Pick<Writable<PgTable>, 'name' | 'table'>): void {
  if (isInsertOnly(table)) throw new Error(`${name} is insert-only: its rows are never changed nor removed`);
}

export const columnsByName = (table: PgTable): Record<string, PgColumn | undefined> => getTableColumns(table);

/** Changes that raise the version of a row, if it has one. */
export function raised(table: PgTable, changes: AnyRow): Record<string, unknown> {
  const { version } = columnsByName(table);
  return version ? { ...changes, version: sql`${version} + 1` } : { ...changes };
}

type NullableIn<Row> = { [Column in keyof Row]: null extends Row[Column] ? Column : never }[keyof Row];

/** A row of which nothing is known: null in each column that may be empty. */
export function blankRow<T extends PgTable>(
  table: T,
): { readonly [Column in NullableIn<InferSelectModel<T>>]: null } {
  const nullable = Object.entries(getTableColumns(table)).filter(([, column]) => !column.notNull);
  return Object.fromEntries(nullable.map(([name]) => [name, null])) as ReturnType<typeof blankRow<T>>;
}
