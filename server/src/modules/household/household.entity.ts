import { eq, or, sql } from 'drizzle-orm';
import { divisionEntity } from '#modules/division/division.entity.ts';
import type { Context } from '#platform/context.ts';
import { phoneHash, residentIdHash } from '#platform/personal.ts';
import { defineEntity, one } from '#platform/read/entity.ts';
import { inDivision, matching, oneOf } from '#platform/read/scope.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { household } from '#schema/household/household.table.ts';
import { Household } from '#schema/household/household.type.ts';
import { member } from '#schema/household/member.table.ts';
import { isPhone } from '#schema/person/phone.ts';
import { householdScope } from './household.policy.ts';

export const householdEntity = defineEntity({
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
    search: {
      type: () => String,
      description:
        "A person: part of the head's name, pinyin, initials, whole resident id or phone, last four of the id.",
      sql: (t, text: string, ctx) =>
        searchPerson(t.headName && matching('headName', 'headPinyin')(t, text), text, ctx),
    },
  },
  relations: {
    village: one(() => divisionEntity, { villageCode: 'code' }, 'The village it lives in.', {
      nullable: false,
    }),
  },
});

/** By name in the open, by whole numbers through their keyed hash, by the last four of the masked id. */
function searchPerson(byName: ReturnType<typeof sql> | undefined, text: string, ctx: Context) {
  const wanted = text.trim();
  const conditions = [byName];
  if (isPhone(wanted)) conditions.push(eq(household.phoneHash, phoneHash(ctx, wanted)));
  if (/^[\dXx０-９]{18}$/.test(wanted)) {
    conditions.push(sql`exists (select from ${member} where ${member.countyCode} = ${household.countyCode}
      and ${member.householdId} = ${household.id} and ${member.residentIdHash} = ${residentIdHash(ctx, wanted)})`);
  }
  if (/^\d{3}[\dXx]$/.test(wanted))
    conditions.push(sql`right(${household.headIdMasked}, 4) = ${wanted.toUpperCase()}`);
  return or(...conditions) ?? sql`false`;
}
