import { useSyncExternalStore } from 'react';

let held = '';
const listeners = new Set<() => void>();

/** An API token to use instead of the session; kept until the page is closed. */
export const heldToken = (): string => held;

export function holdToken(token: string): void {
  held = token.trim();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHeldToken = (): string => useSyncExternalStore(subscribe, heldToken);
