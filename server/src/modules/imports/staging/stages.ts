import { noMemberChanges, openMemberBook } from '#modules/imports/members/members.book.ts';
import { memberColumns } from '#modules/imports/members/members.columns.ts';
import { memberMemo, readMemberRow } from '#modules/imports/members/members.rules.ts';
import { decideMemberRow, readUpMembers, writeMembers } from '#modules/imports/members/members.service.ts';
import { noChanges, openRosterBook } from '#modules/imports/roster/roster.book.ts';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { readRosterRow, rosterMemo } from '#modules/imports/roster/roster.rules.ts';
import { decideRosterRow, writeRoster } from '#modules/imports/roster/roster.service.ts';
import { readUpRoster } from '#modules/imports/roster/roster-history.ts';
import { noVisitChanges, openVisitBook, readUpVisits } from '#modules/imports/visits/visits.book.ts';
import { visitColumns } from '#modules/imports/visits/visits.columns.ts';
import { readVisitRow, visitMemo } from '#modules/imports/visits/visits.rules.ts';
import { decideVisitRow, writeVisits } from '#modules/imports/visits/visits.service.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { defineStage, type Stage } from './stage.ts';

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
