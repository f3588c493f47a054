import { and, eq, isNotNull } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { division } from '#schema/division/division.table.ts';
import { organization } from '#schema/organization/organization.table.ts';

export async function findDivision(ctx: Context, code: string) {
  const [found] = await ctx.db.select().from(division).where(eq(division.code, code));
  return found ?? null;
}

export async function organizationExists(ctx: Context, countyCode: string, id: string): Promise<boolean> {
  const found = await ctx.db
    .select({ id: organization.id })
    .from(organization)
    .where(and(eq(organization.countyCode, countyCode), eq(organization.id, id)));
  return found.length > 0;
}

/** Which of these cadres have an account. */
export async function selectWithAccount(
  ctx: Context,
  countyCodes: readonly string[],
  ids: readonly string[],
): Promise<string[]> {
  const found = await ctx.db
    .select({ id: cadre.id })
    .from(cadre)
    .where(and(anyValue(cadre.countyCode, countyCodes), anyValue(cadre.id, ids), isNotNull(cadre.userId)));
  return found.map(({ id }) => id);
}
