import { type SQL, sql } from 'drizzle-orm';
import { Int } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import type { Context } from '#platform/core/context.ts';
import { ownVillage } from '#platform/feed/place.ts';
import { phoneHash, residentIdHash } from '#platform/people/personal.ts';
import { codeFilters } from '#platform/read/code-filters.ts';
import { by, type Columns, defineEntity, type Entity, one } from '#platform/read/entity.ts';
import { inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { household } from '#schema/household/household.table.ts';
import { Household } from '#schema/household/household.type.ts';
import { member } from '#schema/household/member.table.ts';
import { normaliseResidentId } from '#schema/person/resident-id.ts';
import { isFourDigits, soughtNumber } from '#schema/person/sought-number.ts';
import { foldLine } from '#schema/text.ts';
import { householdScope } from './household.policy.ts';

export const householdEntity = defineEntity({
  type: Household,
  table: household,
  feed: {},
  place: ownVillage,
  removable: true,
  endsIn: 'closedOn',
  plural: 'households',
  right: 'household.read',
  scope: householdScope,
  query: { one: 'household', list: 'households' },
  defaultSort: [
    { field: 'VILLAGE', direction: 'ASC' },
    { field: 'HEAD_NAME', direction: 'ASC' },
  ],
  sorts: {
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
    HEAD_NAME: { description: "By pinyin of the head's name.", sql: by('headPinyin') },
    CATEGORY: { description: 'By category.', sql: by('category') },
    CREATED_AT: { description: 'By the making of the record.', sql: by('createdAt') },
  },
  filters: {
    ...codeFilters(household),
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
      sql: (t, value: string) => sql`${t.number} = ${foldLine(value)}`,
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
      sought: soughtNumber,
      sql: searchPerson,
    },
  },
  computed: {
    memberCount: {
      type: () => Int,
      description: 'Members on file who are present.',
      // Nested, so that the columns of the outer row keep the name of their table.
      sql: (t, county) =>
        sql`(${sql`select count(*)::int from ${member} as present
        where present.county_code = ${county} and present.household_id = ${t.id} and present.left_on is null`})`,
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

/** By name in plain text, by whole numbers through their keyed hash, by the last four digits of the masked number. */
function searchPerson(t: Columns, text: string, ctx: Context): SQL {
  const wanted = normaliseResidentId(text);
  const number = soughtNumber(text);
  if (number?.kind === 'RESIDENT_ID')
    return sql`(${t.countyCode}, ${t.id}) in (select person.county_code, person.household_id from ${member} as person
      where person.resident_id_hash = ${residentIdHash(ctx, number.text)})`;
  if (number) return sql`${t.phoneHash} = ${phoneHash(ctx, number.text)}`;
  const named = searching('headName', 'headPinyin')(t, text);
  if (!isFourDigits(wanted)) return named;
  return sql`(${named} or right(${t.headIdMasked}, 4) = ${wanted})`;
}
