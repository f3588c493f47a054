import { expect, test } from 'vitest';
import { mayImportSome, rightFor } from './rights.ts';

const households = { read: 'household.read', write: 'household.write' } as const;

test('reading asks for the reading right and every other action for the writing one', () => {
  expect(rightFor(households, 'list')).toBe('household.read');
  expect(rightFor(households, 'show')).toBe('household.read');
  expect(rightFor(households, 'edit')).toBe('household.write');
  expect(rightFor(households, 'transfer')).toBe('household.write');
});

test('an undeclared resource or action needs a right that nobody holds', () => {
  expect(rightFor(undefined, 'list')).toBeUndefined();
  expect(rightFor({ read: 'audit.read' }, 'edit')).toBeUndefined();
});

test('opens imports only to users who may read what a list is compared with and write what it writes', () => {
  expect(mayImportSome(['import.run'])).toBe(false);
  expect(mayImportSome(['import.run', 'cadre.read', 'pairing.read', 'visit.read'])).toBe(false);
  expect(mayImportSome(['import.run', 'household.read'])).toBe(false);
  expect(mayImportSome(['import.run', 'household.read', 'household.write'])).toBe(true);
});
