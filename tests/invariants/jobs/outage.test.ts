import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { importQueue } from '#modules/imports/batch/imports.service.ts';
import { newId } from '#platform/core/ids.ts';
import { watchAvailability } from '#platform/database/availability.ts';
import { allJobs } from '#platform/jobs/job-set.ts';
import { createJobs } from '#platform/jobs/jobs.ts';
import { enqueue } from '#platform/jobs/send.ts';
import { cuttableWay, type Way } from '#tests/faults/way.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let end = async () => {};
afterEach(() => end());

/** A process behind a connection that can be cut, running one job until `handle` returns. */
async function processBehind(handle: (way: Way) => Promise<void>) {
  const way = await cuttableWay(test.url);
  const availability = watchAvailability(way.url, quiet);
  const set = allJobs([{ handlers: { [importQueue]: () => handle(way) } }]);
  const jobs = createJobs(way.url, quiet, set, availability);
  end = async () => {
    await jobs.stop();
    await availability.stop();
    await way.close();
  };
  await jobs.start();
  const id = newId();
  await enqueue(test.app.systemContext(), importQueue, { id }, { id });
  return { way, availability, jobs, id };
}

const stateOf = async (id: string) =>
  (await test.owner.db.execute(sql`select state, retry_count from pgboss.job where id = ${id}`))[0];

// The test run itself fails on an unhandled rejection.
it('reports a job as done once the database is back, and runs it once', async () => {
  let times = 0;
  const { way, availability, id } = await processBehind(async (through) => {
    times += 1;
    through.cut();
  });
  await expect.poll(() => availability.isDown, { timeout: 20_000 }).toBe(true);
  await sleep(2_000);
  expect(await stateOf(id)).toEqual({ state: 'active', retry_count: 0 });
  way.mend();
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toEqual({ state: 'completed', retry_count: 0 });
  expect(times).toBe(1);
});

it('stops in time while the database is down', async () => {
  const { availability, jobs } = await processBehind(async (through) => through.cut());
  await expect.poll(() => availability.isDown, { timeout: 20_000 }).toBe(true);
  const since = performance.now();
  await jobs.stop();
  expect(performance.now() - since).toBeLessThan(5_500);
});
