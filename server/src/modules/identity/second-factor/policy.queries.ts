import { eq } from 'drizzle-orm';
import { findGrants } from '#modules/identity/session/session.queries.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';

export type PolicyRow = typeof secondFactorPolicy.$inferSelect;

const only = eq(secondFactorPolicy.id, 1);

export async function findPolicy(ctx: Context): Promise<PolicyRow> {
  const [found] = await ctx.db.select().from(secondFactorPolicy).where(only);
  if (!found) throw new Error('no policy of second factors');
  return found;
}

export async function lockPolicy(work: WorkContext): Promise<PolicyRow> {
  const [found] = await work.db.select().from(secondFactorPolicy).where(only).for('update');
  if (!found) throw new Error('no policy of second factors');
  return found;
}

export const policyRecord = { name: 'SecondFactorPolicy', table: secondFactorPolicy, key: ['id'] };

/** Whether a role that the user holds on the day requires a second factor. */
export async function rolesRequireOne(ctx: Context, userId: string, day: string): Promise<boolean> {
  const { requiredRoles } = await findPolicy(ctx);
  if (requiredRoles.length === 0) return false;
  const grants = await findGrants(ctx, userId, day);
  return grants.some(({ role }) => requiredRoles.includes(role));
}
