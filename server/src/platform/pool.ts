import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import type { Availability } from './availability.ts';
import { ConnectionLost } from './connection-lost.ts';

export type DriverOptions = NonNullable<Parameters<typeof postgres>[1]>;

/** What the query builder needs of a driver; transactions are not among it. */
export type Statements = Pick<Sql, 'options' | 'unsafe'>;

export interface Pool {
  readonly statements: Statements;
  close(): Promise<void>;
}

/**
 * Connections for single statements. When the database has gone away all of them are replaced: what waits for an answer
 * fails at once, and nothing is left of connections whose other end may be gone without a word.
 */
export function createPool(url: string, options: DriverOptions, availability?: Availability): Pool {
  let client = openDriver(url, options);
  availability?.onDown(() => {
    void client.end({ timeout: 0 });
    client = openDriver(url, options);
  });
  return {
    statements: {
      options: client.options,
      unsafe: (...args: Parameters<Sql['unsafe']>) => {
        refuseWhileDown(availability);
        return client.unsafe(...args);
      },
    } as Statements,
    close: () => client.end({ timeout: 5 }),
  };
}

/** A client of the driver that takes and gives values as the query builder wants them. */
export function openDriver(url: string, options: DriverOptions): Sql {
  const client = postgres(url, options);
  // The query builder tells the driver so where it is put together.
  drizzle(client);
  return client;
}

export function refuseWhileDown(availability: Availability | undefined): void {
  if (availability?.isDown) throw new ConnectionLost('the database is unreachable');
}
