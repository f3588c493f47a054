import { setTimeout as sleep } from 'node:timers/promises';
import { logVisit, sendDocument, visitInput } from './requests.ts';
import type { Village } from './village.ts';

export interface Load {
  /** Visits that were answered with their id, by their clientMutationId. */
  readonly acknowledged: Map<string, string>;
  /** Refusals that no outage explains. */
  readonly faults: readonly string[];
  /** Comes back when every visit that was begun has been acknowledged. */
  stop(): Promise<void>;
}

const workers = 8;
/** So that a year has days enough for all visits, and the machine time for others. */
const pause = 40;

/**
 * Programs that log one visit after the other, and send each again under its key until it is acknowledged. Goes on
 * after those that were acknowledged before.
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
      // Nobody was there, or the answer got lost: what became of it only a repetition tells.
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
