import { fillPlaceholders, type SQL, sql } from 'drizzle-orm';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { type Fragment, fragmentOf } from '#platform/read/statement/sql-template.ts';
import { readTexts } from './database.ts';
import type { Database } from './types.ts';

/** The text of a statement with its values numbered. */
const numbered = (texts: readonly string[]): string =>
  texts.reduce((before, after, at) => `${before}$${at}${after}`);

/** A value as it was read, with its proof: as long as the proof is the same, so is the value. */
export interface Proven<T> {
  readonly proof: string;
  readonly value: T;
}

export interface PreparedJson<T> {
  ask(db: Database, values: Record<string, unknown>): Promise<Proven<T> | null>;
  /** The proof as an expression of another statement: its text, or null where there is no such value. */
  proof(values: Record<string, unknown>): Fragment;
}

interface Parts {
  /** JSON. */
  readonly value: SQL;
  /** Text that changes with whatever the value is made of, and costs less to put together. */
  readonly proof: SQL;
  /** From where both come: at most one row. */
  readonly from: SQL;
}

/**
 * A statement of one JSON value, put together once and prepared by the database, for what every request asks. Values
 * stand in it as `value('name')`.
 */
export function preparedJson<T>({ value: json, proof, from }: Parts): PreparedJson<T> {
  const whole = fragmentOf(sql`select (${json})::text, ${proof} from ${from}`);
  const text = numbered(whole.texts);
  const short = fragmentOf(sql`(select ${proof} from ${from})`);
  return {
    proof: (values) => ({ texts: short.texts, values: fillPlaceholders([...short.values], values) }),
    ask: async (db, values) => {
      const [found, told] = await readTexts(db, text, fillPlaceholders([...whole.values], values));
      if (!found || !told) return null;
      return { proof: told.toString(), value: JSON.parse(found.toString()) as T };
    },
  };
}

/**
 * A prepared statement of any rows, also within a transaction. It is on its way when this comes back: what is sent
 * one after the other without waiting goes in that order, as one piece, and answers without a pause in between.
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
