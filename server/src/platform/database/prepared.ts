import { fillPlaceholders, type SQL, sql } from 'drizzle-orm';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { type Fragment, fragmentOf } from '#platform/database/fragment.ts';
import { readTexts } from './database.ts';
import type { Database } from './types.ts';

/** The text of a statement with its values numbered. */
const numbered = (texts: readonly string[]): string =>
  texts.reduce((before, after, at) => `${before}$${at}${after}`);

/** A value with its version: while the version stays the same, so does the value. */
export interface Versioned<T> {
  readonly version: string;
  readonly value: T;
}

export interface PreparedJson<T> {
  read(db: Database, values: Record<string, unknown>): Promise<Versioned<T> | null>;
  /** The current version as an expression of another statement; null in SQL if there is no such value. */
  version(values: Record<string, unknown>): Fragment;
}

interface Parts {
  /** JSON. */
  readonly value: SQL;
  /** Text that changes whenever the value does, and is cheaper to compute. */
  readonly version: SQL;
  /** The `from` clause of both, giving at most one row. */
  readonly from: SQL;
}

/**
 * A statement that reads one JSON value, built once and prepared by the database, for what every request reads.
 * Parameters stand in it as `value('name')`.
 */
export function preparedJson<T>({ value: json, version, from }: Parts): PreparedJson<T> {
  const whole = fragmentOf(sql`select (${json})::text, ${version} from ${from}`);
  const text = numbered(whole.texts);
  const short = fragmentOf(sql`(select ${version} from ${from})`);
  return {
    version: (values) => ({ texts: short.texts, values: fillPlaceholders([...short.values], values) }),
    read: async (db, values) => {
      const [found, version] = await readTexts(db, text, fillPlaceholders([...whole.values], values));
      if (!found || !version) return null;
      return { version: version.toString(), value: JSON.parse(found.toString()) as T };
    },
  };
}

/**
 * A prepared statement that reads rows, also within a transaction. The statement is sent before this returns, so calls
 * that are not awaited one by one are pipelined in order, in one round trip.
 */
export function preparedRows<T>(statement: SQL) {
  const { texts, values: slots } = fragmentOf(statement);
  const text = numbered(texts);
  return (db: Database, values: Record<string, unknown>): Promise<T[]> => {
    const filled = fillPlaceholders([...slots], values);
    const sent: Promise<unknown> = clientOf(db)
      .unsafe(text, filled as never[])
      .execute();
    return sent as Promise<T[]>;
  };
}

/** The driver below the query builder: the pool's, or that of the running transaction. */
export function clientOf(db: Database): Sql {
  const { session } = db._;
  if (!(session instanceof PostgresJsSession)) throw new Error('a database of another driver');
  return session.client as Sql;
}

export const value = (name: string) => sql.placeholder(name);
