import { writeFileSync } from 'node:fs';
import { loadModule } from 'libpg-query';
import postgres from 'postgres';
import { beforeAll, expect, inject, it } from 'vitest';
import { cloneDatabase } from '#tests/setup/database.ts';
import { sentStatements } from '#tests/setup/sent-statements.ts';
import { faultsOf, type Volatility } from './rules.ts';
import { volatilityIn } from './volatility.ts';

const { adminUrl } = inject('database');
let volatility: Volatility;
beforeAll(async () => {
  await loadModule();
  volatility = await volatilityIn(adminUrl);
});

/** What the program has sent in this run and would send a cluster, with what is wrong with it. */
async function faultsSent(): Promise<{ checked: number; faults: string[] } | null> {
  const statements = await sentStatements(adminUrl);
  if (statements === null) {
    process.stdout.write('statements: the server of TEST_DATABASE_URL keeps none (pg_stat_statements)\n');
    return null;
  }
  // These a cluster is not sent, see platform/read/statement/operation.ts.
  const sent = statements.filter((text) => !text.includes('/* one server */'));
  const faults = sent.flatMap((text) =>
    faultsOf(text, volatility).map((fault) => `${fault}: ${text.replace(/\s+/g, ' ').slice(0, 600)}`),
  );
  // To try them on a real cluster.
  const file = process.env.TEST_STATEMENTS;
  if (file) writeFileSync(file, JSON.stringify({ statements: sent, faults }));
  return { checked: sent.length, faults };
}

it('sends no statement that a cluster refuses, as far as this run has sent any', async () => {
  const found = await faultsSent();
  if (found) process.stdout.write(`statements: ${found.checked} looked at\n`);
  expect(found?.faults ?? []).toEqual([]);
});

it('would notice one', async () => {
  const before = await faultsSent();
  if (before === null) return;
  const database = await cloneDatabase();
  const serving = postgres(database.servingUrl, { max: 1 });
  await serving`select id as planted from visit where id = ${crypto.randomUUID()} for update`;
  await serving.end();
  await database.drop();
  const after = await faultsSent();
  const admin = postgres(adminUrl, { max: 1 });
  await admin`delete from sent_statement where text like '%as planted from visit%'`;
  await admin.end();
  expect(after?.faults.filter((fault) => !before.faults.includes(fault))).toEqual([
    expect.stringMatching(/^locks rows of visit and gives no county: select id as planted/),
  ]);
});
