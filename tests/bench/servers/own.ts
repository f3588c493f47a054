import '#schema/metadata-stub.ts';
import type { Clock } from '#platform/core/clock.ts';
import { createApp } from '#server/app.ts';
import { masterKey } from '#tests/bench/data/rows/users.ts';

/** This server as users run it, in a process of its own, on the day of the data. */
const {
  BENCH_DATABASE_URL = '',
  BENCH_DATA = '',
  BENCH_NOW = '',
  BENCH_READS,
  BENCH_BUDGETS,
  BENCH_IDLE,
} = process.env;

const begun = Date.now();
const clock: Clock = { now: () => new Date(Date.parse(BENCH_NOW) + Date.now() - begun) };

async function serve(): Promise<void> {
  const app = await createApp({
    databaseUrl: BENCH_DATABASE_URL,
    masterKey,
    dataDir: BENCH_DATA,
    clock,
    // Budgets are charged as usual but too large to be used up, unless they are what is measured.
    rateLimits:
      BENCH_BUDGETS === 'usual'
        ? undefined
        : { tokenPoints: 2_000_000_000, userPoints: 2_000_000_000, numberSearches: 500_000_000 },
    logLevel: 'error',
    // Resolvers only, to compare with one statement.
    plainReads: BENCH_READS === 'plain',
  });
  const address = await app.listen(0, '127.0.0.1');
  if (!BENCH_IDLE) await app.jobs.start();
  process.on('SIGTERM', () => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  console.log(`listening ${address}`);
}

serve().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
