import { expect, test } from 'vitest';
import { clashesOf } from './clashes.ts';

const before = { version: 3, note: null, address: 'A', size: 4 };

test('what another user changed is shown beside the value in the form', () => {
  const after = { ...before, version: 4, address: 'B' };
  expect(clashesOf(before, after, { ...before, address: 'C' })).toEqual([
    { source: 'address', theirs: 'B', mine: 'C' },
  ]);
});

test('a field that only the user changed is no conflict', () => {
  expect(clashesOf(before, { ...before, version: 4 }, { ...before, size: 5 })).toEqual([]);
});

test('an empty input and an empty value are equal', () => {
  expect(clashesOf({ note: null }, { note: '' }, { note: '' })).toEqual([]);
});

test("another user's change that the form has taken over is no conflict", () => {
  const after = { ...before, version: 4, address: 'B' };
  expect(clashesOf(before, after, { ...before, address: 'B' })).toEqual([]);
});
