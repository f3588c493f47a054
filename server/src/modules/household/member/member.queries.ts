import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { type Former, noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { formerResidentId, member } from '#schema/household/member.table.ts';

type NewMember = typeof member.$inferInsert;
type Named = Pick<typeof member.$inferSelect, 'countyCode' | 'id'>;

/** Records of a person who is a present member of a household of the county, or who died. */
export async function onFile(ctx: Context, countyCode: string, residentIdHash: Buffer) {
  return ctx.db
    .select({ id: member.id, leftReason: member.leftReason })
    .from(member)
    .where(
      and(
        eq(member.countyCode, countyCode),
        eq(member.residentIdHash, residentIdHash),
        or(isNull(member.leftOn), eq(member.leftReason, 'DEATH')),
      ),
    );
}

/** Everybody of a name and birth date whom the county has or had on record, as far as that tells who they were. */
export const namesakesOf = (ctx: Context, countyCode: string, name: string, birthOn: string) =>
  ctx.db
    .select({
      id: member.id,
      householdId: member.householdId,
      leftOn: member.leftOn,
      leftReason: member.leftReason,
      residentIdHash: member.residentIdHash,
      documentKind: member.documentKind,
    })
    .from(member)
    .where(and(eq(member.countyCode, countyCode), eq(member.name, name), eq(member.birthOn, birthOn)));

const ofHousehold = (countyCode: string, householdId: string) =>
  and(eq(member.countyCode, countyCode), eq(member.householdId, householdId));

/** Who is in a household; its row, locked before, keeps others from coming or going. */
export async function presentMembers(ctx: Context, countyCode: string, householdId: string) {
  return ctx.db
    .select()
    .from(member)
    .where(and(ofHousehold(countyCode, householdId), isNull(member.leftOn)))
    .orderBy(member.id);
}

/** Those who left when the household was closed. */
export async function membersLeftByClosing(ctx: Context, countyCode: string, householdId: string) {
  return ctx.db
    .select()
    .from(member)
    .where(and(ofHousehold(countyCode, householdId), eq(member.leftReason, 'HOUSEHOLD_CLOSED')));
}

export async function insertMember(ctx: Context, row: NewMember) {
  const [made] = await ctx.db.insert(member).values(row).returning();
  if (!made) throw new Error('nothing inserted');
  noteInserted(ctx, member, [made]);
  return made;
}

export async function updateMember(
  ctx: Context,
  countyCode: string,
  id: string,
  changes: Partial<NewMember>,
  former?: Former,
) {
  const [changed] = await ctx.db
    .update(member)
    .set({ ...changes, version: sql`${member.version} + 1` })
    .where(and(eq(member.countyCode, countyCode), eq(member.id, id)))
    .returning();
  if (!changed) throw new Error('nothing updated');
  noteUpdated(ctx, member, [changed], former);
  return changed;
}

/** That a person was on record under this number. */
export async function keepFormerNumber(ctx: Context, { countyCode, id }: Named, residentIdHash: Buffer) {
  await ctx.db
    .insert(formerResidentId)
    .values({ countyCode, memberId: id, residentIdHash, createdAt: ctx.clock.now().toISOString() })
    .onConflictDoNothing();
}

/** Everybody present leaves with the household. */
export async function leaveByClosing(ctx: Context, countyCode: string, householdId: string, leftOn: string) {
  const left = await ctx.db
    .update(member)
    .set({ leftOn, leftReason: 'HOUSEHOLD_CLOSED', version: sql`${member.version} + 1` })
    .where(and(ofHousehold(countyCode, householdId), isNull(member.leftOn)))
    .returning();
  noteUpdated(ctx, member, left);
}

/** Those who left with the household come back with it. */
export async function returnByReopening(ctx: Context, countyCode: string, householdId: string) {
  const back = await ctx.db
    .update(member)
    .set({ leftOn: null, leftReason: null, version: sql`${member.version} + 1` })
    .where(and(ofHousehold(countyCode, householdId), eq(member.leftReason, 'HOUSEHOLD_CLOSED')))
    .returning();
  noteUpdated(ctx, member, back);
}
