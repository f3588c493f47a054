import { expect, test } from 'vitest';
import { clashesOf } from './clashes.ts';

const before = { version: 3, note: null, address: 'A', size: 4 };

test('what another person changed is shown beside what the form holds', () => {
  const after = { ...before, version: 4, address: 'B' };
  expect(clashesOf(before, after, { ...before, address: 'C' })).toEqual([
    { source: 'address', theirs: 'B', mine: 'C' },
  ]);
});

test('a field that only the user changed is no clash', () => {
  expect(clashesOf(before, { ...before, version: 4 }, { ...before, size: 5 })).toEqual([]);
});

test('an empty input and an empty value are the same', () => {
  expect(clashesOf({ note: null }, { note: '' }, { note: '' })).toEqual([]);
});

test('a change of another person that the form has taken over is no clash', () => {
  const after = { ...before, version: 4, address: 'B' };
  expect(clashesOf(before, after, { ...before, address: 'B' })).toEqual([]);
});
