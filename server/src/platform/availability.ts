import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { ConnectionLost } from './connection-lost.ts';
import type { Log } from './context.ts';
import { openDirect } from './direct-client.ts';
import { traceOf } from './trace.ts';

const secondsBetweenProbes = 0.5;
/** So often it is tried while the database is away: all is served again soon after it is back. */
const secondsBetweenAttempts = 0.25;
/** A database that leaves the smallest question unanswered for so long is unreachable: stopped, frozen or cut off. */
const patience = 2_500;
const piece = 100;

/** Whether the database answers. Everything that would wait for it asks here first, so that no wait is without end. */
export interface Availability {
  readonly isDown: boolean;
  /** Calls back each time the database has stopped answering: what waits for an answer then waits in vain. */
  onDown(listener: () => void): void;
  stop(): Promise<void>;
}

/** Asks the database twice a second, on a connection of its own, and logs the beginning and the end of an outage. */
export function watchAvailability(url: string, log: Log): Availability {
  const listeners: (() => void)[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  let client = open(url);
  let downSince: number | null = null;
  const probe = async (): Promise<unknown> => {
    const failure = await answerOf(client);
    if (failure === null) return null;
    void client.end({ timeout: 0 });
    client = open(url);
    return failure;
  };
  const look = async (): Promise<void> => {
    let failure = await probe();
    // A session may have been ended alone; that the next one fails as well speaks of the database.
    if (failure && downSince === null && !(failure instanceof ConnectionLost)) failure = await probe();
    if (signal.aborted || (failure === null) === (downSince === null)) return;
    if (failure) {
      downSince = performance.now();
      log.error(traceOf(failure), 'the database is unreachable');
      for (const listener of listeners) listener();
    } else {
      const seconds = Math.round((performance.now() - (downSince ?? 0)) / 1_000);
      downSince = null;
      log.warn({ seconds }, 'the database is reachable again');
    }
  };
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await look();
      const seconds = downSince === null ? secondsBetweenProbes : secondsBetweenAttempts;
      await sleep(seconds * 1_000, undefined, { ref: false, signal }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    get isDown() {
      return downSince !== null;
    },
    onDown: (listener) => void listeners.push(listener),
    async stop() {
      stopping.abort();
      await client.end({ timeout: 0 });
      await watching;
    },
  };
}

function open(url: string): Sql {
  return openDirect(url, {
    fetch_types: false,
    connection: { application_name: 'bangfu availability' },
  });
}

/** Null where it answers, be it with a refusal: whoever is told that there are too many connections was answered. */
async function answerOf(client: Sql): Promise<unknown> {
  const asked = client.unsafe('select 1').then(
    () => null,
    (error: unknown) => (isRefusal(error) ? null : error),
  );
  const answered = new AbortController();
  return await Promise.race([asked, silence(answered.signal)]).finally(() => answered.abort());
}

const isRefusal = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && !error.code.startsWith('57P');

async function silence(signal: AbortSignal): Promise<ConnectionLost> {
  // In pieces, so that time in which this process itself was too busy to look for the answer does not count.
  for (let waited = 0; waited < patience && !signal.aborted; waited += piece)
    await sleep(piece, undefined, { ref: false });
  return new ConnectionLost('no answer in time');
}
