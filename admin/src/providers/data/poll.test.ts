import { expect, it } from 'vitest';
import { pollWhile } from './poll.ts';

const interval = pollWhile((data: { done: number }) => data.done < 3, 500);

it('polls while the job is running, and not after it has finished', () => {
  expect(interval({ state: { data: { done: 2 } } })).toBe(500);
  expect(interval({ state: { data: { done: 3 } } })).toBe(false);
});

it('does not poll before the first answer', () => {
  expect(interval({ state: {} })).toBe(false);
});
