import type { ResultOf } from 'gql.tada';
import { request } from '../../api/client.ts';
import { errorCode } from '../../api/errors.ts';
import { meQuery } from '../../resources/session/session.graphql.ts';

export type Me = NonNullable<ResultOf<typeof meQuery>['me']>;

const FRESH_FOR_MS = 60_000;

let cached: { at: number; me: Promise<Me | null> } | undefined;
let signedIn = false;
let leftAt: string | undefined;

async function fetchMe(): Promise<Me | null> {
  try {
    const { me } = await request(meQuery, {});
    signedIn = me !== null;
    return me;
  } catch (error) {
    if (errorCode(error) !== 'UNAUTHENTICATED') throw error;
    noteSessionEnd();
    return null;
  }
}

/** The signed-in user, fetched at most once a minute: menus, buttons and routes all ask for it. */
export function loadMe(): Promise<Me | null> {
  if (cached && Date.now() - cached.at < FRESH_FOR_MS) return cached.me;
  const fetched = { at: Date.now(), me: fetchMe() };
  cached = fetched;
  const forget = () => {
    if (cached === fetched) cached = undefined;
  };
  // Only a signed-in user is remembered: another tab may sign in at any moment.
  fetched.me.then((me) => me ?? forget(), forget);
  return fetched.me;
}

export const isSignedIn = (): boolean => signedIn;

export function forgetMe(): void {
  cached = undefined;
  signedIn = false;
}

/** The session expired while in use: the address is kept, to return to after signing in. */
export function noteSessionEnd(): void {
  if (signedIn) leftAt = window.location.hash.replace(/^#/, '');
  forgetMe();
}

/** The address at which the session expired. */
export const addressAtSessionEnd = (): string | undefined => leftAt;

export function forgetAddress(): void {
  leftAt = undefined;
}
