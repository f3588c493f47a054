import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { parseDatabaseUrl } from './address.ts';
import type { Availability } from './availability.ts';
import { createPool, type Pool } from './pool.ts';
import { preparing } from './preparing.ts';
import { checked } from './session-check.ts';
import {
  backgroundLimits,
  formats,
  keepalives,
  ownerLimits,
  processName,
  requestLimits,
} from './session-settings.ts';
import { type Destination, inOnePiece, openSocket, socketBy } from './socket.ts';
import { createTransactionPool } from './transaction-pool.ts';
import type { Database, TransactionPool } from './types.ts';

export interface Connection {
  db: Database;
  close(): Promise<void>;
}

export interface ConnectOptions {
  max?: number;
  /** For requests: the longest statement, in milliseconds. */
  statementMs?: number;
  /** Only for migrations and maintenance: works as the owner of the tables. */
  asOwner?: boolean;
  /** Hears the text of every statement, without its values. */
  onStatement?: (text: string) => void;
  /** Where it is known whether the database answers, nothing waits for one that does not. */
  availability?: Availability;
}

const millisecondsToConnect = 4_000;

/** Pools; each connection that is not the owner's has shown that it may serve before the first statement. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { max = 10, availability } = options;
  const { address, driver, opening } = driverOptions(url, options);
  const pool = createPool(address, { ...driver, max, ...socketBy(opening) }, availability);
  const socket = socketBy((destination) => opening(destination).then(inOnePiece));
  const transactions = createTransactionPool(address, { ...driver, ...socket }, max, availability);
  const statements = drizzle(preparing(pool.statements) as Sql, { casing: 'snake_case' });
  return {
    db: Object.assign(statements, { transactions, transaction: transactionOn(transactions) }),
    close: async () => {
      await Promise.all([transactions.close(), pool.close()]);
    },
  };
}

/** The driver alone, for what speaks SQL of its own. */
export function openClient(url: string, options: ConnectOptions = {}): Sql {
  const { address, settings } = plainOptions(url, options);
  return postgres(address, settings);
}

/** The same behind a pool, for what goes on while the database is away: nothing of it waits, and it comes back. */
export function openClientPool(url: string, options: ConnectOptions = {}): Pool {
  const { address, settings } = plainOptions(url, options);
  return createPool(address, settings, options.availability, postgres);
}

function plainOptions(url: string, options: ConnectOptions) {
  const { address, driver, opening } = driverOptions(url, options);
  const types = { json: jsonOrItsText };
  return { address, settings: { ...driver, max: options.max ?? 10, types, ...socketBy(opening) } };
}

/** A text is JSON already; the driver would make a JSON string of it. */
const jsonOrItsText = {
  to: 114,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

function driverOptions(url: string, { asOwner = false, statementMs, onStatement }: ConnectOptions) {
  const { url: address, encryption } = parseDatabaseUrl(url);
  const limits = asOwner ? ownerLimits : statementMs ? requestLimits(statementMs) : backgroundLimits;
  return {
    address,
    opening: async (destination: Destination) => {
      const socket = await openSocket(destination, millisecondsToConnect, encryption);
      return asOwner ? socket : checked(socket, limits);
    },
    driver: {
      connect_timeout: millisecondsToConnect / 1_000,
      // The driver's own pauses grow to 20 seconds, whether or not the database is back meanwhile.
      backoff: () => 0.1,
      // The socket comes encrypted, or not, as the address has it.
      ssl: false,
      onnotice: () => undefined,
      ...(onStatement && { debug: (_connection: number, text: string) => onStatement(text) }),
      connection: { application_name: processName, ...formats, ...limits, ...keepalives },
    },
  };
}

/** The transactions of the query builder run on the same connections. */
const transactionOn = (transactions: TransactionPool) =>
  ((body, manner) =>
    transactions.run(async ({ db, begun, commit }) => {
      await begun;
      const value = await body(db as Parameters<typeof body>[0]);
      await commit();
      return value;
    }, manner)) as Database['transaction'];

/** Whether rows are spread over nodes by migrations/cluster/distribute.sql. */
export async function isCluster(db: Database): Promise<boolean> {
  const [row] = await db.execute(
    sql`select exists (select from pg_extension where extname = 'citus') as found`,
  );
  return row?.found === true;
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
