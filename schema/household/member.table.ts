import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import { MemberLeaveReason } from '#schema/codes/settings.codes.ts';
import { codeChecks, coded, codedList } from '../coded.ts';
import { bytes, countyCode, createdAt, day, isShortMask, version } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';
import { gramsIn } from '../search.ts';
import { householdKey, ofHousehold } from './household.table.ts';

export const member = pgTable(
  'member',
  {
    ...ofHousehold(),
    name: text().notNull(),
    pinyin: text().notNull(),
    relation: coded(Relation).notNull(),
    sex: coded(Sex).notNull().default('UNKNOWN'),
    birthOn: day(),
    documentKind: coded(IdentityDocumentKind).notNull().default('RESIDENT_ID'),
    residentIdCipher: bytes(),
    residentIdHash: bytes(),
    residentIdMasked: text(),
    phoneCipher: bytes(),
    phoneHash: bytes(),
    phoneMasked: text(),
    ethnicity: coded(Ethnicity),
    education: coded(Education),
    schoolStatus: coded(SchoolStatus),
    dropoutReason: coded(DropoutReason),
    labour: coded(LabourAbility),
    health: codedList(Health).notNull().default(sql`'{}'::text[]`),
    politicalStatus: coded(PoliticalStatus),
    workPlace: coded(WorkPlace),
    workMonths: integer(),
    /** Receives the minimum living allowance (低保). */
    hasDibao: boolean().notNull().default(false),
    leftOn: day(),
    leftReason: coded(MemberLeaveReason),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('member', t),
    // One living record a person: who has left a household may be a member of another.
    uniqueIndex('member_resident_id').on(t.countyCode, t.residentIdHash).where(sql`${t.leftOn} is null`),
    uniqueIndex('member_head')
      .on(t.countyCode, t.householdId)
      .where(sql`${t.relation} = 'HEAD' and ${t.leftOn} is null`),
    index('member_household').on(t.countyCode, t.householdId),
    index('member_order').on(t.countyCode, t.villageCode, t.pinyin, t.id),
    index('member_search').using('gin', gramsIn([t.name, t.pinyin])),
    index('member_last_four').on(sql`right(${t.residentIdMasked}, 4)`, t.countyCode),
    // Without the county, so that a person is found as fast among a thousand counties as in one.
    index('member_resident_id_anywhere').on(t.residentIdHash).where(sql`${t.residentIdHash} is not null`),
    index('member_phone_anywhere').on(t.phoneHash).where(sql`${t.phoneHash} is not null`),
    // Namesakes born on the same day, who may be one person on record twice.
    index('member_namesakes').on(t.countyCode, t.name, t.birthOn),
    check('member_masks', sql`${isShortMask(t.residentIdMasked)} and ${isShortMask(t.phoneMasked)}`),
    check('member_work_months', sql`${t.workMonths} between 0 and 12`),
    ...codeChecks('member', t),
  ],
);

/**
 * Resident ids under which a person was on record before they were corrected: an old list still names them. They go with
 * the person's record, by key.
 */
export const formerResidentId = insertOnlyTable(
  'former_resident_id',
  {
    countyCode: countyCode(),
    residentIdHash: bytes().notNull(),
    memberId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.residentIdHash, t.memberId] }),
    foreignKey({
      name: 'former_resident_id_member',
      columns: [t.countyCode, t.memberId],
      foreignColumns: [member.countyCode, member.id],
    }).onDelete('cascade'),
    index('former_resident_id_of_member').on(t.countyCode, t.memberId),
  ],
);
