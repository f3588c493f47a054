import { isForTokens } from '#modules/identity/user/user.policy.ts';
import type { Holding, Restriction, Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import type { PreparedJson, Proven } from '#platform/database/prepared.ts';
import type { Fragment } from '#platform/read/statement/sql-template.ts';
import { pairedOnlyRoles, type Right, type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import {
  askerByAccessToken,
  askerByApiToken,
  askerBySession,
  type HeldGrant,
  type SessionAsker,
  type TokenAsker,
} from './asker.queries.ts';
import { accessPrefix, tokenHash } from './secret.ts';
import { isNoteworthy, isRunning } from './session.rules.ts';

export interface Credentials {
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
}

type Found = SessionAsker | TokenAsker;
type WithClock = Pick<Context, 'clock'>;

/** What the database is asked about some credentials. */
export interface Question {
  readonly asker: PreparedJson<Found>;
  readonly values: Record<string, unknown>;
  readonly isToken: boolean;
  readonly hash: string;
  readonly day: string;
}

/** By a session; by an API token itself, or by one of the short-lived ones made from it. Null without credentials. */
export function questionOf(ctx: WithClock, { sessionToken, bearerToken }: Credentials): Question | null {
  const secret = bearerToken ?? sessionToken;
  if (!secret && bearerToken === null) return null;
  const hash = tokenHash(secret ?? '');
  const day = today(ctx.clock);
  const values = { hash, now: ctx.clock.now().toISOString(), today: day };
  const asker =
    bearerToken === null
      ? askerBySession
      : bearerToken.startsWith(accessPrefix)
        ? askerByAccessToken
        : askerByApiToken;
  return { asker, values, isToken: bearerToken !== null, hash: hash.toString('hex'), day };
}

interface Asker {
  readonly viewer: Viewer;
  /** Of the session or the token. */
  readonly credentialId: string;
  readonly lastAt: string | null;
}

/** Whether the session is over, which the database is not asked. */
export const isOver = (ctx: WithClock, found: Found): boolean =>
  'session' in found && !isRunning(found.session, ctx.clock.now());

function askerOf(found: Found): Asker {
  const { user, grants } = found;
  const held = grants.map(holdingOf);
  if ('token' in found) {
    const { id, pointsPerMinute, lastUsedAt } = found.token;
    const holdings = holdingsOfToken(found.token, held);
    const viewer = { ...person(user), sessionId: null, tokenId: id, pointsPerMinute, holdings, cadres: [] };
    // A program does no more than the person could who made it.
    const restriction = user.mustEnrol ? 'SECOND_FACTOR_REQUIRED' : undefined;
    return { viewer: restricted(viewer, restriction), credentialId: id, lastAt: lastUsedAt };
  }
  const { session, cadres } = found;
  const viewer = { ...person(user), sessionId: session.id, tokenId: null, holdings: held, cadres };
  return {
    viewer: restricted(viewer, restrictionOf(user)),
    credentialId: session.id,
    lastAt: session.lastSeenAt,
  };
}

function restrictionOf(user: Found['user']): Restriction | undefined {
  if (user.mustChangePassword) return 'PASSWORD_CHANGE_REQUIRED';
  return user.mustEnrol ? 'SECOND_FACTOR_REQUIRED' : undefined;
}

/** Until it is done the person may do nothing, whatever was granted. */
export const restricted = (viewer: Viewer, restriction: Restriction | undefined): Viewer =>
  restriction ? { ...viewer, holdings: [], cadres: [], restriction } : viewer;

export const person = (user: { id: string; username: string; displayName: string }) => ({
  userId: user.id,
  username: user.username,
  displayName: user.displayName,
});

export const holdingOf = (grant: HeldGrant): Holding => ({
  role: grant.role,
  divisionCode: grant.divisionCode ?? '',
  rights: new Set<Right>(rightsOfRole[grant.role as RoleKey] ?? []),
  pairedOnly: pairedOnlyRoles.has(grant.role),
});

/** Never more than its owner holds. */
export function holdingsOfToken(
  { divisionCode, rights: given }: { divisionCode: string; rights: readonly string[] },
  owned: readonly Holding[],
): Holding[] {
  const rights = given.filter(
    (right) =>
      isForTokens(right) &&
      owned.some(
        (held) => !held.pairedOnly && held.rights.has(right) && divisionCode.startsWith(held.divisionCode),
      ),
  ) as Right[];
  // Names of places are public, and nearly everything else shows one.
  const held = new Set<Right>([...rights, 'division.read']);
  return [{ role: 'API_CLIENT', divisionCode, rights: held, pairedOnly: false }];
}

interface Answer extends Proven<Found> {
  /** When it was told: with the day other grants may be in force. */
  readonly day: string;
  /** The same object for all requests, so that how far a right reaches is worked out once. */
  readonly asker: Asker;
}

const answers = new Map<string, Answer>();
const mostAnswers = 2_000;

/** Who that is. Keeps the answer, so that the next request of the same credentials need not ask first; see `cachedViewerOf`. */
export function remember({ hash, day }: Question, told: Proven<Found> | null): Asker | null {
  answers.delete(hash);
  if (!told) return null;
  if (answers.size >= mostAnswers) answers.delete(answers.keys().next().value ?? '');
  const asker = askerOf(told.value);
  answers.set(hash, { ...told, day, asker });
  return asker;
}

/** Somebody who was here before, and how to make sure that all is as it was. */
export interface CachedViewer {
  readonly viewer: Viewer;
  /** Asks within another statement whether it is so … */
  readonly question: Fragment;
  /** … and must be answered by this, to the letter; otherwise nothing that came with it may be used. */
  readonly proof: string;
}

/**
 * Who asks, if nothing has changed since the last time: for a read that makes sure of it in its own statement. Null for
 * whoever is new here, over, or to be noted; then the usual way is to be taken.
 */
export function cachedViewerOf(ctx: WithClock, credentials: Credentials): CachedViewer | null {
  const question = questionOf(ctx, credentials);
  const told = question && answers.get(question.hash);
  if (!told || told.day !== question.day) return null;
  if (isOver(ctx, told.value) || isNoteworthy(told.asker.lastAt, ctx.clock.now())) return null;
  return {
    viewer: told.asker.viewer,
    question: question.asker.proof(question.values),
    proof: told.proof,
  };
}
