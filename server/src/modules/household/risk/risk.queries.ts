import { and, eq } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { householdRisk } from '#schema/household/household.table.ts';

const openOf = (countyCode: string, householdId: string) =>
  and(
    eq(householdRisk.countyCode, countyCode),
    eq(householdRisk.householdId, householdId),
    eq(householdRisk.status, 'OPEN'),
  );

export async function openRiskKinds(
  ctx: Context,
  countyCode: string,
  householdId: string,
): Promise<string[]> {
  const risks = await ctx.db
    .select({ kind: householdRisk.kind })
    .from(householdRisk)
    .where(openOf(countyCode, householdId));
  return risks.map((risk) => risk.kind);
}
