import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { listOf } from '#schema/coded.ts';
import type { FilterDef } from './entity.ts';
import { oneOf } from './scope.ts';

/** A filter for each column of a table that holds a code, under the name of the column: any of the codes given. */
export function codeFilters(table: PgTable): Record<string, FilterDef> {
  const filters = Object.entries(getTableColumns(table)).flatMap(([name, column]): [string, FilterDef][] => {
    const list = listOf(column);
    return list ? [[name, { type: () => [list.enum], description: 'Any of these.', sql: oneOf(name) }]] : [];
  });
  return Object.fromEntries(filters);
}
