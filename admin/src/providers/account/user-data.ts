/** Clear what the page keeps of a user, such as drafts and results that wait to be read. */
const clearers = new Set<(userId: string | undefined) => void>();

let user: string | undefined;

/** `clear` gets the id of the user whose data may stay; none where somebody has signed out. */
export function onUserChange(clear: (userId: string | undefined) => void): void {
  clearers.add(clear);
  // A module that is loaded later gets to know the user at once.
  if (user) clear(user);
}

/** Clears the data of whoever used this window before. */
export function setUser(userId: string): void {
  if (user === userId) return;
  user = userId;
  for (const clear of clearers) clear(userId);
}

/** At the sign-out. A session that merely ran out keeps its data for the next sign-in. */
export function clearUserData(): void {
  user = undefined;
  for (const clear of clearers) clear(undefined);
}

/** Undefined before it is known who is signed in. */
export const currentUserId = (): string | undefined => user;
