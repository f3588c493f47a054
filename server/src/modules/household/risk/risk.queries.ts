import { and, eq, notInArray } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { updateWhere } from '#platform/write/where.ts';
import { householdRisk } from '#schema/household/household.table.ts';
import { riskEntity } from './risk.entity.ts';

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

/** Moves open risks to another household, except kinds that are already open there. */
export async function moveOpenRisks(
  work: WorkContext,
  countyCode: string,
  { id: householdId, villageCode: former }: { id: string; villageCode: string },
  into: { id: string; villageCode: string },
): Promise<void> {
  const there = await openRiskKinds(work, countyCode, into.id);
  const elsewhere = there.length > 0 ? notInArray(householdRisk.kind, there) : undefined;
  await updateWhere(
    work,
    riskEntity,
    and(openOf(countyCode, householdId), elsewhere),
    { householdId: into.id, villageCode: into.villageCode },
    { auditedAs: 'Household', former: { divisionCode: former, householdId } },
  );
}
