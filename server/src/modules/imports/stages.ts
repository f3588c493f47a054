import type { ImportKind } from '#schema/codes/import.codes.ts';
import { noMemberChanges, openMemberBook } from './members.book.ts';
import { memberColumns } from './members.columns.ts';
import { memberMemo, readMemberRow } from './members.rules.ts';
import { decideMemberRow, readUpMembers, writeMembers } from './members.service.ts';
import { noChanges, openRosterBook } from './roster.book.ts';
import { rosterColumns } from './roster.columns.ts';
import { readRosterRow, rosterMemo } from './roster.rules.ts';
import { decideRosterRow, writeRoster } from './roster.service.ts';
import { readUpRoster } from './roster-history.ts';
import { defineStage, type Stage } from './stage.ts';
import { noVisitChanges, openVisitBook, readUpVisits } from './visits.book.ts';
import { visitColumns } from './visits.columns.ts';
import { readVisitRow, visitMemo } from './visits.rules.ts';
import { decideVisitRow, writeVisits } from './visits.service.ts';

/** Each kind of sheet that can be imported. */
export const stages: Readonly<Record<ImportKind, Stage>> = {
  ROSTER: defineStage({
    kind: 'ROSTER',
    columns: rosterColumns,
    memo: rosterMemo,
    read: readRosterRow,
    openBook: openRosterBook,
    readUp: readUpRoster,
    noChanges,
    decide: decideRosterRow,
    write: writeRoster,
  }),
  MEMBERS: defineStage({
    kind: 'MEMBERS',
    columns: memberColumns,
    memo: memberMemo,
    read: readMemberRow,
    openBook: openMemberBook,
    readUp: readUpMembers,
    noChanges: noMemberChanges,
    decide: decideMemberRow,
    write: writeMembers,
  }),
  VISITS: defineStage({
    kind: 'VISITS',
    columns: visitColumns,
    memo: visitMemo,
    read: readVisitRow,
    openBook: openVisitBook,
    readUp: readUpVisits,
    noChanges: noVisitChanges,
    decide: decideVisitRow,
    write: writeVisits,
  }),
};
