import '#platform/metadata-stub.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBenchDatabase } from './data/database.ts';
import { type Options, readOptions, usage } from './options.ts';
import { describeMachine } from './report/machine.ts';
import type { Results } from './report/results.ts';
import { report } from './report/table.ts';
import { installPeer, peerVersions } from './servers/peer.ts';
import { measureReads } from './work/reads.ts';
import { measureWrites } from './work/writes.ts';

const begun = Date.now();
const say = (line: string) =>
  console.error(`${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

async function main(options: Options): Promise<void> {
  const peerFolder = installPeer(options.data, say);
  const database = await openBenchDatabase({ ...options, say });
  const { postgraphile, node } = peerVersions(peerFolder);
  const [size] = await database.sql`select pg_database_size(current_database()) / 1048576 as megabytes`;
  const results: Results = {
    machine: await describeMachine(database.sql),
    versions: { PostGraphile: `${postgraphile} on Node ${node}` },
    seed: options.seed,
    households: options.households,
    isQuick: options.isQuick,
    filled: database.filled,
    megabytes: Number(size?.megabytes ?? 0),
    reads: [],
    others: [],
  };
  try {
    if (options.only.includes('reads')) {
      results.reads = await measureReads(database, options, peerFolder, say);
    }
    if (options.only.includes('writes')) {
      results.others.push(...(await measureWrites(database, options, say)));
    }
  } finally {
    await database.close();
  }
  const file = options.save ?? path.join(options.data, 'results', `${options.households}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(report(results));
  say(`kept in ${file}`);
}

const options = readOptions(process.argv.slice(2));
if (options.isHelp) console.log(usage);
else {
  main(options).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
