import type { AuthProvider } from 'react-admin';
import { request } from '../api/client.ts';
import { errorCode } from '../api/errors.ts';
import { loginMutation, logoutMutation } from '../resources/session/session.graphql.ts';
import { clearBelongings, settleOwner } from './belongings.ts';
import { rightFor } from './rights.ts';
import { forgetMe, forgetPlace, isSignedIn, loadMe, noteEnd } from './session.ts';
import { setStoreOwner } from './store.ts';

/** The page forgets the user even when the server cannot be told; the session then runs out there. */
const ignore = () => undefined;

const signedOut = () => Object.assign(new Error('ra.auth.auth_check_error'), { message: false });

export const authProvider: AuthProvider = {
  login: async ({ username, password }: { username: string; password: string }) => {
    await request(loginMutation, { input: { username, password } });
    forgetMe();
  },

  logout: async () => {
    // react-admin also calls this for visitors who never signed in, and when the session has ended by itself.
    if (isSignedIn()) {
      forgetPlace();
      clearBelongings();
      await request(logoutMutation, {}).catch(ignore);
    }
    forgetMe();
    setStoreOwner(undefined);
  },

  checkAuth: async () => {
    let me: Awaited<ReturnType<typeof loadMe>>;
    try {
      me = await loadMe();
    } catch {
      // An unreachable server is no reason to throw the user out of the page.
      return;
    }
    if (!me) throw signedOut();
    setStoreOwner(me.user.username);
    settleOwner(me.user.id);
  },

  checkError: async (error: unknown) => {
    if (errorCode(error) !== 'UNAUTHENTICATED') return;
    noteEnd();
    throw Object.assign(new Error('ra.notification.logged_out'), { redirectTo: '/login' });
  },

  getIdentity: async () => {
    const me = await loadMe();
    if (!me) throw signedOut();
    const { user, ...held } = me;
    return { id: user.id, fullName: user.displayName, username: user.username, ...held };
  },

  canAccess: async ({ resource, action }) => {
    const right = rightFor(resource, action);
    const me = await loadMe();
    return right !== undefined && (me?.rights.includes(right) ?? false);
  },
};
