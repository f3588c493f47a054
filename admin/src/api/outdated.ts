let outdated = false;
const listeners = new Set<() => void>();

/** Whether the server has said that it runs another release than this page. Stays true until the page is reloaded. */
export const isOutdated = (): boolean => outdated;

export function noteOutdated(): void {
  outdated = true;
  for (const listener of listeners) listener();
}

export function subscribeToOutdated(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
