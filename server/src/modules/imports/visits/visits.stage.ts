import { maySpeakOfVisit, maySpeakOfVisitor } from '#modules/imports/headings/visit-headings.ts';
import { defineStage } from '#modules/imports/staging/stage.ts';
import type { Header } from '#platform/sheet/header/find-header.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { createVisitIndex, noVisitChanges, readUpVisits } from './visit-index.ts';
import { visitColumns } from './visits.columns.ts';
import { readVisitRow, visitMemo } from './visits.rules.ts';
import { decideVisitRow, writeVisits } from './visits.service.ts';

/** If it were ignored, a second day of visits would lose the second visit of every row. */
function mayMean(_header: Header, heading: string): string[] | null {
  if (maySpeakOfVisitor(heading)) return ['helperName'];
  return maySpeakOfVisit(heading) ? ['visitedOn'] : null;
}

export const visitStage = defineStage({
  kind: 'VISITS',
  columns: visitColumns,
  headings: {
    decisive: new Set(['village', 'headName', 'headId', 'householdNumber', 'helperName', 'visitedOn']),
    keysOfDays: ['visitedOn'],
    mayMean,
  },
  assumes: { key: 'mode', list: VisitMode, code: 'IN_PERSON' },
  memo: visitMemo,
  read: readVisitRow,
  createIndex: createVisitIndex,
  readUp: readUpVisits,
  noChanges: noVisitChanges,
  decide: decideVisitRow,
  write: writeVisits,
});
