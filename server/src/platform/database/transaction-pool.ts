import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Availability } from './availability.ts';
import { ConnectionLost } from './connection-lost.ts';
import { type DriverOptions, openDriver, refuseWhileDown, type Statements } from './pool.ts';
import { preparing } from './preparing.ts';
import type { Manner, Opened, TransactionPool } from './types.ts';

/** A connection is made anew after this, like those of the driver's own pool. */
const lifetime = 2_700_000;
/** Transactions under way when all is closed may end within this. */
const patience = 5_000;

export function createTransactionPool(
  url: string,
  options: DriverOptions,
  max: number,
  availability?: Availability,
): TransactionPool {
  const free: Connection[] = [];
  const all = new Set<Connection>();
  const waiting: ((connection: Connection) => void)[] = [];
  let isClosing = false;
  const open = (): Connection => {
    const connection = openConnection(url, options, () => {
      all.delete(connection);
      const at = free.indexOf(connection);
      if (at >= 0) free.splice(at, 1);
    });
    all.add(connection);
    return connection;
  };
  const take = (): Connection | Promise<Connection> => {
    if (isClosing) throw new Error('the database is closed');
    refuseWhileDown(availability);
    const connection = free.pop() ?? (all.size < max ? open() : null);
    return connection ?? new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (connection: Connection): void => {
    const isOld = performance.now() - connection.since > lifetime;
    if (isOld || isClosing) connection.drop();
    const next = waiting.shift();
    if (next) next(connection.isLost() ? open() : connection);
    else if (!connection.isLost()) free.push(connection);
  };
  const dropAll = () => {
    for (const connection of [...all]) connection.drop();
  };
  availability?.onDown(dropAll);
  return {
    async run(body, manner = {}) {
      const connection = await take();
      try {
        refuseWhileDown(availability);
        return await connection.run(body, beginning(manner));
      } finally {
        giveBack(connection);
      }
    },
    async close() {
      isClosing = true;
      const until = performance.now() + patience;
      for (const connection of [...free]) connection.drop();
      while (all.size > 0 && performance.now() < until) await sleep(20);
      dropAll();
    },
  };
}

/**
 * On a cluster a table that points at one which every node has is not written after a read by several connections to a
 * node. Sent together with `begin`, the setting takes no way of its own; a single server knows it as a name without meaning.
 */
const oneByOne = 'set local citus.multi_shard_modify_mode to sequential';

const beginning = ({ isolationLevel, accessMode }: Manner): string => {
  const begin = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode];
  return `${begin.filter(Boolean).join(' ')}${accessMode === 'read only' ? '' : `; ${oneByOne}`}`;
};

interface Connection {
  readonly since: number;
  isLost(): boolean;
  drop(): void;
  run<T>(body: (opened: Opened) => Promise<T>, begin: string): Promise<T>;
}

/**
 * A reserved connection of a driver that has no other: once it is lost nothing is sent any more, for a new one would
 * know nothing of the transaction, and the driver notices neither.
 */
function openConnection(url: string, options: DriverOptions, onLost: () => void): Connection {
  let isLost = false;
  let rejectLost: (reason: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    rejectLost = reject;
  });
  lost.catch(() => undefined);
  const drop = (reason: unknown = 'dropped') => {
    if (isLost) return;
    isLost = true;
    rejectLost(new ConnectionLost('the connection of a transaction is lost', { cause: reason }));
    onLost();
    void client.end({ timeout: 0 });
  };
  // The driver would end an old one in the middle of a transaction.
  const client = openDriver(url, { ...options, max: 1, max_lifetime: null, onclose: () => drop('closed') });
  const reserving = client.reserve();
  reserving.catch(drop);

  const run = async <T>(body: (opened: Opened) => Promise<T>, begin: string): Promise<T> => {
    const reserved = await Promise.race([reserving, lost]);
    let isOver = false;
    let firstFailure: unknown;
    const statements = {
      options: client.options,
      unsafe(...args: Parameters<Sql['unsafe']>) {
        if (isLost) throw new ConnectionLost('the connection of the transaction is lost');
        // Part of the body may still go on when another part has failed.
        if (isOver) throw new Error('the transaction is over');
        const query = reserved.unsafe(...args);
        // Sends it now, in order; a pipelined statement may fail before it is awaited.
        query.catch((error: unknown) => {
          firstFailure ??= error;
        });
        return query;
      },
    } as Statements;
    const send = async (text: string) => (await Promise.race([statements.unsafe(text), lost])).command;
    const begun = send(begin);
    begun.catch(() => undefined);
    const opened: Opened = {
      db: drizzle(preparing(statements) as Sql, { casing: 'snake_case' }),
      begun,
      commit: async () => {
        // After an ignored failure the database answers COMMIT with ROLLBACK and no error.
        if ((await send('commit')) !== 'COMMIT') throw firstFailure ?? new Error('nothing was committed');
      },
    };
    try {
      const running = body(opened);
      return await Promise.race([running, lost]);
    } catch (error) {
      // Runs after all sent statements. If this fails too, the connection is lost and the transaction with it.
      await send('rollback').catch(drop);
      throw error;
    } finally {
      isOver = true;
    }
  };
  return { since: performance.now(), isLost: () => isLost, drop, run };
}
