import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import type { Log } from '#platform/core/log.ts';
import { traceOf } from '#platform/core/trace.ts';
import { ConnectionLost } from './connection-lost.ts';
import { openDirect } from './direct-client.ts';
import { SessionRefused } from './session-check.ts';
import { processName } from './session-settings.ts';

const secondsBetweenProbes = 0.5;
const secondsBetweenAttempts = 0.5;
/** Without an answer to a probe for this long, the database counts as unreachable. */
const timeoutMs = 2_500;
const sliceMs = 100;

/** Whether the database answers. Code that would wait for it checks here first, so that no wait is endless. */
export interface Availability {
  readonly isDown: boolean;
  /** Calls back each time the database has stopped answering: pending statements will get no answer. */
  onDown(listener: () => void): void;
  stop(): Promise<void>;
}

/** Probes the database twice a second, on a connection of its own, and logs the beginning and the end of an outage. */
export function watchAvailability(url: string, log: Log): Availability {
  const listeners: (() => void)[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  let client = open(url);
  let isDown = false;
  const probe = async (): Promise<unknown> => {
    const failure = await answerOf(ping(client));
    if (failure === null) return null;
    void client.end({ timeout: 0 });
    client = open(url);
    return failure;
  };
  const checkOnce = async (): Promise<void> => {
    let failure = await probe();
    // A single session may have been terminated; only a second failure means that the database is down.
    if (failure && !(failure instanceof ConnectionLost)) failure = await probe();
    if (signal.aborted || failure === null) return;
    const since = performance.now();
    isDown = true;
    log.error(traceOf(failure), 'the database is unreachable');
    for (const listener of listeners) listener();
    const answering = await firstAnswered(url, signal);
    if (!answering) return;
    void client.end({ timeout: 0 });
    client = answering;
    await endFormerSessions(client);
    isDown = false;
    log.warn({ seconds: Math.round((performance.now() - since) / 1_000) }, 'the database is reachable again');
  };
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await checkOnce();
      await pause(secondsBetweenProbes, signal);
    }
  };
  const watching = watch();
  return {
    get isDown() {
      return isDown;
    },
    onDown: (listener) => void listeners.push(listener),
    async stop() {
      stopping.abort();
      await watching;
      await client.end({ timeout: 0 });
    },
  };
}

/**
 * The first of many connections that gets an answer; null when stopped. Attempts do not wait for earlier ones: one sent
 * into an interrupted network gets no answer even after the network is back.
 */
async function firstAnswered(url: string, stopping: AbortSignal): Promise<Sql | null> {
  const answered = new AbortController();
  const over = AbortSignal.any([stopping, answered.signal]);
  let found: Sql | null = null;
  const attempt = async (): Promise<void> => {
    const client = open(url);
    const failure = await answerOf(ping(client), over);
    if (failure === null && !over.aborted) found = client;
    else await client.end({ timeout: 0 });
    if (found) answered.abort();
  };
  while (!over.aborted) {
    void attempt();
    await pause(secondsBetweenAttempts, over);
  }
  return found;
}

/**
 * This process gives up all its connections in an outage. If only the network was broken, the database does not know:
 * the old sessions would keep their locks, and a repeated request would wait for them.
 */
async function endFormerSessions(client: Sql): Promise<void> {
  const ended = client`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and application_name = ${processName}`;
  await answerOf(ended);
}

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await sleep(seconds * 1_000, undefined, { ref: false, signal }).catch(() => undefined);
}

function open(url: string): Sql {
  return openDirect(url, {
    fetch_types: false,
    connection: { application_name: 'bangfu availability' },
  });
}

const ping = (client: Sql): PromiseLike<unknown> => client.unsafe('select 1');

/** Null if the database answers, even with an error such as too many connections. */
async function answerOf(question: PromiseLike<unknown>, over?: AbortSignal): Promise<unknown> {
  const answer = question.then(
    () => null,
    (error: unknown) => (isRefusal(error) ? null : error),
  );
  const answered = new AbortController();
  const until = over ? AbortSignal.any([over, answered.signal]) : answered.signal;
  return await Promise.race([answer, silence(until)]).finally(() => answered.abort());
}

const isRefusal = (error: unknown): boolean =>
  error instanceof SessionRefused ||
  (error instanceof postgres.PostgresError && !error.code.startsWith('57P'));

async function silence(signal: AbortSignal): Promise<ConnectionLost> {
  // In slices, so that time in which this process was too busy to receive the answer does not count.
  for (let waited = 0; waited < timeoutMs && !signal.aborted; waited += sliceMs)
    await sleep(sliceMs, undefined, { ref: false });
  return new ConnectionLost('no answer in time');
}
