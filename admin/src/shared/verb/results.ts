import type { ReactNode } from 'react';
import { onUserChange } from '../../providers/account/user-data.ts';

/** Renders a result; `close` is called once it has been read. */
export type ResultView = (close: () => void) => ReactNode;

interface Shown {
  userId: string | undefined;
  view: ResultView;
}

let waiting: readonly Shown[] = [];
let currentUser: string | undefined;
const listeners = new Set<() => void>();

function put(next: readonly Shown[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/**
 * Shows what a verb did until somebody has read it. It stands outside the page: the table it was started from may be
 * empty by then, the record gone, or the session over.
 */
export const showResult = (view: ResultView): void => put([...waiting, { userId: currentUser, view }]);

export const firstResult = (): Shown | undefined => waiting[0];

export const closeResult = (result: Shown): void => put(waiting.filter((one) => one !== result));

export function subscribeToResults(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

onUserChange((userId) => {
  currentUser = userId;
  put(waiting.filter((one) => one.userId === userId));
});
