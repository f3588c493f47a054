import { expect, it } from 'vitest';
import { placeFinder } from '#modules/imports/staging/places.rules.ts';
import type { Cell } from '#platform/sheet/sheet-row.ts';
import { type VisitKey, visitColumns } from './visits.columns.ts';
import { readProblem, readVisitRow, visitMemo } from './visits.rules.ts';

const sound: Partial<Record<VisitKey, string>> = {
  visitedOn: '2026年8月4日',
  mode: '入户',
  helperName: '谭强',
  helperPhone: '13800005000',
  headId: '130499195305106478',
};
function read(given: Partial<Record<VisitKey, string>>, memo = visitMemo()) {
  const values = Object.fromEntries(
    visitColumns.map(({ key }) => {
      const text = { ...sound, ...given }[key];
      return [key, text === undefined ? null : { text, kind: 'text' }];
    }),
  ) as Record<VisitKey, Cell | null>;
  return readVisitRow({ number: 2, values }, memo, {
    today: '2026-11-10',
    asOf: null,
    has: () => true,
    wordsAbove: () => [],
    findPlace: placeFinder('130434', []),
  });
}

it('reads a visit with the problem it found', () => {
  expect(read({ problem: '房屋漏雨', request: '请求帮助解决', handling: '已上报乡镇' }).row).toMatchObject({
    visitedOn: '2026-08-04',
    mode: 'IN_PERSON',
    request: '请求帮助解决',
    problem: { kind: 'HOUSING', status: 'IN_HAND', handler: '已上报乡镇', outcome: null },
  });
});

it('reads no problem from a cell that says there is none', () => {
  expect(read({ problem: '无', request: '/' }).row).toMatchObject({ problem: null, request: null });
});

it.each([
  ['', 'OPEN', null, null],
  ['协调中', 'IN_HAND', null, null],
  ['已联系医保局', 'IN_HAND', '已联系医保局', null],
  ['已解决', 'SOLVED', null, '已解决'],
])('reads "%s" as a problem that is %s', (handling, status, handler, outcome) => {
  const problem = readProblem('饮水水压不足', handling);
  expect(problem).toMatchObject({ status, outcome });
  if (handler) expect(problem?.handler).toBe(handler);
});

it.each<[Partial<Record<VisitKey, string>>, string, string]>([
  [{ visitedOn: '' }, 'visitedOn', 'REQUIRED_MISSING'],
  [{ visitedOn: '2026-11-11' }, 'visitedOn', 'DATE_IN_FUTURE'],
  [{ mode: '托梦' }, 'mode', 'CODE_UNKNOWN'],
  [{ helperPhone: '123' }, 'helperPhone', 'PHONE_INVALID'],
  [{ problem: '\ue000\ue001' }, 'problem', 'INVALID_TEXT'],
])('refuses %j', (given, column, code) => {
  expect(read(given).faults).toEqual([{ column, code }]);
});

it('refuses the later of two equal rows', () => {
  const memo = visitMemo();
  expect(read({}, memo).faults).toBeNull();
  expect(read({}, memo).faults).toEqual([{ column: 'visitedOn', code: 'DUPLICATE_IN_FILE' }]);
  // One visit a day by one cadre to one household, in whatever mode.
  expect(read({ mode: '电话' }, memo).faults).toEqual([{ column: 'visitedOn', code: 'DUPLICATE_IN_FILE' }]);
  expect(read({ visitedOn: '2026-10-13' }, memo).faults).toBeNull();
});

/** The county's own list of places decides which place it is, and has tests of its own. */
const ofRow = visitColumns.map(({ key }) => key).filter((key) => key !== 'township');
it.each(ofRow)('reads the column %s', (key) => {
  expect(read({ problem: '房屋漏雨', [key]: '\ue000\ue001' })).not.toEqual(read({ problem: '房屋漏雨' }));
});
