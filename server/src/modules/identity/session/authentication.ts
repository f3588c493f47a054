import { isForTokens } from '#modules/identity/user/user.policy.ts';
import { type Holding, isWide, type Restriction, type Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import type { Fragment } from '#platform/database/fragment.ts';
import type { PreparedJson, Versioned } from '#platform/database/prepared.ts';
import {
  pairedOnlyRoles,
  type Right,
  type RoleKey,
  rightsOfRole,
  sentOnlyRoles,
} from '#schema/codes/rights.ts';
import {
  accessTokenCredential,
  apiTokenCredential,
  type HeldGrantRow,
  type SessionCredential,
  sessionCredential,
  type TokenCredential,
} from './credential.queries.ts';
import { accessPrefix, tokenHash } from './secret.ts';
import { isNoteworthy, isRunning } from './session.rules.ts';

export interface Credentials {
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
}

type Credential = SessionCredential | TokenCredential;
type WithClock = Pick<Context, 'clock'>;

/** The statement that finds a credential, with its parameters. */
export interface CredentialLookup {
  readonly statement: PreparedJson<Credential>;
  readonly values: Record<string, unknown>;
  readonly isToken: boolean;
  readonly hash: string;
  readonly day: string;
}

/** Looks up a session, an API token, or a short-lived access token issued for one. Null without credentials. */
export function credentialLookupOf(
  ctx: WithClock,
  { sessionToken, bearerToken }: Credentials,
): CredentialLookup | null {
  const secret = bearerToken ?? sessionToken;
  if (!secret && bearerToken === null) return null;
  const hash = tokenHash(secret ?? '');
  const day = today(ctx.clock);
  const values = { hash, now: ctx.clock.now().toISOString(), today: day };
  const statement =
    bearerToken === null
      ? sessionCredential
      : bearerToken.startsWith(accessPrefix)
        ? accessTokenCredential
        : apiTokenCredential;
  return { statement, values, isToken: bearerToken !== null, hash: hash.toString('hex'), day };
}

interface Authentication {
  readonly viewer: Viewer;
  /** Of the session or the token. */
  readonly credentialId: string;
  readonly lastUsedAt: string | null;
}

/** Whether the session has timed out; the statement that finds it does not check this. */
export const isExpired = (ctx: WithClock, credential: Credential): boolean =>
  'session' in credential && !isRunning(credential.session, ctx.clock.now());

function authenticationOf(credential: Credential): Authentication {
  const { user, grants } = credential;
  const held = grants.map(holdingOf);
  if ('token' in credential) {
    const { id, pointsPerMinute, lastUsedAt } = credential.token;
    const holdings = holdingsOfToken(credential.token, held);
    const viewer = { ...person(user), sessionId: null, tokenId: id, pointsPerMinute, holdings, cadres: [] };
    // A token never allows more than its owner may do.
    const restriction = user.mustEnrol ? 'SECOND_FACTOR_REQUIRED' : undefined;
    return { viewer: restricted(viewer, restriction), credentialId: id, lastUsedAt };
  }
  const { session, cadres } = credential;
  const viewer = { ...person(user), sessionId: session.id, tokenId: null, holdings: held, cadres };
  return {
    viewer: restricted(viewer, restrictionOf(user)),
    credentialId: session.id,
    lastUsedAt: session.lastSeenAt,
  };
}

function restrictionOf(user: Credential['user']): Restriction | undefined {
  if (user.mustChangePassword) return 'PASSWORD_CHANGE_REQUIRED';
  return user.mustEnrol ? 'SECOND_FACTOR_REQUIRED' : undefined;
}

/** While a restriction is in force the viewer holds no rights at all. */
export const restricted = (viewer: Viewer, restriction: Restriction | undefined): Viewer =>
  restriction ? { ...viewer, holdings: [], cadres: [], restriction } : viewer;

export const person = (user: { id: string; username: string; displayName: string }) => ({
  userId: user.id,
  username: user.username,
  displayName: user.displayName,
});

export const holdingOf = (grant: HeldGrantRow): Holding => ({
  role: grant.role,
  divisionCode: grant.divisionCode ?? '',
  rights: new Set<Right>(rightsOfRole[grant.role as RoleKey] ?? []),
  pairedOnly: pairedOnlyRoles.has(grant.role),
  sentOnly: sentOnlyRoles.has(grant.role),
});

/** Never more rights than its owner holds. */
export function holdingsOfToken(
  { divisionCode, rights: given }: { divisionCode: string; rights: readonly string[] },
  owned: readonly Holding[],
): Holding[] {
  const rights = given
    .filter(isForTokens)
    .filter((right) =>
      owned.some((held) => isWide(held, right) && divisionCode.startsWith(held.divisionCode)),
    );
  // Division names are public, and nearly every record shows one.
  const held = new Set<Right>([...rights, 'division.read']);
  return [{ role: 'API_CLIENT', divisionCode, rights: held, pairedOnly: false }];
}

interface CachedAuthentication extends Versioned<Credential> {
  /** The day on which it was read: on another day other grants may apply. */
  readonly day: string;
  /** The same object for all requests, so that the reach of a right is computed once. */
  readonly authentication: Authentication;
}

const cache = new Map<string, CachedAuthentication>();
const maxCached = 2_000;

/** Caches the authentication, so that the next request with the same credential can use `cachedViewerOf`. */
export function cacheAuthentication(
  { hash, day }: CredentialLookup,
  read: Versioned<Credential> | null,
): Authentication | null {
  cache.delete(hash);
  if (!read) return null;
  if (cache.size >= maxCached) cache.delete(cache.keys().next().value ?? '');
  const authentication = authenticationOf(read.value);
  cache.set(hash, { ...read, day, authentication });
  return authentication;
}

/** The viewer of an earlier request, to be used only together with a check that nothing has changed since. */
export interface CachedViewer {
  readonly viewer: Viewer;
  /** Reads the current version, as an expression of another statement. */
  readonly versionQuery: Fragment;
  /** If the current version differs from this, the result of that statement must be discarded. */
  readonly version: string;
}

/**
 * The cached viewer, for a read that checks the version in its own statement. Null if nothing is cached for today, if
 * the session has timed out, or if its last use must be recorded; the caller then authenticates as usual.
 */
export function cachedViewerOf(ctx: WithClock, credentials: Credentials): CachedViewer | null {
  const lookup = credentialLookupOf(ctx, credentials);
  const cached = lookup && cache.get(lookup.hash);
  if (!cached || cached.day !== lookup.day) return null;
  if (isExpired(ctx, cached.value) || isNoteworthy(cached.authentication.lastUsedAt, ctx.clock.now()))
    return null;
  return {
    viewer: cached.authentication.viewer,
    versionQuery: lookup.statement.version(lookup.values),
    version: cached.version,
  };
}
