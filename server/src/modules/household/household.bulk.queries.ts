import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { hashesIn, idsByHash, type Kept, staleOf } from '#platform/write/bulk.ts';
import { type ChangeOfOne, type TrailOfMany, updateMany } from '#platform/write/many.ts';
import { moveHouseholds } from '#platform/write/moving/households.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import {
  household,
  householdCategory,
  householdIncome,
  householdRisk,
} from '#schema/household/household.table.ts';
import { formerResidentId, member } from '#schema/household/member.table.ts';

import { householdEntity } from './household.entity.ts';

export type HouseholdRow = typeof household.$inferSelect;
export type MemberRow = typeof member.$inferSelect;
export type CategoryRow = typeof householdCategory.$inferSelect;

const withHousehold = (ctx: Context) =>
  ctx.db
    .select({ member, household })
    .from(member)
    .innerJoin(
      household,
      and(eq(household.countyCode, member.countyCode), eq(household.id, member.householdId)),
    );

/**
 * People by the hashes of their resident ids, with their households. Members who have left are included, since a list
 * may describe an earlier day.
 */
export function selectPersons(ctx: Context, countyCode: string, hashes: readonly Buffer[], lock: boolean) {
  const rows = withHousehold(ctx)
    .where(
      and(
        eq(member.countyCode, countyCode),
        eq(household.countyCode, countyCode),
        sql`${member.id} = any(${idsByHash(member, member.residentIdHash, countyCode, hashes)})`,
      ),
    )
    .orderBy(asc(household.id), asc(member.id));
  return lock ? rows.for('update') : rows;
}

/** Every name a person has had on record: a correction may have changed name and number together. */
const namesBorne = (countyCode: string) => sql<string[]>`array(
  select ${member.name} union
  select told.name from ${auditEvent},
    lateral (values (${auditEvent.before}::jsonb ->> 'name'), (${auditEvent.after}::jsonb ->> 'name')) as told (name)
  where ${auditEvent.countyCode} = ${countyCode} and ${auditEvent.entity} = 'Member'
    and ${auditEvent.entityId} = ${member.id}::text and told.name is not null)`;

/** Members who had these numbers before a correction. */
export const selectByFormerNumber = (ctx: Context, countyCode: string, hashes: readonly Buffer[]) =>
  ctx.db
    .select({
      residentIdHash: formerResidentId.residentIdHash,
      memberId: member.id,
      names: namesBorne(countyCode),
    })
    .from(formerResidentId)
    .innerJoin(
      member,
      and(eq(member.countyCode, formerResidentId.countyCode), eq(member.id, formerResidentId.memberId)),
    )
    .where(
      and(
        eq(formerResidentId.countyCode, countyCode),
        eq(member.countyCode, countyCode),
        sql`${formerResidentId.residentIdHash} = any(${hashesIn(hashes)})`,
      ),
    );

/** Present and former members of the households with these numbers of the national system. */
export function selectByNumber(ctx: Context, countyCode: string, numbers: readonly string[], lock: boolean) {
  const rows = withHousehold(ctx)
    .where(
      and(
        eq(member.countyCode, countyCode),
        eq(household.countyCode, countyCode),
        anyValue(household.number, numbers),
      ),
    )
    .orderBy(asc(household.id), asc(member.id));
  return lock ? rows.for('update') : rows;
}

/** A name with a birth date. */
export interface NameAndBirth {
  readonly name: string;
  readonly birthOn: string;
}

const namesAndBirths = (people: readonly NameAndBirth[]) => sql`(
  select * from unnest(${sql.param(people.map(({ name }) => name))}::text[],
    ${sql.param(people.map(({ birthOn }) => birthOn))}::text[]::date[]))`;

/** Everybody in the county who has one of these names with its birth date, present or not. */
export function selectNamesakes(
  ctx: Context,
  countyCode: string,
  people: readonly NameAndBirth[],
  lock: boolean,
) {
  const rows = withHousehold(ctx)
    .where(
      and(
        eq(member.countyCode, countyCode),
        eq(household.countyCode, countyCode),
        sql`(${member.name}, ${member.birthOn}) in ${namesAndBirths(people)}`,
      ),
    )
    .orderBy(asc(household.id), asc(member.id));
  return lock ? rows.for('update') : rows;
}

/** Only what is needed to find people who may be on record twice. */
export const selectAlike = (ctx: Context, countyCode: string, people: readonly NameAndBirth[]) =>
  ctx.db
    .select({ name: member.name, birthOn: member.birthOn, residentIdHash: member.residentIdHash })
    .from(member)
    .where(
      and(
        eq(member.countyCode, countyCode),
        sql`(${member.name}, ${member.birthOn}) in ${namesAndBirths(people)}`,
      ),
    );

/** Households by these numbers of the national system. */
export const selectNumbered = (ctx: Context, countyCode: string, numbers: readonly string[]) =>
  ctx.db
    .select({ id: household.id, number: household.number })
    .from(household)
    .where(and(eq(household.countyCode, countyCode), anyValue(household.number, numbers)));

/** Present and former members of these households. */
export function selectMembers(ctx: Context, countyCode: string, householdIds: readonly string[]) {
  return ctx.db
    .select()
    .from(member)
    .where(and(eq(member.countyCode, countyCode), anyValue(member.householdId, householdIds)))
    .orderBy(asc(member.id));
}

/** Households that became part of one of these. */
export function selectMerged(ctx: Context, countyCode: string, intoIds: readonly string[]) {
  return ctx.db
    .select()
    .from(household)
    .where(
      and(
        eq(household.countyCode, countyCode),
        // Few households are closed, and a partial index covers them.
        isNotNull(household.closedOn),
        anyValue(household.mergedIntoId, intoIds),
      ),
    )
    .orderBy(asc(household.id));
}

export function selectCurrentCategories(ctx: Context, countyCode: string, householdIds: readonly string[]) {
  return ctx.db
    .select()
    .from(householdCategory)
    .where(
      and(
        eq(householdCategory.countyCode, countyCode),
        anyValue(householdCategory.householdId, householdIds),
        isNull(householdCategory.toOn),
      ),
    );
}

/** A household that changes its village takes all its records along. */
export async function updateHouseholds(
  ctx: WorkContext,
  countyCode: string,
  changes: readonly ChangeOfOne<Partial<HouseholdRow>>[],
  trail: TrailOfMany,
): Promise<void> {
  const rows = changes.map(({ after }) => after);
  const moving = rows.some(({ villageCode }) => villageCode !== undefined);
  const ids = rows.map(({ id }) => id);
  const former = moving ? await villagesOf(ctx, countyCode, ids) : new Map<string, string>();
  const moves = rows.flatMap(({ id, villageCode: to }) => {
    const from = former.get(id);
    return from && to && from !== to ? [{ householdId: id, from, to }] : [];
  });
  await moveHouseholds(ctx, countyCode, moves);
  await updateMany(ctx, householdEntity, countyCode, changes, trail);
}

async function villagesOf(ctx: Context, countyCode: string, ids: readonly string[]) {
  const rows = await ctx.db
    .select({ id: household.id, villageCode: household.villageCode })
    .from(household)
    .where(and(eq(household.countyCode, countyCode), anyValue(household.id, ids)));
  return new Map(rows.map(({ id, villageCode }) => [id, villageCode]));
}

export const staleHouseholds = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  staleOf(ctx, household, countyCode, kept);
export const staleMembers = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  staleOf(ctx, member, countyCode, kept);

/** Counts other records of these households, besides the members and categories given. */
export async function countOnFile(
  ctx: Context,
  countyCode: string,
  householdIds: readonly string[],
  besides: { memberIds: readonly string[]; categoryIds: readonly string[] },
): Promise<number> {
  const count = (
    table: typeof member | typeof householdCategory | typeof householdRisk | typeof householdIncome,
  ) =>
    sql`(select count(*) from ${table} where county_code = ${countyCode}
      and household_id = any(${sql.param(householdIds)}::uuid[])`;
  const [found]: Record<string, unknown>[] = await ctx.db.execute(sql`select (
    ${count(member)} and not id = any(${sql.param(besides.memberIds)}::uuid[]))
    + ${count(householdCategory)} and not id = any(${sql.param(besides.categoryIds)}::uuid[]))
    + ${count(householdRisk)}) + ${count(householdIncome)}))::int as count`);
  return Number(found?.count ?? 0);
}
