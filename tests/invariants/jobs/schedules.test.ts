import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { allJobs, resumeQueue } from '#platform/jobs/job-set.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { catalog } from '#server/modules.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const made: Jobs[] = [];
const faults: object[] = [];
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fault: object) => void faults.push(fault),
};
const queue = 'webhook-tidy';

afterEach(async () => {
  await Promise.all(made.splice(0).map((jobs) => jobs.stop()));
});

async function startProcess(
  handle: () => Promise<void>,
  schedules: Record<string, string> = { [queue]: '* * * * *' },
): Promise<void> {
  const set = allJobs([{ handlers: { [queue]: handle } }], schedules);
  const jobs = createJobs(test.url, log, set);
  made.push(jobs);
  await jobs.start();
}

/** Minutes for which the schedule sent something. */
async function minutes(): Promise<number> {
  const [found] = await test.owner.db.execute<{ count: number }>(sql`
    select count(distinct singleton_on)::int as count from pgboss.job
    where name = '__pgboss__send-it' and data ->> 'name' = ${queue} and state = 'completed'`);
  return found?.count ?? 0;
}

it('a schedule sends once, however many processes there are, and once at each start', async () => {
  let done = 0;
  for (let count = 0; count < 2; count += 1)
    await startProcess(async () => {
      done += 1;
    });
  await expect.poll(minutes, { timeout: 20_000, interval: 200 }).toBeGreaterThan(0);
  // In this time each process checks the clock twice more.
  await sleep(11_000);
  await expect.poll(async () => done - (await minutes()), { timeout: 5_000 }).toBe(2);
  expect(faults).toEqual([]);
}, 60_000);

it('hands in what is on no queue by a schedule, at the start and once a minute, and not by itself', async () => {
  let handedIn = 0;
  const resume = async () => {
    handedIn += 1;
  };
  const jobs = createJobs(test.url, log, allJobs([{ handlers: {}, resume }]));
  made.push(jobs);
  await jobs.start();
  await expect.poll(() => handedIn, { timeout: 10_000 }).toBeGreaterThan(0);
  const waiting = () =>
    test.owner.db.execute(
      sql`select from pgboss.job where name = ${resumeQueue} and state = 'created' and start_after > now()`,
    );
  expect(await waiting()).toHaveLength(0);
  await sleep(6_500);
  // By the start, and by the minute that ran then and at most one that has begun since.
  expect(handedIn).toBeLessThanOrEqual(3);
  expect(await waiting()).toHaveLength(0);
});

const none = async () => undefined;

const kept = () =>
  test.owner.db.execute<{ name: string; cron: string; timezone: string }>(
    sql`select name, cron, timezone from pgboss.schedule order by name`,
  );

it('uses the times that the modules declare, in Shanghai time', async () => {
  await test.app.jobs.start();
  const declared: Record<string, string> = { ...catalog.schedules, [resumeQueue]: '* * * * *' };
  expect(Object.keys(declared).length).toBeGreaterThan(3);
  expect([...(await kept())]).toEqual(
    Object.keys(declared)
      .sort()
      .map((name) => ({ name, cron: declared[name], timezone: 'Asia/Shanghai' })),
  );
});

it('removes a schedule that the release no longer has', async () => {
  const names = async () => (await kept()).map(({ name }) => name);
  await startProcess(none);
  expect(await names()).toEqual([resumeQueue, queue]);
  await startProcess(none, {});
  expect(await names()).toEqual([resumeQueue]);
});
