import { useSyncExternalStore } from 'react';
import { closeResult, firstResult, subscribeToResults } from './results.ts';

/** Where the results of verbs stand, one after the other, whatever becomes of the page below. */
export function ResultHost() {
  const result = useSyncExternalStore(subscribeToResults, firstResult);
  return result ? result.view(() => closeResult(result)) : null;
}
