import { expect, test } from 'vitest';
import { changesOf } from './changes.ts';

test('an edit sends only what it changed', () => {
  expect(changesOf({ address: 'new', size: 4 }, { address: 'old', size: 4 })).toEqual({ address: 'new' });
});

test('an input that was never filled does not empty a value that the form does not show', () => {
  expect(changesOf({ phone: null }, { phoneMasked: '****8000' })).toEqual({});
});

test('a cleared input empties the value', () => {
  expect(changesOf({ note: null }, { note: 'x' })).toEqual({ note: null });
});

test('lists are compared by their content', () => {
  expect(changesOf({ kinds: ['A'] }, { kinds: ['A'] })).toEqual({});
  expect(changesOf({ kinds: ['A', 'B'] }, { kinds: ['A'] })).toEqual({ kinds: ['A', 'B'] });
});
