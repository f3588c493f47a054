import type { AuthProvider } from 'react-admin';
import { request } from '../../api/client.ts';
import { errorCode } from '../../api/errors.ts';
import {
  completeLoginMutation,
  loginMutation,
  logoutMutation,
} from '../../resources/session/session.graphql.ts';
import type { ConsoleResource } from '../../shared/resource/console-resource.ts';
import { CodeRequired } from './code-required.ts';
import { holdsEverywhere, rightFor } from './rights.ts';
import { forgetAddress, forgetMe, isSignedIn, loadMe } from './session.ts';
import { setStoreOwner } from './store.ts';
import { clearUserData, setUser } from './user-data.ts';

/** The page forgets the user even if the server cannot be reached; the session then expires there. */
const ignore = () => undefined;

const signedOut = () => Object.assign(new Error('ra.auth.auth_check_error'), { message: false });

/** What an account must do before anything else; the layout opens the page for it instead of every other. */
const restrictions = new Set<string | undefined>(['PASSWORD_CHANGE_REQUIRED', 'SECOND_FACTOR_REQUIRED']);

const accountProvider = {
  /** By user name and password, or, where a second factor is required, by the challenge that was thrown and a code. */
  login: async (given: { username: string; password: string } | { challenge: string; code: string }) => {
    if ('challenge' in given) {
      const { completeLogin } = await request(completeLoginMutation, { input: given });
      forgetMe();
      return completeLogin.recoveryCodesLeft;
    }
    const { username, password } = given;
    const { login } = await request(loginMutation, { input: { username, password } });
    if (login.secondFactor) throw new CodeRequired(login.secondFactor.challenge);
    forgetMe();
    return undefined;
  },

  logout: async () => {
    // react-admin also calls this for visitors who never signed in, and when the session has expired.
    if (isSignedIn()) {
      forgetAddress();
      clearUserData();
      // A request that is refused because of this is no session that ended.
      forgetMe();
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
      // A server that does not answer is no reason to sign the user out.
      return;
    }
    if (!me) throw signedOut();
    setStoreOwner(me.user.username);
    setUser(me.user.id);
  },

  getIdentity: async () => {
    const me = await loadMe();
    if (!me) throw signedOut();
    const { user, ...held } = me;
    return { id: user.id, fullName: user.displayName, username: user.username, ...held };
  },
} satisfies Omit<AuthProvider, 'canAccess' | 'checkError'>;

/**
 * Signs in and out, and opens each resource to those who hold its right. `renewIdentity` has the page ask again who is
 * signed in.
 */
export function createAuthProvider(
  resources: readonly ConsoleResource[],
  renewIdentity: () => void,
): AuthProvider {
  const rightsByName = new Map(resources.map(({ name, rights }) => [name, rights]));
  return {
    ...accountProvider,

    /**
     * Never throws: react-admin would answer the refused request with an empty record, and a form would take that for
     * saved. The end of the session is noted where answers arrive, see api/session-end.ts.
     */
    checkError: async (error: unknown) => {
      if (!restrictions.has(errorCode(error))) return;
      forgetMe();
      renewIdentity();
    },

    canAccess: async ({ resource, action }) => {
      const rights = rightsByName.get(resource);
      const right = rightFor(rights, action);
      const me = await loadMe();
      // A restricted account holds no rights until it has done its duty, and then returns to this page.
      if (me?.mustChangePassword || me?.mustEnrolSecondFactor) return true;
      if (!right || !me?.rights.includes(right)) return false;
      if (rights?.isOpenTo && !rights.isOpenTo(me.rights)) return false;
      return !rights?.isOfWholeCountry || holdsEverywhere(me.grants, right);
    },
  };
}
