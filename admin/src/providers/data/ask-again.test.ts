import { expect, it } from 'vitest';
import { askAgainWhile } from './ask-again.ts';

const interval = askAgainWhile((data: { done: number }) => data.done < 3, 500);

it('asks again while the work goes on, and no more once it is done', () => {
  expect(interval({ state: { data: { done: 2 } } })).toBe(500);
  expect(interval({ state: { data: { done: 3 } } })).toBe(false);
});

it('does not ask again while there has been no answer', () => {
  expect(interval({ state: {} })).toBe(false);
});
