import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { createLanes, type Lanes } from './lanes.ts';
import { preparing } from './preparing.ts';

/** The pool or the running transaction: the one who calls cannot tell and need not. */
export type Database = PostgresJsDatabase & {
  readonly $client?: Sql;
  /** Where transactions run; within one there are none. */
  readonly lanes?: Lanes;
};

export interface Connection {
  db: Database;
  close(): Promise<void>;
}

/** The role that owns nothing; see migrations/0000_roles.sql. */
const appRole = 'bangfu_app';

export interface ConnectOptions {
  max?: number;
  /** Longest statement, in milliseconds. */
  statementMs?: number;
  /** Only for migrations and maintenance: works as the owner of the tables. */
  asOwner?: boolean;
  /** Hears the text of every statement, without its values. */
  onStatement?: (text: string) => void;
}

/** For commands and work in the background. */
const halfAnHour = 1_800_000;

export function connect(
  url: string,
  { max = 10, asOwner = false, statementMs = halfAnHour, onStatement }: ConnectOptions = {},
): Connection {
  const options = {
    connect_timeout: 10,
    onnotice: () => undefined,
    ...(onStatement && { debug: (_connection: number, text: string) => onStatement(text) }),
    connection: {
      application_name: 'bangfu',
      statement_timeout: asOwner || !Number.isFinite(statementMs) ? 0 : statementMs,
      TimeZone: 'UTC',
      ...(asOwner ? {} : { role: appRole }),
    },
  };
  const client = postgres(url, { ...options, max });
  const lanes = createLanes(url, options, max);
  return {
    db: Object.assign(drizzle(preparing(client), { casing: 'snake_case' }), { lanes }),
    close: async () => {
      await Promise.all([lanes.close(), client.end({ timeout: 5 })]);
    },
  };
}

/**
 * Runs a statement that yields one row of texts, or none, and leaves them as they came over the wire: what is only
 * passed on need not be made a string. Equal statements are parsed and planned once per connection.
 */
export async function readTexts(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<(Buffer | null)[]> {
  if (!db.$client) throw new Error('only outside a transaction');
  const [row] = await db.$client.unsafe(text, values as never[]).raw();
  return row ?? [];
}

/** The first of them. */
export const readText = async (db: Database, text: string, values: readonly unknown[]) =>
  (await readTexts(db, text, values))[0] ?? null;
