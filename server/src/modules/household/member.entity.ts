import { type SQL, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import type { Context } from '#platform/context.ts';
import { phoneHash, residentIdHash } from '#platform/personal.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { type Columns, defineEntity, extendEntity, many, one } from '#platform/read/entity.ts';
import { inDivision, matching, oneOf } from '#platform/read/scope.ts';
import { Health, LabourAbility } from '#schema/codes/ability.codes.ts';
import { Relation } from '#schema/codes/relation.codes.ts';
import { member } from '#schema/household/member.table.ts';
import { Member } from '#schema/household/member.type.ts';
import { isPhone } from '#schema/person/phone.ts';
import { householdEntity } from './household.entity.ts';
import { ofHouseholdScope } from './household.policy.ts';

export const memberEntity = defineEntity({
  type: Member,
  table: member,
  plural: 'members of households',
  right: 'household.read',
  scope: ofHouseholdScope,
  query: { one: 'member', list: 'members' },
  defaultSort: [
    { field: 'VILLAGE', direction: 'ASC' },
    { field: 'NAME', direction: 'ASC' },
  ],
  sorts: {
    VILLAGE: { description: 'By division code.', sql: (t) => sql`${t.villageCode}` },
    NAME: { description: 'By pinyin of the name.', sql: (t) => sql`${t.pinyin}` },
    BIRTH_ON: { description: 'By birth date.', sql: (t) => t.birthOn ?? sql`null` },
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
      sql: searchMember,
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
  const wanted = text.trim();
  const conditions = [matching('name', 'pinyin')(t, wanted)];
  if (isPhone(wanted)) conditions.push(sql`${t.phoneHash} = ${phoneHash(ctx, wanted)}`);
  if (/^[\dXx０-９]{18}$/.test(wanted))
    conditions.push(sql`${t.residentIdHash} = ${residentIdHash(ctx, wanted)}`);
  if (/^\d{3}[\dXx]$/.test(wanted))
    conditions.push(sql`right(${t.residentIdMasked}, 4) = ${wanted.toUpperCase()}`);
  return sql`(${sql.join(conditions, sql` or `)})`;
}

extendEntity(householdEntity, {
  relations: {
    members: many(
      () => memberEntity,
      { countyCode: 'countyCode', id: 'householdId' },
      'Its members, the head first. Of a household that left the register: those who left with it.',
      {
        where: (t) => sql`(${t.leftOn} is null or ${t.leftReason} = 'HOUSEHOLD_CLOSED')`,
        order: (t) => [sql`(${t.relation} = 'HEAD') desc`, sql`${t.birthOn} nulls last`, sql`${t.id}`],
      },
    ),
  },
});
