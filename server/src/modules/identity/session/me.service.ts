import { dayOf, today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { globalId } from '#platform/core/ids.ts';
import { pairedOnlyRoles } from '#schema/codes/rights.ts';
import { findGrantsWithDivision, findTokenWithDivision } from './session.queries.ts';

export const accountOf = (user: { id: string; username: string; displayName: string }) => ({
  id: globalId('User', user.id),
  username: user.username,
  displayName: user.displayName,
});

/** The viewer with the rights held today: for a token its own rights, not those of its owner. */
export async function me(ctx: Context) {
  const { viewer } = ctx;
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  const { userId: id, username, displayName, holdings, cadres } = viewer;
  return {
    user: accountOf({ id, username, displayName }),
    grants: viewer.tokenId ? await grantOfToken(ctx, viewer.tokenId) : await grantsOf(ctx, id),
    rights: [...new Set(holdings.flatMap((holding) => [...holding.rights]))].sort(),
    cadres: cadres.map((cadre) => ({
      id: globalId('Cadre', cadre.countyCode, cadre.id),
      countyCode: cadre.countyCode,
    })),
    mustChangePassword: viewer.restriction === 'PASSWORD_CHANGE_REQUIRED',
    mustEnrolSecondFactor: viewer.restriction === 'SECOND_FACTOR_REQUIRED',
  };
}

async function grantsOf(ctx: Context, userId: string) {
  const rows = await findGrantsWithDivision(ctx, userId, today(ctx.clock));
  return rows.map(({ grant, division }) => ({
    role: grant.role,
    division,
    fromOn: grant.fromOn,
    toOn: grant.toOn,
    pairedOnly: pairedOnlyRoles.has(grant.role),
  }));
}

async function grantOfToken(ctx: Context, tokenId: string) {
  const found = await findTokenWithDivision(ctx, tokenId);
  if (!found) return [];
  const { token, division } = found;
  const lastMoment = new Date(Date.parse(token.expiresAt) - 1);
  const fromOn = dayOf(new Date(token.createdAt));
  return [{ role: 'API_CLIENT', division, fromOn, toOn: dayOf(lastMoment), pairedOnly: false }];
}
