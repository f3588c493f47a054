import { getTableColumns, type InferSelectModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

type NullableIn<Row> = { [Column in keyof Row]: null extends Row[Column] ? Column : never }[keyof Row];

/** A row of which nothing is known: null in each column that may be empty. */
export function blankRow<T extends PgTable>(
  table: T,
): { readonly [Column in NullableIn<InferSelectModel<T>>]: null } {
  const nullable = Object.entries(getTableColumns(table)).filter(([, column]) => !column.notNull);
  return Object.fromEntries(nullable.map(([name]) => [name, null])) as ReturnType<typeof blankRow<T>>;
}
