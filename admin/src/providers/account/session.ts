import type { ResultOf } from 'gql.tada';
import { request } from '../../api/client.ts';
import { errorCode } from '../../api/errors.ts';
import { meQuery } from '../../resources/session/session.graphql.ts';

export type Me = NonNullable<ResultOf<typeof meQuery>['me']>;

const FRESH_FOR_MS = 60_000;

let asked: { at: number; me: Promise<Me | null> } | undefined;
let signedIn = false;
let leftAt: string | undefined;

async function ask(): Promise<Me | null> {
  try {
    const { me } = await request(meQuery, {});
    signedIn = me !== null;
    return me;
  } catch (error) {
    if (errorCode(error) !== 'UNAUTHENTICATED') throw error;
    noteEnd();
    return null;
  }
}

/** Who is signed in, asked at most once a minute: menus, buttons and routes all want to know. */
export function loadMe(): Promise<Me | null> {
  if (asked && Date.now() - asked.at < FRESH_FOR_MS) return asked.me;
  const question = { at: Date.now(), me: ask() };
  asked = question;
  const forgetAnswer = () => {
    if (asked === question) asked = undefined;
  };
  // Only a known person is remembered: another tab may sign in at any moment.
  question.me.then((me) => me ?? forgetAnswer(), forgetAnswer);
  return question.me;
}

export const isSignedIn = (): boolean => signedIn;

export function forgetMe(): void {
  asked = undefined;
  signedIn = false;
}

/** The session ended under the user's hands: where they were is kept, to be brought back there. */
export function noteEnd(): void {
  if (signedIn) leftAt = window.location.hash.replace(/^#/, '');
  forgetMe();
}

/** The page that the end of the session took the user away from. */
export const placeLeft = (): string | undefined => leftAt;

export function forgetPlace(): void {
  leftAt = undefined;
}
