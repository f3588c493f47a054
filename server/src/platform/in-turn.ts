import { setImmediate as turn } from 'node:timers/promises';

/**
 * Statements of one transaction that need nothing of each other's answers: the connection runs them in this order, and
 * while it does the next one is made.
 */
export async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const begun: Promise<unknown>[] = [];
  for (const step of steps) {
    const done = step();
    // Whoever waits for all of them meets the error.
    done.catch(() => undefined);
    begun.push(done);
    await turn();
  }
  await Promise.all(begun);
}
