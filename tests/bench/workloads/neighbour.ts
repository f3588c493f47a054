import { quarterOfDay } from '#platform/core/period.ts';
import type { BenchDatabase } from '#tests/bench/data/database.ts';
import { sessionOf } from '#tests/bench/data/rows/users.ts';
import { prepare } from '#tests/bench/load/client.ts';
import { run, type Workload } from '#tests/bench/load/measure.ts';
import { findInputs } from '#tests/bench/operations/inputs.ts';
import { dearDocuments } from '#tests/bench/operations/own-documents.ts';
import { readOperations } from '#tests/bench/operations/reads.ts';
import { ownRequests, requestsBy } from '#tests/bench/operations/workloads.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { spawnOwn } from '#tests/bench/servers/spawn.ts';
import type { Options } from '../options.ts';

/** As many requests as one account can have open from a few browsers. */
const connectionsOfOne = 64;

/**
 * The effect of one account on others: a village cadre loads pages on one connection, alone and while the desk of the
 * largest county sends the most expensive requests as fast as it is allowed, with the usual budgets. It lasts more than
 * a minute, to include a renewed budget.
 */
export async function measureNeighbour(
  database: BenchDatabase,
  options: Options,
  say: (line: string) => void,
): Promise<OtherResult[]> {
  // All servers of the bench live in the same minute, and earlier ones had very large budgets.
  await database.sql`delete from pace_window`;
  const server = await spawnOwn(database.servingUrl, {
    dataDir: database.dataDir,
    today: options.today,
    budgets: 'usual',
  });
  try {
    const [first, ...others] = await findInputs(database.sql);
    const [page] = readOperations(options.today);
    if (!first || !page) throw new Error('nobody to ask');
    // From many villages, so that none of them uses up a budget.
    const cadres = others.filter(({ county }) => county !== first.county);
    const neighbour: Workload = {
      server: 'own',
      url: server.url,
      requests: ownRequests(server.url, page, requestsBy(page, 'village', cadres)),
    };
    const period = quarterOfDay(options.today);
    const dear: Workload = {
      server: 'own',
      url: server.url,
      requests: dearDocuments.map((query) =>
        prepare(
          `${server.url}/graphql`,
          { query, variables: { period, county: first.county } },
          { cookie: `bangfu=${sessionOf('desk')}` },
        ),
      ),
    };
    const minute = options.isQuick ? 2_000 : 65_000;
    const alone = async () => (await run(neighbour, 1, minute / 3)).p95;
    await run(neighbour, 1, minute / 10);
    const before = await alone();
    const [busy, ofDear] = await Promise.all([
      run(neighbour, 1, minute),
      run(dear, connectionsOfOne, minute),
    ]);
    const after = await alone();
    const quiet = (before + after) / 2;
    say(
      `neighbour: p95 ${quiet.toFixed(2)} ms alone, ${busy.p95.toFixed(2)} ms beside ${ofDear.perSecond.toFixed(1)} ` +
        `dear operations a second and ${ofDear.failures} refusals`,
    );
    return [
      {
        name: "p95 of a village cadre's page beside one account at its worst",
        value: busy.p95 / quiet,
        unit: '×',
        bar: { atMost: 1.2 },
        note: `${busy.p95.toFixed(2)} ms beside it, ${quiet.toFixed(2)} ms alone`,
      },
    ];
  } finally {
    await server.stop();
  }
}
