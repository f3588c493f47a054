import '#schema/metadata-stub.ts';
import path from 'node:path';
import { type BenchDatabase, openBenchDatabase } from './data/database.ts';
import { type Options, type Part, readOptions, usage } from './options.ts';
import { compare } from './report/compare.ts';
import { keepResults } from './report/keep.ts';
import { describeMachine } from './report/machine.ts';
import { keepInDocs } from './report/measurements.ts';
import type { Results } from './report/results.ts';
import { report } from './report/table.ts';
import { installPeer, peerVersions } from './servers/peer.ts';
import { measureAudit } from './workloads/audit.ts';
import { measureImport } from './workloads/import.ts';
import { measureMigrations } from './workloads/migrations.ts';
import { measureNeighbour } from './workloads/neighbour.ts';
import { measureOutage } from './workloads/outage.ts';
import { measureReads } from './workloads/reads.ts';
import { measureSoak } from './workloads/soak.ts';
import { measureStart } from './workloads/start.ts';
import { measureWrites } from './workloads/writes.ts';

const begun = Date.now();
const say = (line: string) =>
  console.error(`${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);

async function main(options: Options): Promise<void> {
  const peerFolder = options.only.includes('reads') ? installPeer(options.data, say) : null;
  const database = await openBenchDatabase({ ...options, say });
  const results = await begin(database, options, peerFolder);
  const wants = (part: Part) => options.only.includes(part);
  try {
    if (peerFolder) results.reads = await measureReads(database, options, peerFolder, say);
    if (wants('reads')) results.others.push(...(await measureNeighbour(database, options, say)));
    if (wants('writes')) results.others.push(...(await measureWrites(database, options, say)));
    if (wants('import')) results.others.push(...(await measureImport(database, options, say)));
    if (wants('audit')) results.others.push(...(await measureAudit(database, options, say)));
    if (wants('migrations')) results.others.push(...(await measureMigrations(database, options, say)));
    if (wants('soak')) results.others.push(...(await measureSoak(database, options, say)));
  } finally {
    await database.close();
  }
  if (wants('outage')) results.others.push(...(await measureOutage(options, say)));
  // On its own: the started server brings up the database itself.
  if (wants('start')) results.others.push(...(await measureStart(database.dataDir, options, say)));
  const file = options.save ?? path.join(options.data, 'results', `${options.households}.json`);
  const text = report(keepResults(file, results));
  console.log(text);
  if (options.isForDocs) keepInDocs(text);
  say(`kept in ${file}`);
}

async function begin(
  { sql, filled }: BenchDatabase,
  { seed, households, isQuick }: Options,
  peerFolder: string | null,
): Promise<Results> {
  const [size] = await sql`select pg_database_size(current_database()) / 1048576 as megabytes`;
  const { postgraphile = '', node = '' } = peerFolder ? peerVersions(peerFolder) : {};
  const versions: Record<string, string> = peerFolder
    ? { PostGraphile: `${postgraphile} on Node ${node}` }
    : {};
  const megabytes = Number(size?.megabytes ?? 0);
  const machine = await describeMachine(sql);
  return { machine, versions, seed, households, isQuick, filled, megabytes, reads: [], others: [] };
}

async function perform(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) console.log(usage);
  else if (options.compare) console.log(compare(options.compare));
  else await main(options);
}

perform().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
