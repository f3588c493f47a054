import type { Sql } from 'postgres';
import { loadCounties } from '#modules/county/county.service.ts';
import { createCipher } from '#platform/core/cipher.ts';
import { fixedClock } from '#platform/core/clock.ts';
import { createApp } from '#server/app.ts';
import { createChance, dayNumber } from './chance.ts';
import { readParts, runAll } from './constraints.ts';
import { copyLine, openTable, type TableWriter } from './copy.ts';
import { type CountyPlan, planCounties } from './plan.ts';
import { makeCounty } from './rows/county.ts';
import type { Making } from './rows/household.ts';
import { createResidentIds } from './rows/people.ts';
import { addUsers } from './rows/users.ts';
import { tableNames, tables } from './tables.ts';

export interface FillOptions {
  readonly seed: string;
  readonly households: number;
  /** The day of the data: `2026-11-10`. */
  readonly today: string;
  readonly masterKey: Buffer;
  readonly dataDir: string;
  say(line: string): void;
}

export interface Filled {
  readonly counties: number;
  readonly rows: Record<string, number>;
  readonly seconds: Record<'rows' | 'keys' | 'all', number>;
}

/** Fills a migrated, empty database. Keys and indexes are built after the rows, so all of them are checked. */
export async function fill(databaseUrl: string, sql: Sql, options: FillOptions): Promise<Filled> {
  const begun = Date.now();
  const plans = await planCounties(options.seed, options.households);
  await openPlaces(databaseUrl, options, plans);
  const parts = await readParts(sql, tableNames);
  await runAll(sql, parts.drop, 1);
  const writers = new Map<string, TableWriter>();
  for (const name of tableNames) writers.set(name, await openTable(sql, name, tables[name]));
  await makeRows(options, plans, writers);
  for (const writer of writers.values()) await writer.finish();
  const filled = Date.now();
  options.say(`rows in ${seconds(begun, filled)} s; building keys and indexes`);
  await runAll(sql, parts.restore.keys);
  await runAll(sql, parts.restore.indexes);
  // Each locks two tables, so they run one after the other.
  await runAll(sql, parts.restore.foreign, 1);
  await addUsers(sql, options.today);
  await sql`vacuum (analyze)`;
  return {
    counties: plans.length,
    rows: Object.fromEntries([...writers].map(([name, { rows }]) => [name, rows])),
    seconds: {
      rows: seconds(begun, filled),
      keys: seconds(filled, Date.now()),
      all: seconds(begun, Date.now()),
    },
  };
}

const seconds = (from: number, to: number): number => Math.round((to - from) / 100) / 10;

/** Divisions, counties and their duty rules, loaded as by the command line. */
async function openPlaces(
  databaseUrl: string,
  { masterKey, dataDir, today }: FillOptions,
  plans: readonly CountyPlan[],
): Promise<void> {
  const clock = fixedClock(`${today}T04:00:00Z`);
  const app = await createApp({ databaseUrl, masterKey, dataDir, clock, logLevel: 'silent' });
  const codes = plans.map(({ code }) => code);
  await loadCounties(app.systemContext(), codes).finally(() => app.close());
}

async function makeRows(
  { seed, today, masterKey, households, say }: FillOptions,
  plans: readonly CountyPlan[],
  writers: ReadonlyMap<string, TableWriter>,
): Promise<void> {
  const writerOf = (name: string): TableWriter => {
    const writer = writers.get(name);
    if (!writer) throw new Error(`no table ${name}`);
    return writer;
  };
  const visits = writerOf('visit');
  const shared = {
    cipher: createCipher(masterKey),
    residentId: createResidentIds(),
    today: dayNumber(today),
    put: (table: string, values: Parameters<Making['put']>[1]) => writerOf(table).add(copyLine(values)),
  };
  const drained = async () => {
    for (const writer of writers.values()) await writer.drained();
  };
  let [made, reportedAt] = [0, Date.now()];
  for (const plan of plans) {
    const making: Making = { ...shared, chance: createChance(`${seed} ${plan.code}`) };
    await makeCounty(making, plan, (line) => visits.add(line), drained);
    made += plan.households;
    if (Date.now() - reportedAt < 10_000) continue;
    reportedAt = Date.now();
    say(`${made} of ${households} households`);
  }
}
