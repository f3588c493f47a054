import { type SQL, sql } from 'drizzle-orm';
import { ID, Int } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import type { Context } from '#platform/core/context.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { phoneHash, residentIdHash } from '#platform/people/personal.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { by, type Columns, defineEntity, extend, many, one } from '#platform/read/entity.ts';
import { inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { Health, LabourAbility } from '#schema/codes/people/ability.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { member } from '#schema/household/member.table.ts';
import { Member } from '#schema/household/member.type.ts';
import { normaliseResidentId } from '#schema/person/resident-id.ts';
import { isFourDigits, soughtNumber } from '#schema/person/sought-number.ts';
import { householdEntity } from '../household.entity.ts';
import { ofHouseholdScope } from '../household.policy.ts';

const birthYear = (t: Columns): SQL => sql`extract(year from ${t.birthOn})::int`;

export const memberEntity = defineEntity({
  type: Member,
  table: member,
  feed: {},
  place: partOfHousehold({ until: 'leftOn' }),
  removable: true,
  endsIn: 'leftOn',
  plural: 'members of households',
  right: 'household.read',
  scope: ofHouseholdScope,
  // County, birth date and the last four characters together give a whole identity number.
  guarded: { birthOn: 'personal.reveal' },
  query: { one: 'member', list: 'members' },
  defaultSort: [
    { field: 'VILLAGE', direction: 'ASC' },
    { field: 'NAME', direction: 'ASC' },
  ],
  sorts: {
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
    NAME: { description: 'By pinyin of the name.', sql: by('pinyin') },
    BIRTH_ON: {
      description: 'By birth date. Right: `personal.reveal`.',
      right: 'personal.reveal',
      sql: by('birthOn'),
    },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Of households in this division or below it.',
      sql: inDivision('villageCode'),
    },
    householdId: {
      type: () => ID,
      description: 'Of this household.',
      sql: byGlobalId(() => householdEntity, 'householdId'),
    },
    present: {
      type: () => Boolean,
      description: 'True: who is in the household; false: who has left.',
      sql: (t, value: boolean) => (value ? sql`${t.leftOn} is null` : sql`${t.leftOn} is not null`),
    },
    relation: { type: () => [Relation.enum], description: 'Any of these relations.', sql: oneOf('relation') },
    labour: {
      type: () => [LabourAbility.enum],
      description: 'Any of these abilities.',
      sql: oneOf('labour'),
    },
    health: {
      type: () => [Health.enum],
      description: 'With any of these.',
      sql: (t, values: string[]) => sql`${t.health} && ${sql.param(values)}::text[]`,
    },
    search: {
      type: () => String,
      description: 'Part of the name, pinyin, initials; whole document number or phone; last four of it.',
      sought: soughtNumber,
      sql: searchMember,
    },
  },
  computed: {
    birthYear: {
      type: () => Int,
      nullable: true,
      description: 'Year of birth; the day is in `birthOn`.',
      comparable: true,
      sql: birthYear,
    },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.', {
      nullable: false,
    }),
    village: one(() => divisionEntity, { villageCode: 'code' }, 'The village.', { nullable: false }),
  },
});

function searchMember(t: Columns, text: string, ctx: Context): SQL {
  const wanted = normaliseResidentId(text);
  const number = soughtNumber(text);
  if (number?.kind === 'RESIDENT_ID') return sql`${t.residentIdHash} = ${residentIdHash(ctx, number.text)}`;
  if (number) return sql`${t.phoneHash} = ${phoneHash(ctx, number.text)}`;
  const named = searching('name', 'pinyin')(t, text);
  if (!isFourDigits(wanted)) return named;
  return sql`(${named} or right(${t.residentIdMasked}, 4) = ${wanted})`;
}

/** Fields and relations added to types of other modules. */
export const memberExtensions = [
  extend(householdEntity, {
    relations: {
      members: many(
        () => memberEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'Its members, the head first, then by year of birth. Of a household that left the register: those who left with it.',
        {
          where: (t) => sql`(${t.leftOn} is null or ${t.leftReason} = 'HOUSEHOLD_CLOSED')`,
          order: (t) => [sql`(${t.relation} = 'HEAD') desc`, sql`${birthYear(t)} nulls last`, sql`${t.id}`],
        },
      ),
    },
  }),
];
