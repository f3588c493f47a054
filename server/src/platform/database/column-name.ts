import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** A column as the database calls it. */
export const columnNameOf = (column: PgColumn): string =>
  column.keyAsName ? toSnakeCase(column.name) : column.name;
