import { setTimeout as sleep } from 'node:timers/promises';
import type { OtherResult } from '#tests/bench/report/results.ts';
import {
  databasePid,
  type Running,
  signalDatabase,
  startServer,
  temporaryFolder,
} from '#tests/cli/processes.ts';
import { masterKey } from '#tests/setup/master-key.ts';

/** SIGTERM to a server whose database answers, and to one whose database is frozen. */
export async function measureStop(say: (line: string) => void): Promise<OtherResult[]> {
  const folder = temporaryFolder();
  const { dataDir } = folder;
  const results: OtherResult[] = [];
  try {
    for (const isFrozen of [false, true]) {
      const server = await startServer({ BANGFU_DATA: dataDir, BANGFU_KEY: masterKey.toString('hex') });
      if (isFrozen) signalDatabase(dataDir, 'SIGSTOP');
      const { red, exit } = await stopped(server);
      if (isFrozen) signalDatabase(dataDir, 'SIGCONT');
      while (databasePid(dataDir) !== null) await sleep(50);
      const name = `SIGTERM with a database that ${isFrozen ? 'is frozen' : 'answers'}`;
      say(`${name}: not ready after ${red.toFixed(2)} s, exit after ${exit.toFixed(2)} s`);
      results.push(
        {
          name: `${name}: readiness red`,
          value: red,
          unit: 's',
          note: 'before the port closed',
          bar: { atMost: 1 },
        },
        { name: `${name}: exit`, value: exit, unit: 's', bar: { atMost: 10 } },
      );
    }
  } finally {
    folder.remove();
  }
  return results;
}

async function stopped(server: Running): Promise<{ red: number; exit: number }> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1_000;
  const ended = server.stop();
  const red = await firstRed(server, seconds);
  await ended;
  return { red, exit: seconds() };
}

/** What a load balancer polls: it must notice before the port is closed. */
async function firstRed({ address }: Running, seconds: () => number): Promise<number> {
  for (;;) {
    const status = await fetch(`${address}/readyz`, { headers: { connection: 'close' } }).then(
      (answer) => answer.status,
      () => null,
    );
    if (status === 503) return seconds();
    if (status === null) throw new Error('the port was closed before the readiness was red');
    await sleep(20);
  }
}
