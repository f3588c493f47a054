import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { updateWhere } from '#platform/write/where.ts';
import { insertMissing } from '#platform/write/write.ts';
import { formerResidentId, member } from '#schema/household/member.table.ts';
import { memberEntity } from './member.entity.ts';

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

/** Present and former members of the county with a name and birth date, and what identifies them. */
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

/** Present members of a household. Its row must be locked, so that nobody joins or leaves meanwhile. */
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

/** Records that a person had this number before a correction. */
export async function keepFormerNumber(
  work: WorkContext,
  { countyCode, id: memberId }: Named,
  residentIdHash: Buffer,
): Promise<void> {
  const row = { countyCode, memberId, residentIdHash, createdAt: work.clock.now().toISOString() };
  await insertMissing(work, formerNumber, [row], { auditedAs: 'Member' });
}

const formerNumber = {
  name: 'FormerResidentId',
  table: formerResidentId,
  key: ['countyCode', 'residentIdHash', 'memberId'],
};
const inHousehold = { auditedAs: 'Household' };

/** Marks all present members as having left with the household. */
export const leaveByClosing = (work: WorkContext, { countyCode, id }: CountyKey, leftOn: string) =>
  updateWhere(
    work,
    memberEntity,
    and(ofHousehold(countyCode, id), isNull(member.leftOn)),
    { leftOn, leftReason: 'HOUSEHOLD_CLOSED' },
    inHousehold,
  );

/** Those who left with the household come back with it. */
export const returnByReopening = (work: WorkContext, { countyCode, id }: CountyKey) =>
  updateWhere(
    work,
    memberEntity,
    and(ofHousehold(countyCode, id), eq(member.leftReason, 'HOUSEHOLD_CLOSED')),
    { leftOn: null, leftReason: null },
    inHousehold,
  );

/** Each member gets a relation of its own, in the statement that moves them all. */
export function relationsAfter(
  coming: readonly { readonly id: string }[],
  given: ReadonlyMap<string, string>,
) {
  if (coming.length === 0) return {};
  const cases = coming.map(({ id }) => sql`when ${id}::uuid then ${given.get(id) ?? 'OTHER'}::text`);
  return { relation: sql`case ${member.id} ${sql.join(cases, sql` `)} end` };
}
