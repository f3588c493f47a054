/** Functions that clear what the page keeps of a user, such as drafts and unread results. */
const clearers = new Set<(userId: string | undefined) => void>();

let user: string | undefined;

/** `clear` gets the id of the user whose data may stay; undefined after a sign-out. */
export function onUserChange(clear: (userId: string | undefined) => void): void {
  clearers.add(clear);
  // A module that loads later is told the user at once.
  if (user) clear(user);
}

/** Clears the data of the previous user of this window. */
export function setUser(userId: string): void {
  if (user === userId) return;
  user = userId;
  for (const clear of clearers) clear(userId);
}

/** At sign-out. An expired session keeps its data for the next sign-in. */
export function clearUserData(): void {
  user = undefined;
  for (const clear of clearers) clear(undefined);
}

/** Undefined until it is known who is signed in. */
export const currentUserId = (): string | undefined => user;
