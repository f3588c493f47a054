/** What the page keeps for the person in front of it, and how each of it is put away. */
const keepers = new Set<(ownerId: string | undefined) => void>();

let owner: string | undefined;

/** `clear` is told whose things may stay; nobody's where the person has signed out. */
export function clearForOthers(clear: (ownerId: string | undefined) => void): void {
  keepers.add(clear);
  // What is loaded later learns whose it is from the start.
  if (owner) clear(owner);
}

/** Whoever is signed in now: what others have left in this window goes. */
export function settleOwner(userId: string): void {
  if (owner === userId) return;
  owner = userId;
  for (const clear of keepers) clear(userId);
}

/** The person has signed out: nothing of theirs stays. A session that merely ran out comes back to its things. */
export function clearBelongings(): void {
  owner = undefined;
  for (const clear of keepers) clear(undefined);
}

/** By id; undefined before it is known who is signed in. */
export const ownerId = (): string | undefined => owner;
