import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { createLanes, type Lanes } from './lanes.ts';
import { type Destination, failedSocket, openSocket } from './lanes-socket.ts';
import { preparing } from './preparing.ts';
import { checked } from './session-check.ts';

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
const millisecondsToConnect = 10_000;

/** A pool; each connection that is not the owner's has shown that it may serve before the first statement. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { max = 10 } = options;
  const { driver, opening } = driverOptions(url, options);
  const client = openClient(url, options);
  const lanes = createLanes(url, driver, max, opening);
  return {
    db: Object.assign(drizzle(preparing(client), { casing: 'snake_case' }), { lanes }),
    close: async () => {
      await Promise.all([lanes.close(), client.end({ timeout: 5 })]);
    },
  };
}

/** The driver alone, for what speaks SQL of its own. */
export function openClient(url: string, options: ConnectOptions = {}): Sql {
  const { driver, opening } = driverOptions(url, options);
  return postgres(url, {
    ...driver,
    max: options.max ?? 10,
    types: { json: jsonOrItsText },
    ...{ socket: (destination: Destination) => opening(destination).catch(failedSocket) },
  });
}

/** A text is JSON already; the driver would make a JSON string of it. */
const jsonOrItsText = {
  to: 114,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

function driverOptions(
  url: string,
  { asOwner = false, statementMs = halfAnHour, onStatement }: ConnectOptions,
) {
  const { ssl } = postgres(url, { max: 1 }).options;
  const longest = asOwner || !Number.isFinite(statementMs) ? 0 : statementMs;
  return {
    opening: async (destination: Destination) => {
      const socket = await openSocket(destination, millisecondsToConnect, ssl);
      return asOwner ? socket : checked(socket, longest);
    },
    driver: {
      connect_timeout: 10,
      // The socket comes encrypted, or not, as the address has it.
      ssl: false,
      onnotice: () => undefined,
      ...(onStatement && { debug: (_connection: number, text: string) => onStatement(text) }),
      connection: { application_name: 'bangfu', statement_timeout: longest, TimeZone: 'UTC' },
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
