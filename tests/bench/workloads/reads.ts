import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BenchDatabase } from '#tests/bench/data/database.ts';
import { sessionOf, villageViewer } from '#tests/bench/data/rows/users.ts';
import { takeTurns, type Workload } from '#tests/bench/load/measure.ts';
import { checkAgreement } from '#tests/bench/operations/agreement.ts';
import { bareStatement, statementsOfNothing } from '#tests/bench/operations/bare.ts';
import { findInputs, type Input } from '#tests/bench/operations/inputs.ts';
import { type ReadOperation, readOperations } from '#tests/bench/operations/reads.ts';
import {
  limitWorkload,
  ownRequests,
  peerWorkload,
  requestsBy,
  type Viewer,
  viewers,
} from '#tests/bench/operations/workloads.ts';
import type { ReadResult } from '#tests/bench/report/results.ts';
import { captureStatements } from '#tests/bench/servers/capture.ts';
import type { LimitOperation } from '#tests/bench/servers/limit.ts';
import { addDutyFunctions, spawnPeer } from '#tests/bench/servers/peer.ts';
import { type Spawned, spawnLimit, spawnOwn } from '#tests/bench/servers/spawn.ts';
import type { Options } from '../options.ts';

type Say = (line: string) => void;

interface Servers {
  readonly own: Spawned;
  readonly plain: Spawned;
  readonly limit: Spawned;
  readonly peer: Spawned;
}

const measurementKeyOf = (operation: ReadOperation, viewer: Viewer) => `${operation.name} ${viewer}`;

/** Every read by every viewer: all servers in turn on the same database with the same inputs. */
export async function measureReads(
  database: BenchDatabase,
  options: Options,
  peerFolder: string,
  say: Say,
): Promise<ReadResult[]> {
  const inputs = await findInputs(database.sql);
  const operations = readOperations(options.today).filter(
    ({ name }) => options.operations.length === 0 || options.operations.includes(name),
  );
  await addDutyFunctions(database.sql, options.today);
  const bare = await readBareStatements(database, options, operations, inputs);
  const file = path.join(database.dataDir, 'bare-statements.json');
  writeFileSync(file, JSON.stringify(bare));
  const started: Spawned[] = [];
  const start = async (starting: Promise<Spawned>) => {
    const server = await starting;
    started.push(server);
    return server;
  };
  const own = { dataDir: database.dataDir, today: options.today };
  try {
    const servers: Servers = {
      own: await start(spawnOwn(database.servingUrl, own)),
      plain: await start(spawnOwn(database.servingUrl, { ...own, reads: 'plain' })),
      limit: await start(spawnLimit(database.url, file)),
      peer: await start(spawnPeer(peerFolder, database.url)),
    };
    const results: ReadResult[] = [];
    for (const operation of operations) {
      results.push(...(await measureRead(servers, operation, inputs, bare, options)));
      say(`${operation.title}: ${results.slice(-viewers.length).map(summary).join('; ')}`);
    }
    return results;
  } finally {
    for (const server of started) await server.stop();
  }
}

/** Both viewers and all servers take turns, so that compared values are measured side by side. */
async function measureRead(
  servers: Servers,
  operation: ReadOperation,
  inputs: readonly Input[],
  bare: Record<string, LimitOperation>,
  options: Options,
): Promise<ReadResult[]> {
  const workloads = new Map<Viewer, Workload[]>();
  for (const viewer of viewers) {
    const own = workloadsOf(servers, operation, viewer, inputs, measurementKeyOf(operation, viewer) in bare);
    const { length } = requestsBy(operation, viewer, inputs).inputs;
    await checkAgreement(own, operation, options.isQuick ? Math.min(length, 8) : length);
    workloads.set(viewer, own);
  }
  const figures = await takeTurns([...workloads.values()].flat(), {
    ...options.runSettings,
    connections: operation.connections ?? options.runSettings.connections,
  });
  return viewers.map((viewer) => ({
    operation: operation.name,
    title: operation.title,
    viewer,
    servers: Object.fromEntries(
      (workloads.get(viewer) ?? []).flatMap((workload) => {
        const found = figures.get(workload);
        return found ? [[workload.server, found]] : [];
      }),
    ),
    isOneStatement: measurementKeyOf(operation, viewer) in bare,
  }));
}

const summary = ({ viewer, servers }: ReadResult): string =>
  `${viewer} ${Object.entries(servers)
    .map(([server, { perSecond }]) => `${server} ${Math.round(perSecond[0] ?? 0)}/s`)
    .join(', ')}`;

function workloadsOf(
  { own, plain, limit, peer }: Servers,
  operation: ReadOperation,
  viewer: Viewer,
  inputs: readonly Input[],
  hasLimit: boolean,
): Workload[] {
  const source = requestsBy(operation, viewer, inputs);
  const workloads: (Workload | null)[] = [
    { server: 'own', url: own.url, requests: ownRequests(own.url, operation, source) },
    hasLimit ? limitWorkload(limit.url, measurementKeyOf(operation, viewer), source.inputs.length) : null,
    viewer === 'administrator' ? peerWorkload(peer.url, operation, source) : null,
    { server: 'plain', url: plain.url, requests: ownRequests(plain.url, operation, source) },
  ];
  return workloads.filter((workload) => workload !== null);
}

/** Sends everything once through the recording proxy, to get the bare statements. */
async function readBareStatements(
  database: BenchDatabase,
  options: Options,
  operations: readonly ReadOperation[],
  inputs: readonly Input[],
): Promise<Record<string, LimitOperation>> {
  const capture = await captureStatements(database.servingUrl);
  // Without background jobs, whose statements would be recorded too.
  const idle = { dataDir: database.dataDir, today: options.today, isIdle: true };
  const server = await spawnOwn(capture.url, idle);
  const bare: Record<string, LimitOperation> = {};
  try {
    const cookies = ['administrator', ...inputs.map(villageViewer)].map(
      (name) => `bangfu=${sessionOf(name)}`,
    );
    const known = await statementsOfNothing(
      server.url,
      capture,
      cookies.map((cookie) => ({ cookie })),
    );
    for (const operation of operations) {
      for (const viewer of viewers) {
        const requests = ownRequests(server.url, operation, requestsBy(operation, viewer, inputs));
        const found = await bareStatement(server.url, capture, requests, known);
        if (found) bare[measurementKeyOf(operation, viewer)] = found;
      }
    }
  } finally {
    await server.stop();
    capture.close();
  }
  return bare;
}
