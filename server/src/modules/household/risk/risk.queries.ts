import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { householdRisk } from '#schema/household/household.table.ts';

type NewRisk = typeof householdRisk.$inferInsert;

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

export async function insertRisk(ctx: Context, row: NewRisk) {
  const [made] = await ctx.db.insert(householdRisk).values(row).returning();
  if (!made) throw new Error('nothing inserted');
  noteInserted(ctx, householdRisk, [made]);
  return made;
}

export async function updateRisk(ctx: Context, countyCode: string, id: string, changes: Partial<NewRisk>) {
  const [changed] = await ctx.db
    .update(householdRisk)
    .set({ ...changes, version: sql`${householdRisk.version} + 1` })
    .where(and(eq(householdRisk.countyCode, countyCode), eq(householdRisk.id, id)))
    .returning();
  if (!changed) throw new Error('nothing updated');
  noteUpdated(ctx, householdRisk, [changed]);
  return changed;
}

/** Open risks go to another household, but for the kinds that are open there already. */
export async function carryRisks(
  ctx: Context,
  countyCode: string,
  { id: householdId, villageCode: former }: { id: string; villageCode: string },
  into: { id: string; villageCode: string },
): Promise<void> {
  const there = await openRiskKinds(ctx, countyCode, into.id);
  const elsewhere = there.length > 0 ? notInArray(householdRisk.kind, there) : undefined;
  const carried = await ctx.db
    .update(householdRisk)
    .set({
      householdId: into.id,
      villageCode: into.villageCode,
      version: sql`${householdRisk.version} + 1`,
    })
    .where(and(openOf(countyCode, householdId), elsewhere))
    .returning();
  noteUpdated(ctx, householdRisk, carried, { divisionCode: former, householdId });
}
