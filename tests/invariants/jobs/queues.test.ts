import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { resumeQueue } from '#platform/jobs/job-set.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();

/** What pg-boss sends by its schedules. */
const ofTheLibrary = '__pgboss__send-it';

it('has a queue for each handler, and a handler for each queue', async () => {
  const made = await test.owner.db.execute<{ name: string }>(
    sql`select name from pgboss.queue order by name`,
  );
  const names = made.map(({ name }) => name).filter((name) => name !== ofTheLibrary);
  expect(names).toEqual([...test.app.jobs.queues, resumeQueue].sort());
});

it('puts jobs that are not retried on a queue that somebody handles', async () => {
  const given = await test.owner.db.execute<{ name: string }>(
    sql`select dead_letter as name from pgboss.queue where dead_letter is not null`,
  );
  expect(given.length).toBeGreaterThan(2);
  expect(test.app.jobs.queues).toEqual(expect.arrayContaining(given.map(({ name }) => name)));
});
