import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { importQueue } from '#modules/imports/batch/imports.service.ts';
import { ConnectionLost } from '#platform/database/connection-lost.ts';
import { allJobs } from '#platform/jobs/job-set.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { enqueue } from '#platform/jobs/send.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const made: Jobs[] = [];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

afterEach(async () => {
  for (const jobs of made.splice(0)) await jobs.stop();
});

/** Jobs of this file: the server's own workers are not started, so nobody else takes them up. */
function jobsOf(handle: (of: string) => Promise<void>): Jobs {
  const handlers = { [importQueue]: ({ of = '' }) => handle(of) };
  const jobs = createJobs(test.url, quiet, allJobs([{ handlers }]));
  made.push(jobs);
  return jobs;
}

const enqueueImport = (of: string) => enqueue(test.app.systemContext(), importQueue, { of });

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

it('waits for jobs already taken up by the process, and runs the rest', async () => {
  const [begun, letGo] = [gate(), gate()];
  const done: string[] = [];
  const jobs = jobsOf(async (of) => {
    begun.open();
    if (of === 'first') await letGo.opened;
    done.push(of);
  });
  await jobs.start();
  await enqueueImport('first');
  await begun.opened;
  await enqueueImport('second');
  let isDrained = false;
  const drained = jobs.drain().then(() => {
    isDrained = true;
  });
  // Many times longer than a drain that waits for nobody.
  for (let way = 0; way < 100; way += 1) await test.owner.db.execute(sql`select 1`);
  expect({ isDrained, done }).toEqual({ isDrained: false, done: [] });
  letGo.open();
  await drained;
  expect(done).toEqual(['first', 'second']);
});

it('retries what failed, and goes on polling afterwards', async () => {
  const third = gate();
  let failures = 0;
  const jobs = jobsOf(async (of) => {
    if (of === 'failing' && failures++ === 0) throw new Error('broken');
    if (of === 'failing') await enqueueImport('after');
    if (of === 'after') third.open();
  });
  await enqueueImport('failing');
  await jobs.start();
  await third.opened;
  expect(failures).toBe(2);
});

it('puts a job interrupted by the database back at once, however often, without counting a try', async () => {
  let times = 0;
  const jobs = jobsOf(async (of) => {
    times += 1;
    // More often than a failing job is tried.
    if (of === 'broken off' && times < 6) throw new ConnectionLost('the database is unreachable');
  });
  await enqueueImport('broken off');
  await jobs.drain();
  expect(times).toBe(6);
  const [job] = await test.owner.db.execute(
    sql`select state, retry_count from pgboss.job where data ->> 'of' = 'broken off'`,
  );
  expect(job).toEqual({ state: 'completed', retry_count: 0 });
});

it('runs every job once, however drains and workers interleave', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `job ${at}`);
  const done: string[] = [];
  const jobs = jobsOf(async (of) => {
    done.push(of);
  });
  await jobs.start();
  for (const name of names) {
    await enqueueImport(name);
    await jobs.drain();
    expect(done).toContain(name);
  }
  expect(done.toSorted()).toEqual(names.toSorted());
});
