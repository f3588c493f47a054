import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#platform/core/ids.ts';
import { type Answer, type Send, sendSteadily } from '#tests/bench/load/steady.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { type Running, startServer, temporaryFolder } from '#tests/cli/processes.ts';
import { type OwnDatabase, ownDatabase } from '#tests/faults/cluster.ts';
import { logVisit, sendDocument, visitInput } from '#tests/faults/requests.ts';
import { makeVillage, type Village } from '#tests/faults/village.ts';
import { cuttableWay, type Way } from '#tests/faults/way.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import type { Options } from '../options.ts';
import { measureStop } from './stop.ts';

/** How the database goes away, and how it comes back. */
interface Outage {
  readonly name: string;
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

const outagesOf = (database: OwnDatabase, way: Way): Outage[] => [
  {
    name: 'frozen',
    begin: () => database.signal('SIGSTOP'),
    end: () => database.signal('SIGCONT'),
  },
  { name: 'stopped', begin: () => database.stop(), end: () => database.start() },
  { name: 'cut off', begin: () => way.cut(), end: () => way.mend() },
];

const millisecondsBetween = 100;
/** Requests must be served again long before this has passed. */
const settling = 6_000;

/**
 * What users see while the database is down: a server and database of its own, with requests of each kind ten times a
 * second. Measures the longest answer of each kind, and how long after the return one was refused.
 */
export async function measureOutage(
  { isQuick }: Options,
  say: (line: string) => void,
): Promise<OtherResult[]> {
  const rounds = isQuick ? 1 : 3;
  const length = isQuick ? 4_000 : 12_000;
  const folder = temporaryFolder();
  const database = await ownDatabase();
  const way = await cuttableWay(database.url);
  const server = await startServer({
    DATABASE_URL: way.url,
    BANGFU_DATA: folder.dataDir,
    BANGFU_KEY: masterKey.toString('hex'),
    BANGFU_USER_POINTS: '100000000',
  });
  const results: OtherResult[] = [];
  try {
    const requests = requestsTo(server, await makeVillage(database.url, 160));
    for (const outage of outagesOf(database, way)) {
      const seen: Seen[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const load = sendSteadily(requests, millisecondsBetween);
        await sleep(1_000);
        const from = performance.now();
        await outage.begin();
        await sleep(Math.max(0, from + length - performance.now()));
        await outage.end();
        const back = performance.now();
        await sleep(settling);
        await load.stop();
        seen.push(windowOf(load.answers, from, back));
      }
      say(`database ${outage.name}: ${seen.map((one) => JSON.stringify(one)).join(' ')}`);
      results.push(...resultsOf(outage, seen));
    }
    if (server.child.exitCode !== null) throw new Error('the process has ended');
  } finally {
    await server.stop();
    await way.close();
    await database.remove();
    folder.remove();
  }
  return [...results, ...(await measureStop(say))];
}

function requestsTo({ address }: Running, { cadre, households }: Village): Record<string, Send> {
  let visits = 0;
  const status = async (query: string, variables: object = {}) =>
    (await sendDocument(address, cadre.session, query, variables)).status;
  return {
    read: () => status('{ households(first: 5) { nodes { id headName } } }'),
    // A new document is not cached.
    'new read': () => status(`{ households(first: 3) { nodes { a${newId().slice(-8)}: id } } }`),
    mutation: () => {
      visits += 1;
      return status(logVisit, { input: visitInput(households, visits) });
    },
    file: () =>
      fetch(`${address}/files/01980000-0000-7000-8000-000000000000`, {
        headers: { cookie: `bangfu=${cadre.session}` },
        signal: AbortSignal.timeout(30_000),
      }).then((answer) => answer.text().then(() => answer.status)),
    '/readyz': () =>
      fetch(`${address}/readyz`, { signal: AbortSignal.timeout(30_000) }).then((answer) =>
        answer.text().then(() => answer.status),
      ),
  };
}

interface Seen {
  /** Seconds, by kind of request. */
  readonly longest: Record<string, number>;
  /** Seconds after the return at which the last request was refused. */
  readonly refusedUntil: number;
  readonly refused: number;
  readonly served: number;
}

function windowOf(answers: readonly Answer[], from: number, back: number): Seen {
  const during = answers.filter(({ begun, ended }) => ended > from && begun < back);
  const longest: Record<string, number> = {};
  for (const { kind, begun, ended } of during)
    longest[kind] = Math.max(longest[kind] ?? 0, rounded(ended - begun));
  const refused = answers.filter(({ isServed }) => !isServed);
  const served = answers.filter(({ begun, isServed }) => isServed && begun > back);
  if (refused.length === 0 || served.length === 0) throw new Error('the database was not away, or stayed so');
  return {
    longest,
    refusedUntil: rounded(Math.max(0, ...refused.map(({ ended }) => ended - back))),
    refused: refused.length,
    served: served.length,
  };
}

const rounded = (milliseconds: number): number => Math.round(milliseconds) / 1_000;

function resultsOf({ name }: Outage, seen: readonly Seen[]): OtherResult[] {
  const note = `longest of ${seen.length} outages, ${seen.reduce((sum, { refused }) => sum + refused, 0)} refusals`;
  const kinds = Object.keys(seen[0]?.longest ?? {});
  return [
    ...kinds.map((kind) => ({
      name: `database ${name}: answer to a ${kind}`,
      value: Math.max(...seen.map(({ longest }) => longest[kind] ?? 0)),
      unit: 's',
      note,
      bar: { atMost: 5 },
    })),
    {
      name: `database ${name}: last refusal after its return`,
      value: Math.max(...seen.map(({ refusedUntil }) => refusedUntil)),
      unit: 's',
      note,
      bar: { atMost: 2 },
    },
  ];
}
