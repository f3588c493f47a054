import { setTimeout as sleep } from 'node:timers/promises';
import { logVisit, sendDocument, visitInput } from './requests.ts';
import type { Village } from './village.ts';

export interface Load {
  /** Visits that were answered with their id, by their clientMutationId. */
  readonly acknowledged: Map<string, string>;
  /** Refusals that no outage explains. */
  readonly faults: readonly string[];
  /** Resolves when every started visit has been acknowledged. */
  stop(): Promise<void>;
}

const workers = 8;
/** Leaves enough days in the year for all visits, and time on the machine for others. */
const pause = 40;

/**
 * Clients that log one visit after the other, and repeat each with its mutation id until it is acknowledged. Continues
 * after those acknowledged before.
 */
export function startLoad(
  address: () => string,
  { cadre, households }: Village,
  acknowledged = new Map<string, string>(),
): Load {
  const faults: string[] = [];
  let begun = acknowledged.size;
  let isStopped = false;
  const attempt = async (input: object): Promise<string | null> => {
    try {
      const { data, code } = await sendDocument(address(), cadre.session, logVisit, { input });
      if (code !== null && code !== 'UNAVAILABLE') faults.push(code);
      return data?.logVisit ? (data.logVisit as { visit: { id: string } }).visit.id : null;
    } catch {
      // No server, or the answer was lost: only a repetition tells what became of it.
      return null;
    }
  };
  const work = async (): Promise<void> => {
    while (!isStopped) {
      const input = visitInput(households, begun);
      begun += 1;
      for (let id = await attempt(input); ; id = await attempt(input)) {
        if (id) acknowledged.set(input.clientMutationId, id);
        await sleep(pause);
        if (id) break;
      }
    }
  };
  const working = Promise.all(Array.from({ length: workers }, work));
  return {
    acknowledged,
    faults,
    async stop() {
      isStopped = true;
      await working;
    },
  };
}
