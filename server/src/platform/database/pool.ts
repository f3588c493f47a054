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

/** A pool is made anew after this, as its connections keep what was prepared on them. */
const lifetime = 2_700_000;
/** Statements under way when a pool is replaced may end within this. */
const secondsToEnd = 2;

/**
 * Connections for single statements. Once one is lost all of them are replaced, for the driver may go on using what is
 * left of it; and when the database stops answering, what waits for an answer fails at once.
 */
export function createPool(
  url: string,
  options: DriverOptions,
  availability?: Availability,
  openWith: (url: string, options: DriverOptions) => Sql = openDriver,
): Pool {
  let isClosed = false;
  const open = () => {
    const client: Sql = openWith(url, {
      ...options,
      max_lifetime: null,
      onclose: () => {
        if (client === current.client && !isClosed) replace(secondsToEnd);
      },
    });
    return { client, since: performance.now() };
  };
  let current = open();
  const replace = (seconds: number) => {
    const { client } = current;
    current = open();
    void client.end({ timeout: seconds });
  };
  availability?.onDown(() => replace(0));
  return {
    statements: {
      options: current.client.options,
      unsafe: (...args: Parameters<Sql['unsafe']>) => {
        refuseWhileDown(availability);
        if (performance.now() - current.since > lifetime) replace(lifetime / 1_000);
        return current.client.unsafe(...args);
      },
    } as Statements,
    close: () => {
      isClosed = true;
      return current.client.end({ timeout: 5 });
    },
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
