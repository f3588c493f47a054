import { divisionExists } from '#modules/division/division.service.ts';
import { requireEnrolled } from '#modules/identity/second-factor/step-up/step-up.service.ts';
import { newToken, tokenHash } from '#modules/identity/session/secret.ts';
import { endOfDay } from '#modules/identity/session/session.rules.ts';
import { tokenEntity } from '#modules/identity/user/user.entity.ts';
import { holdsIn, isForTokens } from '#modules/identity/user/user.policy.ts';
import { noCounty } from '#platform/audit/audit.ts';
import { addDays, today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { usualRateLimits } from '#platform/rate-limit/rate-limiter.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { end, insert } from '#platform/write/write.ts';
import type { CreateTokenInput, RevokeTokenInput } from '#schema/identity/token.type.ts';
import { expiryFault } from './token.rules.ts';

/** Makes a token; only the first answer contains the secret. */
export async function createToken(ctx: Context, input: CreateTokenInput) {
  let secret: string | null = null;
  const answer = await command(ctx, 'createToken', noCounty, input, async (work) => {
    const ownerId = work.viewer?.userId ?? '';
    await requireEnrolled(work, ownerId);
    await checkToken(work, input);
    secret = newToken('bf_');
    const row = {
      id: newId(),
      name: input.name.trim(),
      tokenHash: tokenHash(secret),
      hint: secret.slice(0, 8),
      ownerId,
      divisionCode: input.divisionCode,
      rights: [...new Set(input.rights)].sort(),
      pointsPerMinute: input.pointsPerMinute ?? null,
      expiresAt: endOfDay(addDays(input.expiresOn, 1)),
      createdAt: ctx.clock.now().toISOString(),
    };
    const made = await insert(work, tokenEntity, row, { action: 'createToken' });
    return { token: [made.id] };
  });
  return { ...answer, secret };
}

/** The rate limit protects other counties: only an administrator of the whole country may raise it for a token. */
function checkBudget({ rateLimiter, viewer }: WorkContext, points: number | null | undefined): void {
  const usual = (rateLimiter?.settings ?? usualRateLimits).tokenPoints;
  if ((points ?? 0) <= usual || holdsIn(viewer, 'token.write', null)) return;
  throw new AppError('INVALID_INPUT', { 'input.pointsPerMinute': 'OUT_OF_RANGE' }, { most: usual });
}

async function checkToken(work: WorkContext, input: CreateTokenInput): Promise<void> {
  const { divisionCode } = input;
  const fault = expiryFault(input.expiresOn, today(work.clock));
  if (fault) throw invalid({ 'input.expiresOn': fault });
  checkBudget(work, input.pointsPerMinute);
  if (!holdsIn(work.viewer, 'token.write', divisionCode) || !(await divisionExists(work, divisionCode))) {
    throw notFound('input.divisionCode');
  }
  for (const [at, right] of input.rights.entries()) {
    const path = `input.rights.${at}`;
    if (!isForTokens(right)) throw invalid({ [path]: 'CODE_UNKNOWN' });
    if (!holdsIn(work.viewer, right, divisionCode)) {
      throw refuse('GRANT_EXCEEDS_OWN', { [path]: 'GRANT_EXCEEDS_OWN' });
    }
  }
}

/** Revokes a token; the next request with it is refused. */
export async function revokeToken(ctx: Context, input: RevokeTokenInput) {
  return command(ctx, 'revokeToken', noCounty, input, async (work) => {
    const token = await lockRow(work, tokenEntity, input.tokenId, 'input.tokenId', 'token.write');
    if (token.revokedAt !== null) return { token: [token.id] };
    const revokedAt = ctx.clock.now().toISOString();
    await end(
      work,
      tokenEntity,
      token,
      { revokedAt },
      {
        action: 'revokeToken',
        before: { revokedAt: null },
        after: { revokedAt },
      },
    );
    return { token: [token.id] };
  });
}
