import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from '#tests/bench/data/database.ts';
import { run, type Workload } from '#tests/bench/load/measure.ts';
import { slope } from '#tests/bench/load/stats.ts';
import { findInputs } from '#tests/bench/operations/inputs.ts';
import { findTargets, type Target, visitRequest } from '#tests/bench/operations/log-visit.ts';
import { readOperations } from '#tests/bench/operations/reads.ts';
import { ownRequests, requestsBy, viewers } from '#tests/bench/operations/workloads.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { memoryOf, spawnOwn } from '#tests/bench/servers/spawn.ts';
import type { Options } from '../options.ts';
import { openScratch } from './scratch.ts';

/** One visit per so many requests. */
const visitEvery = 20;

/**
 * All reads of both viewers and some visits, mixed, for minutes; the server's memory is recorded every five seconds.
 */
export async function measureSoak(
  database: BenchDatabase,
  options: Options,
  say: (line: string) => void,
): Promise<OtherResult[]> {
  const inputs = await findInputs(database.sql);
  const targets = await findTargets(database.sql);
  const scratch = await openScratch(database);
  const server = await spawnOwn(scratch.servingUrl, { dataDir: database.dataDir, today: options.today });
  try {
    const reads = readOperations(options.today).flatMap((operation) =>
      viewers.flatMap((viewer) => ownRequests(server.url, operation, requestsBy(operation, viewer, inputs))),
    );
    const requests = (turn: number) =>
      turn % visitEvery === 0
        ? visitRequest(server.url, targets[(turn / visitEvery) % targets.length] as Target, options.today)
        : (reads[(turn * 7) % reads.length] as Buffer);
    const workload: Workload = { server: 'own', url: server.url, requests };
    const points: [seconds: number, megabytes: number][] = [];
    let isOver = false;
    const watch = async () => {
      for (const begun = Date.now(); !isOver; await sleep(Math.min(5_000, options.soakSeconds * 50))) {
        points.push([(Date.now() - begun) / 1000, memoryOf(server.pid).now]);
      }
    };
    const watching = watch();
    const { perSecond } = await run(
      workload,
      options.runSettings.connections,
      options.soakSeconds * 1000,
    ).finally(() => {
      isOver = true;
    });
    await watching;
    // The first fifth fills caches and pools.
    const settled = points.filter(([seconds]) => seconds >= options.soakSeconds / 5);
    const perMinute = slope(settled) * 60;
    const end = points.at(-1)?.[1] ?? 0;
    const most = Math.max(...points.map(([, megabytes]) => megabytes));
    say(`soak: ${points.map(([, megabytes]) => megabytes).join(' ')} MB`);
    const note = `${options.soakSeconds} s of mixed load at ${Math.round(perSecond)}/s, ${end} MB at the end`;
    return [
      { name: 'memory of the API process, highest', value: most, unit: 'MB', note, bar: { atMost: 400 } },
      {
        name: 'its rise after the first fifth',
        value: perMinute,
        unit: 'MB/min',
        note: 'line through the points of every five seconds',
        bar: { atMost: 1 },
      },
    ];
  } finally {
    await server.stop();
    await scratch.drop();
  }
}
