import { namesHelpers, unmetOfHelpers } from '#modules/imports/headings/roster.needs.ts';
import {
  maySpeakOfEnd,
  maySpeakOfHelper,
  maySpeakOfSuccessor,
  maySpeakOfThirdHelper,
} from '#modules/imports/headings/tie-headings.ts';
import { defineStage } from '#modules/imports/staging/stage.ts';
import type { Header } from '#platform/sheet/header/find-header.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { rosterColumns } from './roster.columns.ts';
import { readRosterRow, rosterMemo } from './roster.rules.ts';
import { decideRosterRow, writeRoster } from './roster.service.ts';
import { readUpRoster } from './roster-history.ts';
import { createRosterIndex, noChanges } from './roster-index.ts';

/**
 * If it were ignored, the last day of a pairing would let it run on, and the only helper columns would leave every
 * household without one.
 */
function mayMean(header: Header, heading: string, group: string): string[] | null {
  // 日期 below 退帮 may mean an end as well.
  if (maySpeakOfEnd(heading) || (group !== '' && maySpeakOfEnd(group + heading))) return ['endedOn'];
  if (maySpeakOfThirdHelper(heading)) return ['helperName', 'assistantName'];
  if (maySpeakOfSuccessor(heading)) return ['helperName'];
  return !namesHelpers(header) && maySpeakOfHelper(heading) ? ['helperName'] : null;
}

export const rosterStage = defineStage({
  kind: 'ROSTER',
  columns: rosterColumns,
  headings: {
    decisive: new Set([
      'village',
      'headName',
      'headId',
      'householdNumber',
      'category',
      'helperName',
      'startedOn',
    ]),
    keysOfDays: ['endedOn'],
    mayMean,
  },
  assumes: { key: 'category', list: HouseholdCategory, code: 'ORDINARY' },
  needsBesides: unmetOfHelpers,
  // A list of households without helpers is hard to distinguish from other lists.
  isPlain: namesHelpers,
  memo: rosterMemo,
  read: readRosterRow,
  createIndex: createRosterIndex,
  readUp: readUpRoster,
  noChanges,
  decide: decideRosterRow,
  write: writeRoster,
});
