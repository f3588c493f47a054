import { expect, test } from 'vitest';
import { checkChanges } from './division.rules.ts';

const village = { level: 'VILLAGE', abolishedOn: null };
const known = new Map<string, { level: string; abolishedOn: string | null }>([
  ['130434100200', village],
  ['130434100201', village],
  ['130434100202', { level: 'VILLAGE', abolishedOn: '2024-01-01' }],
  ['130434100', { level: 'TOWNSHIP', abolishedOn: null }],
  ['130434', { level: 'COUNTY', abolishedOn: null }],
  ['130529100200', village],
]);
const check = (...pairs: [string, string, string?][]) =>
  checkChanges(
    pairs.map(([oldCode, newCode, effectiveOn = '2026-01-01']) => ({ oldCode, newCode, effectiveOn })),
    known,
    '2026-11-10',
  );

test('a village may become another of its county', () => {
  expect(check(['130434100200', '130434100201'])).toEqual({});
});

test.each([
  [['130434100999', '130434100201'], 'oldCode', 'DIVISION_UNKNOWN'],
  [['130434100200', '130434100999'], 'newCode', 'DIVISION_UNKNOWN'],
  [['130434', '130434'], 'oldCode', 'DIVISION_LEVEL_WRONG'],
  [['130434100200', '130434100'], 'newCode', 'DIVISION_LEVEL_WRONG'],
  [['130434100200', '130529100200'], 'newCode', 'OTHER_COUNTY'],
  [['130434100200', '130434100200'], 'newCode', 'DUPLICATE_VALUE'],
  [['130434100200', '130434100202'], 'newCode', 'DIVISION_ABOLISHED'],
  [['130434100200', '130434100201', '2026-11-11'], 'effectiveOn', 'DATE_IN_FUTURE'],
] as const)('%j is refused at %s', (pair, field, code) => {
  expect(check([pair[0], pair[1], pair[2]])).toEqual({ [`input.changes.0.${field}`]: code });
});

test('one code has one successor, and none that the same map abolishes', () => {
  expect(check(['130434100200', '130434100201'], ['130434100200', '130434100202'])).toEqual({
    'input.changes.1.oldCode': 'DUPLICATE_VALUE',
  });
  expect(check(['130434100200', '130434100201'], ['130434100202', '130434100200'])).toEqual({
    'input.changes.1.newCode': 'DIVISION_ABOLISHED',
  });
});
