import { expect, test } from 'vitest';
import { isSameInput } from './same-input.ts';

test('empty inputs are equal however they represent emptiness', () => {
  expect(isSameInput(undefined, null)).toBe(true);
  expect(isSameInput('', null)).toBe(true);
  expect(isSameInput([{ item: 'FOOD', answer: null }], [{ item: 'FOOD', answer: '' }])).toBe(true);
  expect(isSameInput([], [])).toBe(true);
});

test('what was typed, chosen or set to no differs from an empty input', () => {
  expect(isSameInput('a', '')).toBe(false);
  expect(isSameInput(0, null)).toBe(false);
  expect(isSameInput(false, null)).toBe(false);
  expect(isSameInput([{ kind: 'WATER' }], [])).toBe(false);
  expect(isSameInput([{ item: 'FOOD', answer: 'OK' }], [{ item: 'FOOD', answer: null }])).toBe(false);
});
