import type { PgTable } from 'drizzle-orm/pg-core';
import { attachment } from '../attachment/attachment.table.ts';
import { cadre } from '../cadre/cadre.table.ts';
import type { ChangeType } from '../codes/change.codes.ts';
import { county, dutyRule } from '../county/county.table.ts';
import {
  household,
  householdCategory,
  householdIncome,
  householdRisk,
} from '../household/household.table.ts';
import { member } from '../household/member.table.ts';
import { importBatch } from '../imports/imports.table.ts';
import { organization } from '../organization/organization.table.ts';
import { pairing } from '../pairing/pairing.table.ts';
import { dutyExcuse, problem, problemStep, visit, visitVersion } from '../visit/visit.table.ts';

/** Where the records of each type lie. */
export const tableOfType: Readonly<Record<ChangeType, PgTable>> = {
  COUNTY: county,
  DUTY_RULE: dutyRule,
  ORGANIZATION: organization,
  CADRE: cadre,
  HOUSEHOLD: household,
  MEMBER: member,
  CATEGORY_PERIOD: householdCategory,
  HOUSEHOLD_RISK: householdRisk,
  HOUSEHOLD_INCOME: householdIncome,
  PAIRING: pairing,
  VISIT: visit,
  VISIT_VERSION: visitVersion,
  ATTACHMENT: attachment,
  PROBLEM: problem,
  PROBLEM_STEP: problemStep,
  DUTY_EXCUSE: dutyExcuse,
  IMPORT_BATCH: importBatch,
};

export const typeOfTable: ReadonlyMap<PgTable, ChangeType> = new Map(
  Object.entries(tableOfType).map(([type, table]) => [table, type as ChangeType]),
);

/** `DUTY_RULE` is the type `DutyRule`. */
export const typeNameOf = (type: ChangeType): string =>
  type
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
