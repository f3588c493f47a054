import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import {
  CountedAmount,
  PolicyAccumulation,
  PolicyBase,
  PolicyDeduction,
  PolicyMode,
  PolicyStatus,
  ReliefKind,
} from '#schema/codes/money/policy.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { codeChecks, coded, codedList } from '../coded.ts';
import { countyCode, createdAt, day, emptyTextList, instant, rowId, version } from '../columns.ts';

const fen = () => bigint({ mode: 'bigint' });

/** What a county pays to whom from a day on. Once approved it is never changed: a new version takes its place. */
export const reliefPolicy = pgTable(
  'relief_policy',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    kind: coded(ReliefKind).notNull(),
    /** What the county calls a kind that it adds; null for the others. */
    kindName: text(),
    name: text().notNull(),
    status: coded(PolicyStatus).notNull().default('DRAFT'),
    fromOn: day().notNull(),
    toOn: day(),
    countedAmount: coded(CountedAmount).notNull(),
    mode: coded(PolicyMode).notNull(),
    base: coded(PolicyBase).notNull(),
    accumulation: coded(PolicyAccumulation).notNull(),
    oncePerYear: boolean().notNull().default(false),
    capPerClaim: fen(),
    capPersonYear: fen(),
    capHouseholdYear: fen(),
    deductions: codedList(PolicyDeduction).notNull(),
    documentsNeeded: emptyTextList(),
    /** Number of the paper that it stands on. */
    sourceDocument: text(),
    note: text(),
    /** Comes with the system as an example, and is nobody's rule. */
    isSample: boolean().notNull().default(false),
    /** The version whose place it takes. */
    replacesId: uuid(),
    createdAt: createdAt(),
    createdBy: uuid(),
    /** Everybody who wrote on it; none of them may approve it. */
    makerIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    proposedAt: instant(),
    proposedBy: uuid(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decisionNote: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      columns: [t.countyCode, t.replacesId],
      foreignColumns: [t.countyCode, t.id],
      name: 'relief_policy_replaces',
    }),
    index('relief_policy_kind').on(t.countyCode, t.kind, t.fromOn),
    check('relief_policy_days', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    check('relief_policy_kind_name', sql`(${t.kind} = 'OTHER') = (${t.kindName} is not null)`),
    check(
      'relief_policy_caps',
      sql`${t.capPerClaim} > 0 and ${t.capPersonYear} > 0 and ${t.capHouseholdYear} > 0`,
    ),
    check('relief_policy_decided', sql`${t.status} <> 'APPROVED' or ${t.decidedAt} is not null`),
    ...codeChecks('relief_policy', t),
  ],
);

const ofPolicy = () => ({ countyCode: countyCode(), policyId: uuid().notNull() });

/** A category that the policy is for, and from which amount on. */
export const policyThreshold = pgTable(
  'policy_threshold',
  {
    ...ofPolicy(),
    category: coded(HouseholdCategory).notNull(),
    threshold: fen().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.policyId, t.category] }),
    foreignKey({
      columns: [t.countyCode, t.policyId],
      foreignColumns: [reliefPolicy.countyCode, reliefPolicy.id],
      name: 'policy_threshold_policy',
    }),
    check('policy_threshold_amount', sql`${t.threshold} >= 0`),
    ...codeChecks('policy_threshold', t),
  ],
);

/** A band of the base: its lower end is in it, its upper end is not. */
export const policyBand = pgTable(
  'policy_band',
  {
    ...ofPolicy(),
    fromAmount: fen().notNull(),
    /** Null: no end. */
    toAmount: fen(),
    /** In hundredths of a per cent; null where the band pays a flat amount. */
    rateBps: integer(),
    flatAmount: fen(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.policyId, t.fromAmount] }),
    foreignKey({
      columns: [t.countyCode, t.policyId],
      foreignColumns: [reliefPolicy.countyCode, reliefPolicy.id],
      name: 'policy_band_policy',
    }),
    check('policy_band_range', sql`${t.fromAmount} >= 0 and ${t.toAmount} > ${t.fromAmount}`),
    check('policy_band_rate', sql`${t.rateBps} between 0 and 10000`),
    check('policy_band_flat', sql`${t.flatAmount} >= 0`),
    check('policy_band_pays', sql`(${t.rateBps} is null) <> (${t.flatAmount} is null)`),
  ],
);
