import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import type { Database } from './database.ts';
import { type Destination, inOnePiece } from './lanes-socket.ts';
import { preparing } from './preparing.ts';

/** A lane is made anew after this, like the connections of a pool. */
const lifetime = 2_700_000;
/** Transactions under way when all is closed may end within this. */
const patience = 5_000;

/** A transaction, whose beginning may still be on its way. */
export interface Opened {
  readonly db: Database;
  /** Nothing may be written before: without a beginning it would be kept whatever comes after it. */
  readonly begun: Promise<unknown>;
  /** Sends the end at once behind the rest; fails where the database took all of it back. */
  commit(): Promise<void>;
}

/**
 * Connections for transactions, each with one after the other. The pool of the driver waits for an answer to every
 * `begin` and `commit`; here they go along with the statements next to them, on one way there and back.
 */
export interface Lanes {
  transaction<T>(work: (opened: Opened) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type DriverOptions = NonNullable<Parameters<typeof postgres>[1]>;
type OpenSocket = (destination: Destination) => Promise<Socket>;

export function createLanes(url: string, options: DriverOptions, max: number, opening: OpenSocket): Lanes {
  const free: Lane[] = [];
  const all = new Set<Lane>();
  const waiting: ((lane: Lane) => void)[] = [];
  let isClosing = false;
  const open = (): Lane => {
    const lane = openLane(url, options, opening, () => {
      all.delete(lane);
      const at = free.indexOf(lane);
      if (at >= 0) free.splice(at, 1);
    });
    all.add(lane);
    return lane;
  };
  const drop = async (lane: Lane): Promise<void> => {
    all.delete(lane);
    await lane.end();
  };
  const take = (): Lane | Promise<Lane> => {
    if (isClosing) throw new Error('the database is closed');
    // One that was lost while nobody had it has gone from the list; what is free is good.
    const lane = free.pop() ?? (all.size < max ? open() : null);
    return lane ?? new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (lane: Lane): void => {
    const isGood = !lane.isLost() && performance.now() - lane.since < lifetime && !isClosing;
    if (!isGood) void drop(lane);
    const next = waiting.shift();
    if (next) next(isGood ? lane : open());
    else if (isGood) free.push(lane);
  };
  return {
    async transaction(work) {
      const lane = await take();
      try {
        return await inTransaction(lane, work);
      } finally {
        giveBack(lane);
      }
    },
    async close() {
      isClosing = true;
      const until = performance.now() + patience;
      await Promise.all(free.splice(0).map(drop));
      while (all.size > 0 && performance.now() < until) await sleep(20);
      await Promise.all([...all].map(drop));
    },
  };
}

async function inTransaction<T>(lane: Lane, work: (opened: Opened) => Promise<T>): Promise<T> {
  const begun = lane.send('begin');
  // Whoever reads ahead may fail before anybody asks whether the transaction has begun.
  begun.catch(() => undefined);
  try {
    return await work({
      db: lane.db,
      begun,
      commit: async () => {
        // After a failure that nobody minded, the database answers this with ROLLBACK and no error.
        if ((await lane.send('commit')).command !== 'COMMIT') throw new Error('nothing was committed');
      },
    });
  } catch (error) {
    // Whatever is still on its way comes first. Where this fails too, the connection is gone and all with it.
    await lane.send('rollback').catch(lane.end);
    throw error;
  }
}

interface Lane {
  readonly db: Database;
  readonly since: number;
  isLost(): boolean;
  send(text: 'begin' | 'commit' | 'rollback'): Promise<{ readonly command: string }>;
  end(): Promise<void>;
}

/** A driver with one connection, once: a second one would know nothing of the transaction that the first was in. */
function openLane(url: string, options: DriverOptions, opening: OpenSocket, onLost: () => void): Lane {
  let isOpened = false;
  let isLost = false;
  const client = postgres(url, {
    ...options,
    max: 1,
    // The driver would end it in the middle of a transaction.
    max_lifetime: null,
    onclose: () => {
      isLost = true;
      onLost();
      void end();
    },
    ...{
      socket: async (destination: Destination) => {
        if (isOpened) throw lost();
        isOpened = true;
        return opening(destination).then(inOnePiece, (error: unknown) => {
          isLost = true;
          throw error;
        });
      },
    },
  });
  const end = async (): Promise<void> => {
    isLost = true;
    await client.end({ timeout: 0 });
  };
  const guarded = {
    options: client.options,
    unsafe(...args: Parameters<Sql['unsafe']>) {
      if (isLost) throw lost();
      const query = client.unsafe(...args);
      // Statements that nobody waits for may fail before anybody asks.
      query.catch(() => undefined);
      return query;
    },
  };
  return {
    // What the query builder needs of a driver; a transaction within one is not among it.
    db: drizzle(preparing(guarded as unknown as Sql), { casing: 'snake_case' }),
    since: performance.now(),
    isLost: () => isLost,
    send: async (text) => {
      const { command } = await guarded.unsafe(text);
      return { command };
    },
    end,
  };
}

const lost = () => new Error('the connection of the transaction is lost');
