import { expect, test } from 'vitest';
import { allJobs } from './job-set.ts';

const handlers = { tidy: async () => undefined };

test.each([
  ['a schedule of a queue that nobody handles', [{ handlers }], { tidied: '0 3 * * *' }, 'the queue tidied'],
  ['two handlers of one queue', [{ handlers }, { handlers }], {}, 'two handlers of the queue tidy'],
])('refuses %s', (_what, sets, schedules, message) => {
  expect(() => allJobs(sets, schedules)).toThrow(message);
});

test('adds what is given up to the queues, and what is handed in anew every minute', () => {
  const handled: unknown[] = [];
  const givenUp = { tidy: async (data: object) => void handled.push(data) };
  const set = allJobs([{ handlers, givenUp }], { tidy: '0 3 * * *' });
  expect(Object.keys(set.handlers)).toEqual(['tidy', 'tidy-given-up']);
  expect(set.schedules).toEqual({ tidy: '0 3 * * *', resume: '* * * * *' });
});
