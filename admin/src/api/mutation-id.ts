import { v7 } from 'uuid';

const pending = new Map<string, { fingerprint: string; id: string }>();

/**
 * The same input sent again after a lost answer carries the same id, so the server repeats its first answer instead of
 * executing it twice; changed input gets a new id.
 */
export function mutationId(operation: string, input: unknown): string {
  const fingerprint = JSON.stringify(input);
  const last = pending.get(operation);
  if (last?.fingerprint === fingerprint) return last.id;
  const id = v7();
  pending.set(operation, { fingerprint, id });
  return id;
}

export function settleMutation(operation: string): void {
  pending.delete(operation);
}
