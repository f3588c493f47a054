import { type SQL, sql } from 'drizzle-orm';
import { Int } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import type { Context } from '#platform/context.ts';
import { phoneHash, residentIdHash } from '#platform/personal.ts';
import { type Columns, defineEntity, type Entity, type EntityOf, one } from '#platform/read/entity.ts';
import { inDivision, matching, oneOf } from '#platform/read/scope.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { household } from '#schema/household/household.table.ts';
import { Household } from '#schema/household/household.type.ts';
import { member } from '#schema/household/member.table.ts';
import { isPhone } from '#schema/person/phone.ts';
import { householdScope } from './household.policy.ts';

export const householdEntity: EntityOf<typeof household> = defineEntity({
  type: Household,
  table: household,
  plural: 'households',
  right: 'household.read',
  scope: householdScope,
  query: { one: 'household', list: 'households' },
  defaultSort: [
    { field: 'VILLAGE', direction: 'ASC' },
    { field: 'HEAD_NAME', direction: 'ASC' },
  ],
  sorts: {
    VILLAGE: { description: 'By division code.', sql: (t) => sql`${t.villageCode}` },
    HEAD_NAME: { description: "By pinyin of the head's name.", sql: (t) => sql`${t.headPinyin}` },
    CATEGORY: { description: 'By category.', sql: (t) => sql`${t.category}` },
    CREATED_AT: { description: 'By the making of the record.', sql: (t) => t.createdAt ?? sql`null` },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'In this division or below it.',
      sql: inDivision('villageCode'),
    },
    category: {
      type: () => [HouseholdCategory.enum],
      description: 'Any of these categories.',
      sql: oneOf('category'),
    },
    status: {
      type: () => [HouseholdStatus.enum],
      description: 'Any of these; all where it is absent.',
      sql: oneOf('status'),
    },
    number: {
      type: () => String,
      description: 'With this number in the national system.',
      sql: (t, value: string) => sql`${t.number} = ${value.trim()}`,
    },
    noPhone: {
      type: () => Boolean,
      description: 'True: without a phone; false: with one.',
      sql: (t, value: boolean) => (value ? sql`${t.phoneMasked} is null` : sql`${t.phoneMasked} is not null`),
    },
    search: {
      type: () => String,
      description:
        "A person: part of the head's name, pinyin, initials; whole resident id of any member, phone, last four of the head's id.",
      sql: searchPerson,
    },
  },
  computed: {
    memberCount: {
      type: () => Int,
      description: 'Members on file who are present.',
      // Nested, so that the columns of the outer row keep the name of their table.
      sql: (t) =>
        sql`(${sql`select count(*)::int from ${member} as present
        where present.county_code = ${t.countyCode} and present.household_id = ${t.id} and present.left_on is null`})`,
    },
  },
  relations: {
    village: one(() => divisionEntity, { villageCode: 'code' }, 'The village it lives in.', {
      nullable: false,
    }),
    mergedInto: one(
      (): Entity => householdEntity,
      { countyCode: 'countyCode', mergedIntoId: 'id' },
      'The household it became part of.',
    ),
  },
});

/** By name in the open, by whole numbers through their keyed hash, by the last four of the masked id. */
function searchPerson(t: Columns, text: string, ctx: Context): SQL {
  const wanted = text.trim();
  const conditions = [matching('headName', 'headPinyin')(t, wanted)];
  if (isPhone(wanted)) conditions.push(sql`${t.phoneHash} = ${phoneHash(ctx, wanted)}`);
  if (/^[\dXx０-９]{18}$/.test(wanted)) {
    conditions.push(sql`exists (select from ${member} as person where person.county_code = ${t.countyCode}
      and person.household_id = ${t.id} and person.resident_id_hash = ${residentIdHash(ctx, wanted)})`);
  }
  if (/^\d{3}[\dXx]$/.test(wanted))
    conditions.push(sql`right(${t.headIdMasked}, 4) = ${wanted.toUpperCase()}`);
  return sql`(${sql.join(conditions, sql` or `)})`;
}
