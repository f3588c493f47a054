import { useSyncExternalStore } from 'react';
import { closeResult, firstResult, subscribeToResults } from './results.ts';

/** Shows the results of verbs, one after the other, independently of the page below. */
export function ResultHost() {
  const result = useSyncExternalStore(subscribeToResults, firstResult);
  return result ? result.view(() => closeResult(result)) : null;
}
