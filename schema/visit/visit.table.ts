import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { ExcuseReason } from '#schema/codes/help/duty.codes.ts';
import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import {
  ChecklistAnswer,
  ChecklistItem,
  IncomeChange,
  VisitMode,
  VisitSource,
  VisitStatus,
} from '#schema/codes/help/visit.codes.ts';
import { householdKey, ofHousehold } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, day, instant, jsonText, rowId, version } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';
import { gramsIn } from '../search.ts';

/** A fact, never overwritten: a correction keeps the former version, a withdrawal keeps the record. */
export const visit = pgTable(
  'visit',
  {
    ...ofHousehold(),
    /** The pairing of the day of the visit, whoever uploaded it and when. */
    pairingId: uuid().notNull(),
    cadreId: uuid().notNull(),
    visitedOn: day().notNull(),
    mode: coded(VisitMode).notNull(),
    /** Who was met: the head, another member, a neighbour … */
    met: text(),
    findings: text(),
    /** What the household asked for (诉求). */
    request: text(),
    incomeChange: coded(IncomeChange),
    incomeNote: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    accuracyMetres: integer(),
    noLocationReason: text(),
    nextVisitOn: day(),
    status: coded(VisitStatus).notNull().default('VALID'),
    withdrawnReason: text(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByToken: uuid(),
    source: coded(VisitSource).notNull(),
    /** The day it was recorded; a visit of an imported paper register counts as recorded on its own day. */
    recordedOn: day().notNull(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
    recordedByToken: uuid(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('visit', t),
    foreignKey({ columns: [t.countyCode, t.pairingId], foreignColumns: [pairing.countyCode, pairing.id] }),
    foreignKey({ columns: [t.countyCode, t.cadreId], foreignColumns: [cadre.countyCode, cadre.id] }),
    index('visit_household').on(t.countyCode, t.householdId, t.visitedOn),
    index('visit_cadre').on(t.countyCode, t.cadreId, t.visitedOn),
    index('visit_village').on(t.countyCode, t.villageCode, t.visitedOn),
    index('visit_newest').on(t.visitedOn, t.recordedAt, t.countyCode),
    // All that the quarter clock asks of a visit, so that a county's period is read from the index alone.
    index('visit_counts')
      .on(t.countyCode, t.visitedOn, t.householdId, t.mode, t.recordedOn, t.id)
      .where(sql`${t.status} = 'VALID'`),
    check('visit_status', sql`(${t.status} = 'WITHDRAWN') = (${t.withdrawnAt} is not null)`),
    check('visit_place', sql`(${t.latitude} is null) = (${t.longitude} is null)`),
    check('visit_latitude', sql`${t.latitude} between -90 and 90 and ${t.longitude} between -180 and 180`),
    ...codeChecks('visit', t),
  ],
);

/** What a visit said before each correction. */
export const visitVersion = insertOnlyTable(
  'visit_version',
  {
    countyCode: countyCode(),
    id: rowId(),
    visitId: uuid().notNull(),
    version: integer().notNull(),
    /** The former values by field name. */
    content: jsonText().notNull(),
    reason: text(),
    replacedAt: instant().notNull(),
    replacedBy: uuid(),
    replacedByToken: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({ columns: [t.countyCode, t.visitId], foreignColumns: [visit.countyCode, visit.id] }),
    uniqueIndex('visit_version_number').on(t.countyCode, t.visitId, t.version),
  ],
);

/** One line of the checklist of two worries and three guarantees (两不愁三保障). */
export const visitCheck = pgTable(
  'visit_check',
  {
    countyCode: countyCode(),
    visitId: uuid().notNull(),
    item: coded(ChecklistItem).notNull(),
    answer: coded(ChecklistAnswer).notNull(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.visitId, t.item] }),
    foreignKey({ columns: [t.countyCode, t.visitId], foreignColumns: [visit.countyCode, visit.id] }),
    ...codeChecks('visit_check', t),
  ],
);

export const problem = pgTable(
  'problem',
  {
    ...ofHousehold(),
    /** The visit that found it; null where the desk raised it. */
    visitId: uuid(),
    kind: coded(ProblemKind).notNull(),
    description: text().notNull(),
    status: coded(ProblemStatus).notNull().default('OPEN'),
    raisedOn: day().notNull(),
    /** Who deals with it: a person or a department, in words. */
    handler: text(),
    closedOn: day(),
    outcome: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('problem', t),
    foreignKey({ columns: [t.countyCode, t.visitId], foreignColumns: [visit.countyCode, visit.id] }),
    index('problem_household').on(t.countyCode, t.householdId),
    index('problem_village').on(t.countyCode, t.villageCode, t.status),
    index('problem_visit').on(t.countyCode, t.visitId),
    index('problem_newest').on(t.raisedOn, t.countyCode),
    index('problem_search').using('gin', gramsIn([t.description])),
    check('problem_closed', sql`(${t.status} in ('SOLVED', 'UNSOLVABLE')) = (${t.closedOn} is not null)`),
    ...codeChecks('problem', t),
  ],
);

/** Each step of a problem on its way: who, when, from what to what, with what outcome. */
export const problemStep = insertOnlyTable(
  'problem_step',
  {
    countyCode: countyCode(),
    id: rowId(),
    problemId: uuid().notNull(),
    fromStatus: coded(ProblemStatus),
    toStatus: coded(ProblemStatus).notNull(),
    happenedOn: day().notNull(),
    note: text(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
    recordedByToken: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({ columns: [t.countyCode, t.problemId], foreignColumns: [problem.countyCode, problem.id] }),
    index('problem_step_problem').on(t.countyCode, t.problemId),
    ...codeChecks('problem_step', t),
  ],
);

/** A duty that need not be done: leave, death, a move, a suspension. */
export const dutyExcuse = pgTable(
  'duty_excuse',
  {
    ...ofHousehold(),
    period: text().notNull(),
    reason: coded(ExcuseReason).notNull(),
    note: text(),
    excusedAt: instant().notNull(),
    excusedBy: uuid(),
    excusedByToken: uuid(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByToken: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('duty_excuse', t),
    uniqueIndex('duty_excuse_period')
      .on(t.countyCode, t.householdId, t.period)
      .where(sql`${t.withdrawnAt} is null`),
    ...codeChecks('duty_excuse', t),
  ],
);
