import type { ResultOf } from 'gql.tada';
import { request } from '../../api/client.ts';
import { errorCode } from '../../api/errors.ts';
import { isLeaving, noAnswer, noteSessionEnd } from '../../api/session-end.ts';
import { meQuery } from '../../resources/session/session.graphql.ts';

export type Me = NonNullable<ResultOf<typeof meQuery>['me']>;

const FRESH_FOR_MS = 60_000;

let cached: { at: number; me: Promise<Me | null> } | undefined;
let signedIn = false;
let leftAt: string | undefined;

async function askMe(): Promise<Me | null> {
  try {
    return (await request(meQuery, {})).me;
  } catch (error) {
    if (errorCode(error) !== 'UNAUTHENTICATED') throw error;
    return null;
  }
}

async function fetchMe(): Promise<Me | null> {
  const me = await askMe();
  if (!me && signedIn) noteSessionEnd();
  // The page that asks is being left; without a user it would first tell of missing rights.
  if (!me && isLeaving()) return noAnswer();
  signedIn = me !== null;
  return me;
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

/** The session has ended while in use: the address is kept, to return to after signing in. */
export function keepAddress(): void {
  if (signedIn) leftAt = window.location.hash.replace(/^#/, '');
  forgetMe();
}

/** The address at which the session expired. */
export const addressAtSessionEnd = (): string | undefined => leftAt;

export function forgetAddress(): void {
  leftAt = undefined;
}
