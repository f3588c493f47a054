import { noCounty, record } from '#platform/audit.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { refuse } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { withTransaction } from '#platform/transaction.ts';
import type { LoginInput } from '#schema/identity/session.type.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import { type Attempt, attemptFailed, attemptSucceeded, beginAttempt } from './lockout.service.ts';
import { accountOf } from './me.service.ts';
import { verifyPassword } from './password.ts';
import { noteRefusedEntry } from './refused-entry.ts';
import { newToken, tokenHash } from './secret.ts';
import { endSession, insertSession } from './session.queries.ts';
import { findUserByName, lockUser, type UserRow } from './user.queries.ts';

/** Lets somebody in by name and password, with a new token each time. */
export async function login(ctx: Context, input: LoginInput) {
  const username = normaliseUsername(input.username);
  const attempt = await beginAttempt(ctx, username);
  const user = await findUserByName(ctx, username);
  // Nobody, a closed account and a wrong password take the same time and get the same answer.
  const fits = await verifyPassword(user?.passwordHash ?? null, input.password);
  const token = user && fits ? await openSession(ctx, user, attempt) : null;
  if (!user || !token) {
    await noteFailure(ctx, attempt, user);
    throw refuse('WRONG_CREDENTIALS');
  }
  ctx.reply?.setSession(token);
  return {
    clientMutationId: input.clientMutationId ?? null,
    user: accountOf(user),
    mustChangePassword: user.mustChangePassword,
  };
}

/** Null where the account was closed or its password changed while the given one was being verified. */
async function openSession(ctx: Context, user: UserRow, attempt: Attempt): Promise<string | null> {
  const token = newToken();
  const now = ctx.clock.now().toISOString();
  const opened = await withTransaction({ ...ctx, viewer: asViewer(user) }, async (work) => {
    const current = await lockUser(work, user.id);
    if (current?.status !== 'ACTIVE' || current.passwordHash !== user.passwordHash) return false;
    await attemptSucceeded(work, attempt);
    if (ctx.reply?.sessionToken) await endSession(work, tokenHash(ctx.reply.sessionToken), now);
    await insertSession(work, {
      id: newId(),
      tokenHash: tokenHash(token),
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
    });
    note(work, 'login', user, { outcome: 'SUCCEEDED', username: user.username, address: ctx.address });
    return true;
  });
  return opened ? token : null;
}

function noteFailure(ctx: Context, attempt: Attempt, user: UserRow | null): Promise<void> {
  return withTransaction(ctx, async (work) => {
    const locked = await attemptFailed(work, attempt);
    const outcome = locked ? 'LOCKED_OUT' : 'WRONG_CREDENTIALS';
    noteRefusedEntry(work, 'login', user, { outcome, address: ctx.address });
  });
}

const asViewer = (user: UserRow): NonNullable<Context['viewer']> => ({
  userId: user.id,
  username: user.username,
  displayName: user.displayName,
  sessionId: null,
  tokenId: null,
  holdings: [],
  cadres: [],
});

function note(work: WorkContext, action: string, user: UserRow | null, after?: object): void {
  record(work, {
    countyCode: noCounty,
    divisionCode: user?.divisionCode ?? noCounty,
    action,
    entity: 'User',
    entityId: user?.id ?? '-',
    after,
  });
}

/** Ends the session; without one there is nothing to end, and that is as good. */
export async function logout(ctx: Context) {
  const token = ctx.reply?.sessionToken;
  if (ctx.viewer?.tokenId) throw refuse('TOKEN_NOT_ALLOWED');
  if (token) {
    await withTransaction(ctx, async (work) => {
      await endSession(work, tokenHash(token), ctx.clock.now().toISOString());
      if (!ctx.viewer) return;
      const user = await lockUser(work, ctx.viewer.userId);
      note(work, 'logout', user);
    });
  }
  ctx.reply?.setSession(null);
  return { clientMutationId: null, ok: true };
}
