import { fillPlaceholders, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { type Database, readText } from './database.ts';

const dialect = new PgDialect({ casing: 'snake_case' });

/**
 * A statement of one JSON value, put together once and prepared by the database, for what every request asks. Values
 * stand in it as `value('name')`.
 */
export function preparedJson<T>(statement: SQL) {
  const { sql: text, params } = dialect.sqlToQuery(sql`select (${statement})::text`);
  return async (db: Database, values: Record<string, unknown>): Promise<T | null> => {
    const json = await readText(db, text, fillPlaceholders(params, values));
    return json === null ? null : (JSON.parse(json) as T);
  };
}

export const value = (name: string) => sql.placeholder(name);
