import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { importQueue } from '#modules/imports/batch/imports.service.ts';
import { newId } from '#platform/core/ids.ts';
import { allJobs, type JobSet } from '#platform/jobs/job-set.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { enqueue, enqueueMissing } from '#platform/jobs/send.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const made: Jobs[] = [];
const children: ChildProcess[] = [];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const jobs of made.splice(0)) await jobs.stop();
});

/** Another process that has taken up the job. */
async function processAtIt(id: string): Promise<ChildProcess> {
  const file = join(import.meta.dirname, 'process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, test.url, importQueue], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await enqueue(test.app.systemContext(), importQueue, { id }, { id });
  await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
  return child;
}

async function startOwn(set: JobSet): Promise<void> {
  const jobs = createJobs(test.url, quiet, allJobs([set]));
  made.push(jobs);
  await jobs.start();
}

const stateOf = async (id: string) =>
  (await test.owner.db.execute(sql`select state, retry_count from pgboss.job where id = ${id}`))[0];
const runs = async () => (await test.owner.db.execute(sql`select from job_run`)).length;

/** The fifteen seconds after which a process counts as dead, some between two rounds, and those of a busy machine. */
const takenOver = { timeout: 30_000, interval: 100 };

it('leaves a job to the process that runs it, however long it takes, and takes it over once that has died', async () => {
  const id = newId();
  const child = await processAtIt(id);
  const done: string[] = [];
  await startOwn({ handlers: { [importQueue]: async (data) => void done.push(data.id ?? '') } });
  // Longer than a process may be silent.
  await sleep(19_000);
  await enqueueMissing(test.app.systemContext(), importQueue, { id });
  expect({ done, job: await stateOf(id) }).toEqual({ done: [], job: { state: 'active', retry_count: 0 } });
  child.kill('SIGKILL');
  await expect.poll(() => done, takenOver).toEqual([id]);
  await expect.poll(() => stateOf(id)).toEqual({ state: 'completed', retry_count: 1 });
  expect(await runs()).toBe(0);
}, 120_000);

it('gives up a job that has killed a process too often, and reports it once', async () => {
  const id = newId();
  const child = await processAtIt(id);
  await test.owner.db.execute(sql`update pgboss.job set retry_count = retry_limit where id = ${id}`);
  child.kill('SIGKILL');
  const [done, givenUp]: [string[], string[]] = [[], []];
  await startOwn({
    handlers: { [importQueue]: async (data) => void done.push(data.id ?? '') },
    givenUp: { [importQueue]: async (data) => void givenUp.push(data.id ?? '') },
  });
  await expect.poll(() => givenUp, takenOver).toEqual([id]);
  // A job that was given up is sent again by a person only.
  await enqueueMissing(test.app.systemContext(), importQueue, { id });
  await sleep(3_000);
  expect({ done, givenUp, job: await stateOf(id) }).toMatchObject({
    done: [],
    givenUp: [id],
    job: { state: 'failed' },
  });
}, 120_000);

it('hands out a job again whose process died before it could note that it runs it', async () => {
  const id = newId();
  const ctx = test.app.systemContext();
  await enqueue(ctx, importQueue, { id }, { id });
  const taken = (secondsAgo: number) =>
    test.owner.db.execute(sql`update pgboss.job set state = 'active',
      started_on = now() - make_interval(secs => ${secondsAgo}) where id = ${id}`);
  await taken(10);
  await enqueueMissing(ctx, importQueue, { id });
  expect(await stateOf(id)).toMatchObject({ state: 'active' });
  await taken(16);
  await enqueueMissing(ctx, importQueue, { id });
  expect(await stateOf(id)).toMatchObject({ state: 'retry' });
});
