import { allJobs } from '#platform/jobs/job-set.ts';
import { createJobs } from '#platform/jobs/jobs.ts';

/** A process that takes up a job of a queue, says so, and never ends it: `process.ts <database URL> <queue>`. */
const [, , url = '', queue = ''] = process.argv;
const log = { info: () => undefined, warn: () => undefined, error: console.error };
const handlers = {
  [queue]: async () => {
    process.stdout.write('begun\n');
    await new Promise(() => undefined);
  },
};
await createJobs(url, log, allJobs([{ handlers }])).start();
