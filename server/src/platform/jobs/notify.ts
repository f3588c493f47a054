type Listener = (queue: string) => void;

const listeners = new Set<Listener>();

/** Says to the workers of this process that something waits on a queue; those of others ask every second. */
export function notifyWorkers(queue: string): void {
  for (const listener of listeners) listener(queue);
}

/** Gives back what ends it. */
export function onNotified(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
