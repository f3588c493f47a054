import { expect, it } from 'vitest';
import { isAsLeft, isTakenBack } from './roll-back.rules.ts';

const event = (action: string, version?: number) => ({
  ...{ entityId: 'x', action, at: '2026-11-10T04:00:00Z', before: null },
  after: JSON.stringify({ version }),
});
const list = (version: number) => event('importMembers', version);
const back = event('rollBackImport');

it.each([
  ['nothing was done since', [list(2)]],
  ['a later list was taken back', [list(2), list(3), back]],
  ['two later lists were taken back, the last one first', [list(2), list(3), list(4), back, back]],
  ['one after the other came and was taken back', [list(2), list(3), back, list(5), back]],
  ['a transfer by list was undone', [list(2), list(3), event('undoTransfer', 4)]],
  ['a transfer was undone', [list(2), event('endPairing', 3), event('undoTransfer', 4)]],
])('finds a record unchanged where %s', (_what, events) => {
  expect(isAsLeft(events, 2)).toBe(true);
});

it.each([
  ['somebody changed it', [list(2), event('updateMember', 3)]],
  ['a later list stands', [list(2), list(3)]],
  ['somebody changed it after a list was taken back', [list(2), list(3), back, event('updateMember', 5)]],
  ['somebody changed it before a list was taken back', [list(2), event('updateMember', 3), list(4), back]],
  ['it was transferred and a list taken back', [list(2), event('endPairing', 3), back]],
  ['the trail does not tell', []],
])('finds it changed where %s', (_what, events) => {
  expect(isAsLeft(events, 2)).toBe(false);
});

const undone = event('undoTransfer');

it.each([
  ['it was undone', [list(2), undone]],
  ['it was undone and something else done since', [list(2), undone, event('endPairing', 4)]],
  [
    'a transfer on top of it was undone first',
    [list(2), event('endPairing', 3), event('undoTransfer', 4), undone],
  ],
])('knows that nothing of a list is left where %s', (_what, events) => {
  expect(isTakenBack(events, [2])).toBe(true);
});

it.each([
  ['nothing was undone', [list(2)], [2]],
  ['a transfer on top of it was undone', [list(2), event('endPairing', 3), event('undoTransfer', 4)], [2]],
  ['a later list was undone', [list(2), list(3), undone], [2]],
  ['the list had done more before', [list(2), list(3), undone], [2, 3]],
  ['something else was undone', [event('updateMember', 2), undone], [2]],
  ['the trail does not tell', [], [2]],
  ['the list did nothing', [list(2), undone], []],
])('knows that something of a list is left where %s', (_what, events, versions) => {
  expect(isTakenBack(events, versions)).toBe(false);
});
