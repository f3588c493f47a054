import { defineStage } from '#modules/imports/staging/stage.ts';
import { createMemberIndex, noMemberChanges } from './member-index.ts';
import { memberColumns } from './members.columns.ts';
import { memberMemo, readMemberRow } from './members.rules.ts';
import { decideMemberRow, readUpMembers, writeMembers } from './members.service.ts';

export const memberStage = defineStage({
  kind: 'MEMBERS',
  columns: memberColumns,
  headings: {
    decisive: new Set(['village', 'headName', 'headId', 'householdNumber', 'name', 'residentId', 'relation']),
    keysOfDays: [],
  },
  memo: memberMemo,
  read: readMemberRow,
  createIndex: createMemberIndex,
  readUp: readUpMembers,
  noChanges: noMemberChanges,
  decide: decideMemberRow,
  write: writeMembers,
});
