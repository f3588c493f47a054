import { expect, it } from 'vitest';
import { addUp, type DutyCell } from './board.rules.ts';

const cell = (more: Partial<DutyCell>): DutyCell => ({
  countyCode: '130434',
  villageCode: '130434100200',
  cadreId: 'c1',
  status: 'DUE',
  isOverdue: false,
  count: 1,
  ...more,
});
const cells = [
  cell({ status: 'DONE', count: 3 }),
  cell({ status: 'LATE_DONE' }),
  cell({ isOverdue: true, count: 2 }),
  cell({ status: 'EXCUSED', cadreId: 'c2', villageCode: '130434101200' }),
];
const tallies = {
  households: [
    { key: '130434100200', count: 9 },
    { key: '130434101200', count: 4 },
  ],
  problemsOpen: [],
  missingHelper: [{ key: '130434101200', count: 1 }],
};

it('adds the same cells up to townships and to the total', () => {
  const townships = addUp(
    cells,
    ({ villageCode }) => villageCode.slice(0, 9),
    tallies,
    (key) => key.slice(0, 9),
  );
  expect(townships.get('130434100')).toMatchObject({
    ...{ households: 9, duties: 6, done: 4, lateDone: 1, due: 2, overdue: 2, rateBps: 6667 },
  });
  expect(townships.get('130434101')).toMatchObject({
    duties: 1,
    excused: 1,
    rateBps: null,
    missingHelper: 1,
  });
  const whole = addUp(
    cells,
    () => '',
    tallies,
    () => '',
  );
  expect(whole.get('')).toMatchObject({ households: 13, duties: 7, done: 4, excused: 1, rateBps: 6667 });
});
