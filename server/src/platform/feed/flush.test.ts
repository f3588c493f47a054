import { expect, it } from 'vitest';
import type { ChangeNote } from '#platform/core/context.ts';
import { fold, onePerRecord } from './flush.ts';

const note = (some: Partial<ChangeNote>): ChangeNote => ({
  type: 'MEMBER',
  kind: 'UPDATED',
  countyCode: '130434',
  recordId: 'm1',
  placeBefore: 'a',
  placeAfter: 'a',
  householdId: 'h1',
  cadreId: null,
  ...some,
});

it('tells a record once, from what it was before the first writing to what it is after the last', () => {
  const notes = [
    note({ placeAfter: 'b' }),
    note({ recordId: 'm2' }),
    note({ placeBefore: 'b', placeAfter: 'c' }),
  ];
  expect(onePerRecord(notes)).toMatchObject([
    { recordId: 'm1', placeBefore: 'a', placeAfter: 'c' },
    { recordId: 'm2' },
  ]);
});

it('keeps where a record moved from, in whichever order it is noted', () => {
  const moved = note({ placeBefore: 'a', placeAfter: 'b' });
  const changed = note({ placeBefore: 'b', placeAfter: 'b' });
  for (const notes of [
    [changed, moved],
    [moved, changed],
  ])
    expect(onePerRecord(notes)).toMatchObject([{ placeBefore: 'a', placeAfter: 'b' }]);
});

it('says inserted of what was made and changed, and nothing of what was made and deleted', () => {
  const made = note({ kind: 'INSERTED', placeBefore: null });
  expect(onePerRecord([made, note({})])).toMatchObject([{ kind: 'INSERTED', placeBefore: null }]);
  expect(onePerRecord([made, note({ kind: 'REMOVED', placeAfter: null })])).toEqual([]);
});

it('says updated of what was deleted and made again', () => {
  const gone = note({ kind: 'REMOVED', placeAfter: null });
  expect(onePerRecord([gone, note({ kind: 'INSERTED', placeBefore: null })])).toMatchObject([
    { kind: 'UPDATED', placeBefore: 'a', placeAfter: 'a' },
  ]);
});

it('puts what is made with a household on its line, and nothing else', () => {
  const lines = fold([
    note({ type: 'HOUSEHOLD', kind: 'INSERTED', recordId: 'h1' }),
    note({ kind: 'INSERTED' }),
    note({ kind: 'INSERTED', recordId: 'm2', householdId: 'h2' }),
    note({ kind: 'UPDATED', recordId: 'm3' }),
  ]);
  expect(lines.map(({ recordId, parts }) => [recordId, parts])).toEqual([
    ['h1', { MEMBER: ['m1'] }],
    ['m2', undefined],
    ['m3', undefined],
  ]);
});
