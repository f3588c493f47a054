import { viewerOf } from '#modules/identity/session/acting-user.service.ts';
import { isWide, type Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { allRights, type Right } from '#schema/codes/rights.ts';

/**
 * The owner of a webhook, with the rights held today in its whole division; null if the right was lost. 'WAITING': the
 * owner must set up a second factor first.
 */
export async function viewerFor(
  ctx: Context,
  { ownerId, divisionCode }: { ownerId: string; divisionCode: string },
): Promise<Viewer | 'WAITING' | null> {
  const owner = await viewerOf(ctx, ownerId);
  if (!owner) return null;
  if (owner.restriction) return 'WAITING';
  const held = owner.holdings.filter((holding) => divisionCode.startsWith(holding.divisionCode));
  const rights = new Set<Right>(allRights.filter((right) => held.some((one) => isWide(one, right))));
  if (!rights.has('webhook.write')) return null;
  return {
    ...owner,
    cadres: [],
    holdings: [{ role: 'API_CLIENT', divisionCode, rights, pairedOnly: false }],
  };
}
