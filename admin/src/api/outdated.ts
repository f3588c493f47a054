let outdated = false;
const listeners = new Set<() => void>();

/** Whether the server has told this page that it is of another release. It stays so until the page is loaded again. */
export const isOutdated = (): boolean => outdated;

export function noteOutdated(): void {
  outdated = true;
  for (const listener of listeners) listener();
}

export function subscribeToOutdated(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
