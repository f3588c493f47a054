import path from 'node:path';
import { newId } from '#platform/core/ids.ts';
import type { BenchDatabase } from '#tests/bench/data/database.ts';
import { Connection } from '#tests/bench/load/client.ts';
import { run } from '#tests/bench/load/measure.ts';
import { median } from '#tests/bench/load/stats.ts';
import { findTargets, type Target, visitRequest } from '#tests/bench/operations/log-visit.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { captureStatements } from '#tests/bench/servers/capture.ts';
import { spawnOwn } from '#tests/bench/servers/spawn.ts';
import type { Options } from '../options.ts';
import { addTargetTable, hasPgbench, runPgbench, scriptOf } from './pgbench.ts';
import { openScratch } from './scratch.ts';
import { measureTransfers } from './transfers.ts';

type Say = (line: string) => void;

export async function measureWrites(
  database: BenchDatabase,
  options: Options,
  say: Say,
): Promise<OtherResult[]> {
  const scratch = await openScratch(database);
  const own = { dataDir: database.dataDir, today: options.today };
  try {
    const targets = await findTargets(scratch.sql);
    await addTargetTable(scratch.sql, targets);
    const script = hasPgbench() ? await captureVisit(scratch.servingUrl, own, targets) : null;
    const server = await spawnOwn(scratch.servingUrl, own);
    try {
      const figures = { own: [] as number[], p50: [] as number[], pgbench: [] as number[] };
      const { rounds, connections, busyMilliseconds, singleMilliseconds } = options.runSettings;
      const requestOf = (turn: number) =>
        visitRequest(server.url, targets[turn % targets.length] as Target, options.today);
      const workload = { server: 'own', url: server.url, requests: requestOf };
      // Long enough for the JIT compiler to warm up; pgbench has none.
      await run(workload, connections, busyMilliseconds * 2);
      for (let round = 0; round < rounds; round += 1) {
        const busy = await run(workload, connections, busyMilliseconds);
        if (busy.failures > 0) throw new Error(`${busy.failures} visits were not logged`);
        figures.own.push(busy.perSecond);
        figures.p50.push((await run(workload, 1, singleMilliseconds)).p50);
        if (!script) continue;
        const file = path.join(database.dataDir, 'log-visit.pgbench');
        const seconds = Math.max(1, Math.round(busyMilliseconds / 1000));
        figures.pgbench.push(await runPgbench(scratch.url, script, file, { connections, seconds }));
      }
      say(`logVisit: own ${figures.own.map(Math.round)}/s, pgbench ${figures.pgbench.map(Math.round)}/s`);
      const transfers = await measureTransfers(scratch.sql, server.url, options);
      return [...visitResults(figures), ...transfers];
    } finally {
      await server.stop();
    }
  } finally {
    await scratch.drop();
  }
}

function visitResults(figures: Record<'own' | 'p50' | 'pgbench', number[]>): OtherResult[] {
  const own = median(figures.own);
  const results: OtherResult[] = [
    { name: 'logVisit', value: own, unit: '/s', note: '16 connections, a checklist of six lines' },
    { name: 'logVisit, p50', value: median(figures.p50), unit: 'ms', note: 'one connection' },
  ];
  if (figures.pgbench.length === 0) {
    return [
      ...results,
      { name: 'logVisit by pgbench', value: Number.NaN, unit: '/s', note: 'no pgbench here' },
    ];
  }
  const limit = median(figures.pgbench);
  return [
    ...results,
    { name: 'logVisit by pgbench', value: limit, unit: '/s', note: 'the same statements, prepared' },
    { name: 'logVisit ÷ pgbench', value: own / limit, unit: '×', bar: { atLeast: 0.45 } },
  ];
}

/** Logs two visits of one village through the recording proxy; the second one sends what any further one does. */
async function captureVisit(
  databaseUrl: string,
  own: { dataDir: string; today: string },
  targets: readonly Target[],
): Promise<string> {
  const capture = await captureStatements(databaseUrl);
  const server = await spawnOwn(capture.url, own);
  const connection = new Connection(server.url);
  try {
    const [target] = targets;
    const another = targets.findLast(({ village }) => village === target?.village);
    if (!target || !another) throw new Error('nobody to visit');
    await connection.send(visitRequest(server.url, another, own.today));
    capture.take();
    const visitId = newId();
    const { body } = await connection.send(visitRequest(server.url, target, own.today, visitId));
    if (!body.includes(visitId)) throw new Error(body.toString().slice(0, 800));
    const ofVisit = capture.take().filter(({ text }) => !isInBackground(text));
    return scriptOf(ofVisit, target, visitId, targets.length);
  } finally {
    connection.close();
    await server.stop();
    capture.close();
  }
}

/** The job queue and the database probe use connections of their own. */
const isInBackground = (text: string) => text === 'select 1' || /\bpgboss\.|"job_run"/.test(text);
