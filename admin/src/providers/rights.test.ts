import { expect, test } from 'vitest';
import { mayImportSome, rightFor } from './rights.ts';

test('looking asks for the reading right and every other action for the writing one', () => {
  expect(rightFor('households', 'list')).toBe('household.read');
  expect(rightFor('households', 'show')).toBe('household.read');
  expect(rightFor('households', 'edit')).toBe('household.write');
  expect(rightFor('pairings', 'transfer')).toBe('pairing.write');
});

test('a resource or an action nobody declared needs a right that nobody holds', () => {
  expect(rightFor('secrets', 'list')).toBeUndefined();
  expect(rightFor('audit', 'edit')).toBeUndefined();
});

test('opens imports to those alone who may read what some list is compared with', () => {
  expect(mayImportSome(['import.run'])).toBe(false);
  expect(mayImportSome(['import.run', 'cadre.read', 'pairing.read', 'visit.read'])).toBe(false);
  expect(mayImportSome(['import.run', 'household.read'])).toBe(true);
});
