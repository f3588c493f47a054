import { fillPlaceholders, type SQL, sql } from 'drizzle-orm';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { type Database, readText } from './database.ts';
import { type Fragment, fragmentOf } from './read/fast/stencil.ts';

/** The text of a statement with its values numbered. */
const numbered = (texts: readonly string[]): string =>
  texts.reduce((before, after, at) => `${before}$${at}${after}`);

/** A JSON value with the text it was read from: equal texts, equal values. */
export interface Told<T> {
  readonly text: string;
  readonly value: T;
}

export interface PreparedJson<T> {
  ask(db: Database, values: Record<string, unknown>): Promise<Told<T> | null>;
  /** The same as an expression of another statement: its text, or null where there is none. */
  expression(values: Record<string, unknown>): Fragment;
}

/**
 * A statement of one JSON value, put together once and prepared by the database, for what every request asks. Values
 * stand in it as `value('name')`.
 */
export function preparedJson<T>(statement: SQL): PreparedJson<T> {
  const { texts, values: holes } = fragmentOf(sql`(${statement})::text`);
  const text = `select ${numbered(texts)}`;
  return {
    expression: (values) => ({ texts, values: fillPlaceholders([...holes], values) }),
    ask: async (db, values) => {
      const json = (await readText(db, text, fillPlaceholders([...holes], values)))?.toString();
      return json === undefined ? null : { text: json, value: JSON.parse(json) as T };
    },
  };
}

/**
 * A prepared statement of any rows, also within a transaction. It is on its way when this comes back: what is sent
 * one after the other without waiting goes in that order, as one piece, and answers without a pause in between.
 */
export function preparedRows<T>(statement: SQL) {
  const { texts, values: holes } = fragmentOf(statement);
  const text = numbered(texts);
  return (db: Database, values: Record<string, unknown>): Promise<T[]> => {
    const filled = fillPlaceholders([...holes], values);
    const sent: Promise<unknown> = clientOf(db)
      .unsafe(text, filled as never[])
      .execute();
    return sent as Promise<T[]>;
  };
}

/** The driver below the query builder: the pool's, or that of the running transaction. */
function clientOf(db: Database): Sql {
  const { session } = db._;
  if (!(session instanceof PostgresJsSession)) throw new Error('a database of another driver');
  return session.client as Sql;
}

export const value = (name: string) => sql.placeholder(name);
