import '#schema/metadata-stub.ts';
import { readFlags, startUsage } from '#server/boot/flags.ts';
import { whenLauncherEnds } from '#server/boot/launchers.ts';
import { processIo } from '#server/cli/io.ts';
import { readConfig } from './platform/config/env.ts';
import { stopBudget } from './platform/config/stop-budget.ts';
import { describeFailure } from './platform/core/boot-error.ts';
import { traceOf } from './platform/core/trace.ts';

const io = processIo();

async function boot() {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) {
    io.print(startUsage);
    return { stop: async () => {} };
  }
  const config = readConfig(process.env);
  // Only now: what is refused above should not wait for the whole server to load.
  const { startServer } = await import('#server/boot/start-server.ts');
  return await startServer(config, flags, io);
}

function fail(error: unknown): void {
  io.say(describeFailure(error));
  process.exitCode = 1;
}

// Keys, photos and the database's address are for this user alone.
process.umask(0o077);
const starting = boot();
starting.catch((error: unknown) => {
  fail(error);
  // All that was begun has been stopped by now; a job queue that was still on its way up must not hold the process.
  process.exit(1);
});

let stopping = false;
/** Drains and stops the database, within ten seconds whatever happens. A terminal and pnpm may both send the signal. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => {
    io.say('未能在时限内停止，直接退出 / did not stop in time, leaving as it is');
    process.exit(1);
  }, stopBudget.whole).unref();
  starting
    .then((server) => server.stop())
    .then(() => process.exit(0))
    .catch((error: unknown) => {
      fail(error);
      process.exit(1);
    });
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
whenLauncherEnds(stop);
// One request's failure that nobody heard of must not end the service of all others: it is logged, and work goes on.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    io.say(`${describeFailure(error)}\n${JSON.stringify({ event, ...traceOf(error) })}`);
  });
}
