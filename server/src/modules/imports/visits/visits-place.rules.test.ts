import { expect, it } from 'vitest';
import type { FieldChange, History } from '#modules/imports/staging/since.rules.ts';
import { villagesOn } from './visits-place.rules.ts';

const moves = (...changes: FieldChange[]): History => new Map([['villageCode', changes]]);
const made: FieldChange = { day: '2026-01-10', by: 'LIST' };
/** Recorded later than it took effect. */
const byHand = (former: string, effectiveOn: string): FieldChange => ({
  ...{ day: '2026-11-10', by: 'HAND' },
  ...{ effectiveOn, former },
});
const byList = (former: string, day: string, by: 'LIST' | 'UNDATED' = 'LIST'): FieldChange => ({
  day,
  by,
  former,
});

/** It lived in A, from September in B, from October in A again. */
const thereAndBack = moves(made, byHand('A', '2026-09-01'), byHand('B', '2026-10-01'));

it.each<[string, string, History | undefined, string, string[]]>([
  ['it never moved', 'A', undefined, '2026-08-02', ['A']],
  ['it never moved, as far as is on record', 'A', moves(made), '2025-08-02', ['A']],
  ['it has not moved there yet', 'A', thereAndBack, '2026-08-31', ['A']],
  ['it lived elsewhere between two moves', 'A', thereAndBack, '2026-09-15', ['B']],
  ['it is back', 'A', thereAndBack, '2026-10-02', ['A']],
  ['it moved that day', 'A', thereAndBack, '2026-10-01', ['A', 'B']],
  [
    'a move of an earlier day was recorded later',
    'C',
    moves(made, byHand('A', '2026-09-01'), byHand('B', '2026-08-01')),
    '2026-08-15',
    ['C'],
  ],
  [
    'a list of a later day has it elsewhere',
    'B',
    moves(made, byList('A', '2026-10-10')),
    '2026-10-01',
    ['A'],
  ],
  ['a list of an earlier day had moved it', 'B', moves(made, byList('A', '2026-10-10')), '2026-10-11', ['B']],
  [
    'a list without a day moved it',
    'B',
    moves(made, byList('A', '2026-10-10', 'UNDATED')),
    '2026-10-01',
    ['A', 'B'],
  ],
])('knows where a household lived when %s', (_when, present, history, day, villages) => {
  expect([...villagesOn(present, history, day)].sort()).toEqual(villages);
});
