import { findUserByName } from '#modules/identity/user/user.queries.ts';
import type { Holding, Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { notFound, refuse } from '#platform/core/errors.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import {
  type Credentials,
  holdingOf,
  holdingsOfToken,
  isOver,
  person,
  questionOf,
  remember,
} from './asker.ts';
import { findGrants, touchSession, touchToken } from './session.queries.ts';
import { isNoteworthy } from './session.rules.ts';

/** Who asks, read anew at each request; null when nobody is signed in. A token that opens nothing is refused. */
export async function identify(ctx: Context, credentials: Credentials): Promise<Viewer | null> {
  const question = questionOf(ctx, credentials);
  if (!question) return null;
  const told = await question.asker.ask(ctx.db, question.values);
  const found = remember(question, told);
  if (!found && question.isToken) throw refuse('UNAUTHENTICATED', { authorization: 'TOKEN_INVALID' });
  if (!told || !found || isOver(ctx, told.value)) return null;
  const now = ctx.clock.now();
  if (isNoteworthy(found.lastAt, now)) {
    const touch = question.isToken ? touchToken : touchSession;
    await touch(ctx, found.credentialId, now.toISOString());
  }
  return found.viewer;
}

export async function holdingsOf(ctx: Context, userId: string, before?: number): Promise<Holding[]> {
  return (await findGrants(ctx, userId, today(ctx.clock), before)).map(holdingOf);
}

/** Somebody for whom the command line acts, with what that person holds today. */
export async function viewerNamed(ctx: Context, username: string): Promise<Viewer> {
  const user = await findUserByName(ctx, normaliseUsername(username));
  if (user?.status !== 'ACTIVE') throw notFound('username');
  const displayName = `${user.displayName} (command line)`;
  const holdings = await holdingsOf(ctx, user.id);
  return { ...person({ ...user, displayName }), sessionId: null, tokenId: null, holdings, cadres: [] };
}

/** What a token holds today, for work after its request. */
export const heldByToken = async (
  ctx: Context,
  token: { ownerId: string; divisionCode: string; rights: readonly string[]; ordinal: number },
): Promise<Holding[]> => holdingsOfToken(token, await holdingsOf(ctx, token.ownerId, token.ordinal));
