import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** The pool or the running transaction: the one who calls cannot tell and need not. */
export type Database = PostgresJsDatabase;

export interface Connection {
  db: Database;
  close(): Promise<void>;
}

/** The role that owns nothing; see migrations/0000_roles.sql. */
const appRole = 'bangfu_app';

export interface ConnectOptions {
  max?: number;
  /** Only for migrations and maintenance: works as the owner of the tables. */
  asOwner?: boolean;
}

export function connect(url: string, { max = 10, asOwner = false }: ConnectOptions = {}): Connection {
  const client = postgres(url, {
    max,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: {
      application_name: 'bangfu',
      statement_timeout: asOwner ? 0 : 30_000,
      TimeZone: 'UTC',
      ...(asOwner ? {} : { role: appRole }),
    },
  });
  return { db: drizzle(client, { casing: 'snake_case' }), close: () => client.end({ timeout: 5 }) };
}
