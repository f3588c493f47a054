import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { AllocationStatus, AllocationTarget, CommitmentStatus } from '#schema/codes/money/fund.codes.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { project } from '#schema/project/project.table.ts';
import { codeChecks, coded } from '../../coded.ts';
import { countyCode, day, instant, rowId, version } from '../../columns.ts';
import { fundLine } from '../document.table.ts';
import { fund } from '../fund.table.ts';

/** A part of one line that is to be used for one thing. */
export const fundAllocation = pgTable(
  'fund_allocation',
  {
    countyCode: countyCode(),
    id: rowId(),
    fundId: uuid().notNull(),
    lineId: uuid().notNull(),
    target: coded(AllocationTarget).notNull(),
    title: text().notNull(),
    projectId: uuid(),
    organizationId: uuid(),
    divisionCode: text(),
    amount: bigint({ mode: 'bigint' }).notNull(),
    documentNumber: text(),
    status: coded(AllocationStatus).notNull().default('PROPOSED'),
    effectiveOn: day(),
    proposedBy: uuid().notNull(),
    proposedAt: instant().notNull(),
    decidedBy: uuid(),
    decidedAt: instant(),
    reason: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'fund_allocation_fund',
      columns: [t.countyCode, t.fundId],
      foreignColumns: [fund.countyCode, fund.id],
    }),
    foreignKey({
      name: 'fund_allocation_line',
      columns: [t.countyCode, t.lineId],
      foreignColumns: [fundLine.countyCode, fundLine.id],
    }),
    foreignKey({
      name: 'fund_allocation_project',
      columns: [t.countyCode, t.projectId],
      foreignColumns: [project.countyCode, project.id],
    }),
    foreignKey({
      name: 'fund_allocation_organization',
      columns: [t.countyCode, t.organizationId],
      foreignColumns: [organization.countyCode, organization.id],
    }),
    index('fund_allocation_of_fund').on(t.countyCode, t.fundId),
    index('fund_allocation_of_project').on(t.countyCode, t.projectId).where(sql`${t.projectId} is not null`),
    index('fund_allocation_of_line').on(t.countyCode, t.lineId),
    check('fund_allocation_amount', sql`${t.amount} > 0`),
    check(
      'fund_allocation_target',
      sql`(${t.target} = 'PROJECT') = (${t.projectId} is not null)
        and (${t.target} = 'UNIT') = (${t.organizationId} is not null)
        and (${t.target} = 'TOWNSHIP') = (${t.divisionCode} is not null)`,
    ),
    check(
      'fund_allocation_in_county',
      sql`length(${t.divisionCode}) in (9, 12) and starts_with(${t.divisionCode}, ${t.countyCode})`,
    ),
    check('fund_allocation_decided', sql`(${t.status} = 'PROPOSED') = (${t.decidedBy} is null)`),
    ...codeChecks('fund_allocation', t),
  ],
);

/** Money of an allocation that is promised to somebody, and frozen until it is paid or free again. */
export const fundCommitment = pgTable(
  'fund_commitment',
  {
    countyCode: countyCode(),
    id: rowId(),
    fundId: uuid().notNull(),
    allocationId: uuid().notNull(),
    payee: text().notNull(),
    purpose: text(),
    amount: bigint({ mode: 'bigint' }).notNull(),
    settled: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    released: bigint({ mode: 'bigint' }).notNull().default(sql`0`),
    status: coded(CommitmentStatus).notNull().default('OPEN'),
    committedOn: day().notNull(),
    committedBy: uuid(),
    committedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'fund_commitment_allocation',
      columns: [t.countyCode, t.allocationId],
      foreignColumns: [fundAllocation.countyCode, fundAllocation.id],
    }),
    index('fund_commitment_of_allocation').on(t.countyCode, t.allocationId),
    index('fund_commitment_of_fund').on(t.countyCode, t.fundId),
    check(
      'fund_commitment_amount',
      sql`${t.amount} > 0 and ${t.settled} >= 0 and ${t.released} >= 0
        and ${t.settled} + ${t.released} <= ${t.amount}`,
    ),
    check(
      'fund_commitment_status',
      sql`(${t.status} = 'CLOSED') = (${t.settled} + ${t.released} = ${t.amount})`,
    ),
    ...codeChecks('fund_commitment', t),
  ],
);
