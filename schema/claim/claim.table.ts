import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { ClaimSource, ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import { householdKey, ofHousehold } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { problem, visit } from '#schema/visit/visit.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { bytes, countyCode, day, instant, isShortMask, rowId, version } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';

const fen = () => bigint({ mode: 'bigint' });

/** What a household asks for relief of, from the application to the decision; whole fen throughout. */
export const claim = pgTable(
  'claim',
  {
    ...ofHousehold(),
    /** The person it is about, and what was known of them when it was opened: the insurer sees these and no register. */
    memberId: uuid().notNull(),
    personName: text().notNull(),
    personIdMasked: text(),
    personHash: bytes(),
    category: coded(HouseholdCategory).notNull(),
    kind: coded(ReliefKind).notNull(),
    eventOn: day().notNull(),
    year: integer().notNull(),
    cause: text().notNull(),
    diagnosis: text(),
    source: coded(ClaimSource).notNull(),
    problemId: uuid(),
    visitId: uuid(),
    appliedOn: day().notNull(),
    status: coded(ClaimStatus).notNull().default('DRAFT'),
    total: fen().notNull(),
    own: fen().notNull(),
    /** The total less all layers: kept as it is, and explained where it is more than one fen. */
    residue: fen().notNull(),
    residueReason: text(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    submittedOn: day(),
    checkedOn: day(),
    insurerId: uuid(),
    sentOn: day(),
    dueOn: day(),
    assessedOn: day(),
    assessedOwn: fen(),
    assessedCompliantOwn: fen(),
    /** What may be taken off first, where the policy says so. */
    compensation: fen(),
    otherRelief: fen(),
    loan: fen(),
    incomePerHead: fen(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('claim', t),
    foreignKey({ columns: [t.countyCode, t.memberId], foreignColumns: [member.countyCode, member.id] }),
    foreignKey({ columns: [t.countyCode, t.problemId], foreignColumns: [problem.countyCode, problem.id] }),
    foreignKey({ columns: [t.countyCode, t.visitId], foreignColumns: [visit.countyCode, visit.id] }),
    foreignKey({
      columns: [t.countyCode, t.insurerId],
      foreignColumns: [organization.countyCode, organization.id],
    }),
    index('claim_household').on(t.countyCode, t.householdId, t.year),
    index('claim_member').on(t.countyCode, t.memberId, t.year),
    index('claim_person').on(t.countyCode, t.personHash),
    index('claim_village').on(t.countyCode, t.villageCode, t.status),
    index('claim_insurer').on(t.countyCode, t.insurerId, t.status),
    index('claim_newest').on(t.appliedOn, t.countyCode),
    index('claim_problem').on(t.countyCode, t.problemId),
    index('claim_visit').on(t.countyCode, t.visitId),
    check('claim_mask', isShortMask(t.personIdMasked)),
    check('claim_year', sql`${t.year} = extract(year from ${t.eventOn})`),
    check(
      'claim_amounts',
      sql`${t.total} >= 0 and ${t.own} >= 0 and ${t.assessedOwn} >= 0
      and ${t.assessedCompliantOwn} between 0 and ${t.assessedOwn} and ${t.compensation} >= 0 and ${t.otherRelief} >= 0
      and ${t.loan} >= 0`,
    ),
    check('claim_sent', sql`(${t.insurerId} is null) = (${t.sentOn} is null)`),
    check(
      'claim_assessed',
      sql`num_nulls(${t.assessedOn}, ${t.assessedOwn}, ${t.assessedCompliantOwn}, ${t.compensation}, ${t.otherRelief},
        ${t.loan}, ${t.incomePerHead}) in (0, 7)`,
    ),
    ...codeChecks('claim', t),
  ],
);

/** Each step of a claim on its way: who, when, from what to what, and why. */
export const claimStep = insertOnlyTable(
  'claim_step',
  {
    countyCode: countyCode(),
    id: rowId(),
    claimId: uuid().notNull(),
    fromStatus: coded(ClaimStatus),
    toStatus: coded(ClaimStatus).notNull(),
    happenedOn: day().notNull(),
    note: text(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
    recordedByToken: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({ columns: [t.countyCode, t.claimId], foreignColumns: [claim.countyCode, claim.id] }),
    index('claim_step_claim').on(t.countyCode, t.claimId),
    ...codeChecks('claim_step', t),
  ],
);
