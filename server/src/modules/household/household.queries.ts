import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { division } from '#schema/division/division.table.ts';
import { household, householdCategory } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';

type NewHousehold = typeof household.$inferInsert;

export async function findVillage(ctx: Context, code: string) {
  const [village] = await ctx.db
    .select()
    .from(division)
    .where(and(eq(division.code, code), eq(division.level, 'VILLAGE')));
  return village ?? null;
}

export async function insertHousehold(
  ctx: Context,
  row: NewHousehold,
  head: typeof member.$inferInsert,
  category: typeof householdCategory.$inferInsert,
) {
  const [made] = await ctx.db.insert(household).values(row).returning();
  await ctx.db.insert(member).values(head);
  await ctx.db.insert(householdCategory).values(category);
  if (!made) throw new Error('nothing inserted');
  noteInserted(ctx, household, [made]);
  noteInserted(ctx, member, [head]);
  noteInserted(ctx, householdCategory, [category]);
  return made;
}

export async function updateHousehold(
  ctx: Context,
  countyCode: string,
  id: string,
  changes: Partial<NewHousehold>,
) {
  const [changed] = await ctx.db
    .update(household)
    .set({ ...changes, version: sql`${household.version} + 1` })
    .where(and(eq(household.countyCode, countyCode), eq(household.id, id)))
    .returning();
  if (!changed) throw new Error('nothing updated');
  noteUpdated(ctx, household, [changed]);
  return changed;
}
