import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { standsStill, whileHeld } from '#tests/factories/database/held.ts';
import { exportDocuments, exportSteps, linesOf } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { startAccepted, read, run, download } = exportSteps(test);
const many = 3_000;
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
});
beforeEach(async () => {
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  await test.owner.db.execute(sql`delete from household`);
  await test.owner.db.execute(sql`insert into household
      (county_code, id, village_code, head_name, head_pinyin, category, size, created_at)
    select ${places.county}, gen_random_uuid(), ${places.village}, '户主' || n, 'huzhu', 'UNSTABLE', 1, now()
    from generate_series(1, ${many}::int) as n`);
});

const uuid = (id: string) => id.split(':')[1] ?? '';
const files = () => {
  const folder = dirname(
    test.app.systemContext().storage.path('exports/00000000-0000-0000-0000-000000000000'),
  );
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** Adds a household, closes some, and gives every household one more head, while an export is paused. */
const write = () =>
  test.owner.db.transaction(async (tx) => {
    await tx.execute(sql`update household set size = 2, head_name = '改名' || head_name`);
    await tx.execute(sql`delete from household where id in (select id from household limit 1000)`);
    await tx.execute(sql`insert into household
        (county_code, id, village_code, head_name, head_pinyin, category, size, created_at)
      select ${places.county}, gen_random_uuid(), ${places.village}, '新户' || n, 'xinhu', 'UNSTABLE', 2, now()
      from generate_series(1, 500) as n`);
  });

it('shows the list as of one moment, whatever is written while the export runs', async () => {
  const fields = ['headName', 'size'];
  const id = await startAccepted(desk, { type: 'Household', fields });
  let running: Promise<void> = Promise.resolve();
  await whileHeld(test.ownerUrl, uuid(id), async () => {
    running = test.app.jobs.drain();
    await standsStill(test.owner);
    await write();
  });
  await running;
  const rows = linesOf((await download(desk, id)).body);
  expect(rows).toHaveLength(many);
  expect(new Set(rows.map((row) => row.id)).size).toBe(many);
  expect(rows.every((row) => row.size === 1 && String(row.headName).startsWith('户主'))).toBe(true);
  // The list differs by now: reading page by page at different moments would have shown that.
  const later = await run(desk, { type: 'Household', fields });
  const after = linesOf((await download(desk, later.id)).body);
  expect(after).toHaveLength(many - 1000 + 500);
  expect(after.every((row) => row.size === 2)).toBe(true);
});

it('stops at once when it is cancelled, and leaves no file', async () => {
  const before = files().length;
  const id = await startAccepted(desk, { type: 'Household' });
  const [running, cancelled] = await whileHeld(test.ownerUrl, uuid(id), async () => {
    const started = test.app.jobs.drain();
    await standsStill(test.owner);
    // Waits for the row lock behind the export, and so gets it before the export notes further rows.
    const input = { exportId: id };
    const cancelRequest = test.send(exportDocuments.cancel, { input }, desk.session);
    await standsStill(test.owner, 'select %"export_job"%for update');
    return [[started], [cancelRequest]] as const;
  });
  expect((await cancelled[0]).errors).toBeUndefined();
  await running[0];
  expect(await read(desk, id)).toMatchObject({ status: 'CANCELLED', total: many, done: 0 });
  expect(files().length).toBe(before);
  expect((await download(desk, id)).statusCode).toBe(404);
});

it('fails and leaves no file when the right is revoked while it runs', async () => {
  const before = files().length;
  const id = await startAccepted(desk, { type: 'Household' });
  const running = await whileHeld(test.ownerUrl, uuid(id), async () => {
    const started = test.app.jobs.drain();
    await standsStill(test.owner);
    await test.owner.db.execute(sql`update user_grant set revoked_at = now() where user_id = ${desk.userId}`);
    return [started];
  });
  await Promise.all(running);
  const [row] = await test.owner.db.execute(
    sql`select status, failure from export_job where id = ${uuid(id)}`,
  );
  expect(row).toEqual({ status: 'FAILED', failure: 'FORBIDDEN' });
  expect(files().length).toBe(before);
});

it('is written once when two processes take it up: the second one leaves it and checks again later', async () => {
  const id = await startAccepted(desk, { type: 'Household' });
  await test.owner.db.execute(sql`insert into pgboss.job (name, data, retry_limit, retry_delay, expire_in, policy)
    select name, data, retry_limit, retry_delay, expire_in, policy from pgboss.job
    where name = 'export' and data->>'id' = ${uuid(id)}`);
  const running = await whileHeld(test.ownerUrl, uuid(id), async () => {
    const first = test.app.jobs.drain();
    await standsStill(test.owner);
    await test.app.jobs.drain();
    return [first];
  });
  await Promise.all(running);
  expect(await read(desk, id)).toMatchObject({ status: 'DONE', done: many });
  const [waiting] = await test.owner.db.execute(sql`select count(*)::int as count from pgboss.job
    where name = 'export' and state = 'created' and start_after > now() and data->>'id' = ${uuid(id)}`);
  expect(waiting).toEqual({ count: 1 });
});
