import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';

/** The pool or the running transaction; callers need not know which. */
export type Database = PostgresJsDatabase & {
  readonly $client?: Sql;
  /** Where transactions run; within one there are none. */
  readonly transactions?: TransactionPool;
};

/** A transaction, whose beginning may still be on its way. */
export interface Opened {
  readonly db: Database;
  /** Must be awaited before writing: a statement before BEGIN would be committed at once. */
  readonly begun: Promise<unknown>;
  /** Sends the end at once behind the rest; fails where the database took all of it back. */
  commit(): Promise<void>;
}

export type Manner = NonNullable<Parameters<Database['transaction']>[1]>;

/**
 * Connections for transactions, each with one after the other. The driver's own `begin` waits for an answer to every
 * `begin` and `commit`; here they go along with the statements next to them, on one way there and back.
 */
export interface TransactionPool {
  run<T>(body: (opened: Opened) => Promise<T>, manner?: Manner): Promise<T>;
  close(): Promise<void>;
}
