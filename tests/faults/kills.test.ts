import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  holder,
  type Running,
  signalDatabase,
  startServer,
  temporaryFolder,
  withDatabase,
} from '#tests/cli/processes.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { type Load, startLoad } from './load.ts';
import { makeVillage, type Village } from './village.ts';

const rounds = 20;
const tenMinutes = 600_000;
const folder = temporaryFolder();
const { dataDir } = folder;
let server: Running;
let village: Village;
const acknowledged = new Map<string, string>();

const start = async () => {
  server = await startServer({
    BANGFU_DATA: dataDir,
    BANGFU_KEY: masterKey.toString('hex'),
    BANGFU_USER_POINTS: '100000000',
  });
};

beforeAll(async () => {
  await start();
  village = await makeVillage(holder(dataDir).databaseUrl, 160);
}, 300_000);

afterAll(async () => {
  await server.stop();
  folder.remove();
}, 60_000);

/** Something new was acknowledged. */
async function expectProgress({ acknowledged }: Load): Promise<void> {
  const before = acknowledged.size;
  await expect.poll(() => acknowledged.size, { timeout: 120_000, interval: 50 }).toBeGreaterThan(before + 8);
}

/** Compares the database with what was acknowledged: each visit once, and complete. */
async function expectKept({ acknowledged, faults }: Load): Promise<void> {
  expect(faults).toEqual([]);
  const ids = [...acknowledged.values()].map((id) => id.split(':').at(-1) ?? '');
  const found = await withDatabase(holder(dataDir).databaseUrl, async (sql) => {
    const [row] = await sql`
      select (select count(*)::int from unnest(${ids}::uuid[]) as kept (id)
          where not exists (select from visit where visit.id = kept.id)) as lost,
        (select count(*)::int from visit) as visits,
        (select count(distinct (household_id, visited_on))::int from visit) as different,
        (select count(*)::int from visit_check) as checks,
        (select count(*)::int from idempotency where mutation = 'logVisit') as answers,
        (select count(*)::int from audit_event where action = 'logVisit') as audited,
        (select count(*)::int from record_change where entity = 'VISIT') as "inFeed"`;
    return row;
  });
  const all = acknowledged.size;
  expect(new Set(ids).size).toBe(all);
  expect(found).toEqual({
    lost: 0,
    visits: all,
    different: all,
    checks: 2 * all,
    answers: all,
    audited: all,
    inFeed: all,
  });
}

test(
  'twenty times the database is killed under load: nothing acknowledged is lost or duplicated, and the process survives',
  async () => {
    const load = startLoad(() => server.address, village, acknowledged);
    await expectProgress(load);
    for (let round = 0; round < rounds; round += 1) {
      await sleep(Math.random() * 400);
      signalDatabase(dataDir, 'SIGKILL');
      await expectProgress(load);
    }
    await load.stop();
    expect(server.child.exitCode).toBeNull();
    await expectKept(load);
  },
  tenMinutes,
);

test(
  'twenty times the server is killed under load: the same, after a restart',
  async () => {
    const load = startLoad(() => server.address, village, acknowledged);
    await expectProgress(load);
    for (let round = 0; round < rounds; round += 1) {
      await sleep(Math.random() * 400);
      await server.stop('SIGKILL');
      await start();
      await expectProgress(load);
    }
    await load.stop();
    await expectKept(load);
  },
  tenMinutes,
);
