import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  readonly kind: string;
  /** By `performance.now()`. */
  readonly begun: number;
  readonly ended: number;
  /** Neither refused because the database is down nor left without an answer. */
  readonly isServed: boolean;
}

export interface SteadyLoad {
  /** All answers so far. */
  readonly answers: readonly Answer[];
  /** Resolves when everything that was sent has been answered. */
  stop(): Promise<void>;
}

/** Sends one request; resolves to its status. */
export type Send = () => Promise<number>;

const unavailable = 503;

/**
 * Sends a request of each kind at every interval, whatever became of those before: people go on clicking during an
 * outage, and a client that waited for its last answer would hardly send anything.
 */
export function sendSteadily(kinds: Readonly<Record<string, Send>>, millisecondsBetween: number): SteadyLoad {
  const answers: Answer[] = [];
  const underWay = new Set<Promise<void>>();
  let isStopped = false;
  const one = async (kind: string, send: Send): Promise<void> => {
    const begun = performance.now();
    const status = await send().catch(() => unavailable);
    answers.push({ kind, begun, ended: performance.now(), isServed: status !== unavailable });
  };
  const beat = async (): Promise<void> => {
    while (!isStopped) {
      for (const [kind, send] of Object.entries(kinds)) {
        const request = one(kind, send).finally(() => underWay.delete(request));
        underWay.add(request);
      }
      await sleep(millisecondsBetween);
    }
  };
  const beating = beat();
  return {
    answers,
    async stop() {
      isStopped = true;
      await beating;
      await Promise.all(underWay);
    },
  };
}
