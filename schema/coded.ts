import { type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { type AnyPgColumn, check, text } from 'drizzle-orm/pg-core';
import { allCodes } from './codes/all-codes.ts';
import type { CodeList } from './codes/define-codes.ts';

/** A column that holds a key of a coded list; `codeChecks` gives its table the constraint. */
export const coded = <K extends string>(list: CodeList<K>) => text({ enum: list.keys }).$type<string>();

/** The list of which a column holds one code; undefined for any other column. */
export const listOf = ({ enumValues }: AnyPgColumn): CodeList<string> | undefined =>
  allCodes.find(({ keys }: { keys: unknown }) => keys === enumValues);

/** The same for a list of codes. */
export const codedList = <K extends string>(list: CodeList<K>) => coded(list).array().$type<string[]>();

/**
 * One CHECK for each coded column of a table, so that nothing but its codes is ever in it, whoever wrote it: answers of
 * the API are put together from these texts as they stand.
 */
export const codeChecks = (table: string, columns: Readonly<Record<string, unknown>>) =>
  Object.values(columns).flatMap((column) => {
    const keys = keysOf(column as AnyPgColumn);
    return keys
      ? [
          check(
            `${table}_${toSnakeCase((column as AnyPgColumn).name)}_code`,
            within(column as AnyPgColumn, keys),
          ),
        ]
      : [];
  });

/** Keys of a coded column, or of the items of a list of codes; null for any other. */
export function keysOf(column: AnyPgColumn): readonly string[] | null {
  const { config } = column as unknown as { config: ColumnConfig };
  const { enumValues = [] } = isList(column) ? (config.baseBuilder?.config ?? {}) : config;
  return enumValues.length > 0 ? enumValues : null;
}

/** What the query builder keeps of a column while its table is still being declared. */
interface ColumnConfig {
  readonly enumValues?: readonly string[];
  readonly baseBuilder?: { readonly config: ColumnConfig };
}

const isList = (column: AnyPgColumn): boolean =>
  (column as unknown as { config: ColumnConfig }).config.baseBuilder !== undefined;

function within(column: AnyPgColumn, keys: readonly string[]): SQL {
  const list = sql.raw(keys.map((key) => `'${key}'`).join(', '));
  return isList(column) ? sql`${column} <@ array[${list}]::text[]` : sql`${column} in (${list})`;
}
