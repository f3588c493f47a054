import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  importDocuments,
  importSteps,
  newPhone,
  type Payload,
  roster,
} from '#tests/factories/lists/imports.ts';
import { samples, workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile, uploadAndCheck, startBatch } = importSteps(test, countyCode);

const count = async (query: ReturnType<typeof sql>) => (await test.owner.db.execute(query))[0]?.count;

it('runs with the rights that the person holds when it runs', async () => {
  const leaver = await signedIn(test, 'COUNTY_DESK', countyCode);
  const checked = await checkFile(leaver, await roster({}));
  const batchId = checked.data?.checkImport.importBatch.id;
  await test.send(importDocuments.start, { input: { batchId } }, leaver.session);
  await test.owner.db.execute(
    sql`update user_grant set to_on = '2026-01-01' where user_id = ${leaver.userId}`,
  );
  await test.app.jobs.drain();
  const after = await test.send<Payload>(importDocuments.read, { id: batchId }, desk.session);
  expect(after.data?.importBatch).toMatchObject({ status: 'FAILED', failure: 'FORBIDDEN', processed: 0 });
});

it('returns at once while checking, and has the result when it is done', async () => {
  const handed = await uploadAndCheck(desk, await roster({}, { id: '130499195305106470' }));
  const { id } = handed.data?.checkImport.importBatch ?? {};
  expect(handed.data?.checkImport.importBatch).toMatchObject({ status: 'CHECKING', total: 0, created: 0 });
  const early = await test.send(importDocuments.start, { input: { batchId: id } }, desk.session);
  expect(early.errors?.[0]?.extensions.code).toBe('IMPORT_NOT_READY');
  await test.app.jobs.drain();
  const after = await test.send<Payload>(importDocuments.read, { id }, desk.session);
  expect(after.data?.importBatch).toMatchObject({ status: 'CHECKED', total: 2, created: 1, rejected: 1 });
});

it('checks with the rights held when it runs, and starts nothing that was not checked', async () => {
  const leaver = await signedIn(test, 'COUNTY_DESK', countyCode);
  const handed = await uploadAndCheck(leaver, await roster({}));
  const { id } = handed.data?.checkImport.importBatch ?? {};
  await test.owner.db.execute(
    sql`update user_grant set to_on = '2026-01-01' where user_id = ${leaver.userId}`,
  );
  await test.app.jobs.drain();
  const after = await test.send<Payload>(importDocuments.read, { id }, desk.session);
  expect(after.data?.importBatch).toMatchObject({ status: 'FAILED', failure: 'FORBIDDEN', total: 0 });
  const start = await test.send(importDocuments.start, { input: { batchId: id } }, desk.session);
  expect(start.errors?.[0]?.extensions.code).toBe('IMPORT_NOT_READY');
});

it('checks a failed batch again, with the rights of the person who asks, and nothing else', async () => {
  const leaver = await signedIn(test, 'COUNTY_DESK', countyCode);
  const handed = await uploadAndCheck(leaver, await roster({}, {}));
  const batchId = handed.data?.checkImport.importBatch.id ?? '';
  const again = async () =>
    (await test.send(importDocuments.retryCheck, { input: { batchId } }, desk.session)).errors?.[0]
      ?.extensions.code ?? 'taken';
  expect(await again()).toBe('IMPORT_NOT_READY');
  await test.owner.db.execute(
    sql`update user_grant set to_on = '2026-01-01' where user_id = ${leaver.userId}`,
  );
  await test.app.jobs.drain();
  const stand = async () =>
    (await test.send<Payload>(importDocuments.read, { id: batchId }, desk.session)).data?.importBatch;
  expect(await stand()).toMatchObject({ status: 'FAILED', failure: 'FORBIDDEN' });
  expect((await Promise.all([again(), again()])).sort()).toEqual(['IMPORT_NOT_READY', 'taken']);
  expect(await stand()).toMatchObject({ status: 'CHECKING', failure: null });
  await test.app.jobs.drain();
  expect(await stand()).toMatchObject({ status: 'CHECKED', total: 2, created: 2, processed: 0 });
  expect(await startBatch(desk, batchId)).toMatchObject({ status: 'DONE', created: 2 });
  expect(await again()).toBe('IMPORT_NOT_READY');
  const trail = sql`select string_agg(action, ' ' order by seq) as count from audit_event
    where entity = 'ImportBatch' and entity_id = ${batchId.split(':')[2]}`;
  expect(await count(trail)).toBe('checkImport retryImportCheck startImport finishImport');
});

it('checks a batch again from its first row after the check failed', async () => {
  const checked = await checkFile(desk, await roster({}, {}, {}));
  const { id = '' } = checked.data?.checkImport.importBatch ?? {};
  // The state that a process leaves when it dies on the way: part of the report exists.
  await test.owner.db.execute(sql`update import_batch set status = 'CHECKING', processed = 2, total = 2, created = 2
    where id = ${id.split(':')[2]}`);
  await test.app.jobs.start();
  await expect
    .poll(
      async () => (await test.send<Payload>(importDocuments.read, { id }, desk.session)).data?.importBatch,
      {
        timeout: 15_000,
        interval: 100,
      },
    )
    .toMatchObject({ status: 'CHECKED', total: 3, created: 3, processed: 0, rows: { totalCount: 3 } });
});

it('rolls back everything that a batch created and changed', async () => {
  const id = residentId();
  const phone = newPhone();
  await bring(desk, await roster({ id, phone }));
  const tables = ['organization', 'cadre', 'household', 'member', 'household_category', 'pairing'];
  const state = () =>
    Promise.all(
      tables.map((table) =>
        count(sql`select md5(string_agg((to_jsonb(one) - 'version')::text, '' order by id)) as count
          from ${sql.identifier(table)} as one`),
      ),
    );
  const before = await state();
  const done = await bring(
    desk,
    await roster(
      {
        id,
        phone: newPhone(),
        helper: '戊测试',
        category: '边缘易致贫户',
        from: '2025-01-01',
      },
      {},
      { township: '德政镇', village: '德一村' },
    ),
  );
  expect(done).toMatchObject({ created: 2, updated: 1 });
  expect(await state()).not.toEqual(before);
  const answer = await test.send(importDocuments.rollBack, { input: { batchId: done.id } }, desk.session);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.rollBackImport).toMatchObject({ importBatch: { status: 'ROLLED_BACK' } });
  expect(await state()).toEqual(before);
  const again = await test.send(importDocuments.rollBack, { input: { batchId: done.id } }, desk.session);
  expect(again.errors?.[0]?.extensions.code).toBe('ALREADY_ROLLED_BACK');
});

it('rolls back no failed check, so that it can be checked again', async () => {
  const checked = await checkFile(desk, await roster({}, {}));
  const batchId = checked.data?.checkImport.importBatch.id ?? '';
  await test.owner.db.execute(sql`update import_batch set status = 'FAILED', failure = 'INTERNAL', processed = 1, created = 1,
    total = 1 where id = ${batchId.split(':')[2]}`);
  const refused = await test.send(importDocuments.rollBack, { input: { batchId } }, desk.session);
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'IMPORT_NOT_READY',
    fields: { 'input.batchId': { code: 'IMPORT_NOT_READY' } },
  });
  const again = await test.send(importDocuments.retryCheck, { input: { batchId } }, desk.session);
  expect(again.errors).toBeUndefined();
  await test.app.jobs.drain();
  expect(await startBatch(desk, batchId)).toMatchObject({ status: 'DONE', created: 2 });
});

it('does not roll back what later changes build on', async () => {
  const id = residentId();
  const phone = newPhone();
  const done = await bring(desk, await roster({ id, phone }, {}));
  const visits = await bring(
    desk,
    await workbook(
      '走访.xlsx',
      ['走访日期', '方式', '走访人', '走访人电话', '户主身份证号', '发现的问题', '处理意见'],
      [['2026-08-01', '入户', '乙测试', phone, id, '房屋漏雨', '协调中']],
    ),
    'VISITS',
  );
  expect(visits).toMatchObject({ status: 'DONE', created: 1 });
  const refused = await test.send(importDocuments.rollBack, { input: { batchId: done.id } }, desk.session);
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BUILT_UPON', builtUpon: 1 });
  const undone = await test.send(importDocuments.rollBack, { input: { batchId: visits.id } }, desk.session);
  expect(undone.errors).toBeUndefined();
  const now = await test.send(importDocuments.rollBack, { input: { batchId: done.id } }, desk.session);
  expect(now.errors).toBeUndefined();
});

it('continues after a failure in the middle, with the same result as without one', async () => {
  const checked = await checkFile(desk, fileURLToPath(samples.ROSTER));
  const batchId = checked.data?.checkImport.importBatch.id ?? '';
  const name = '廖勇海';
  await test.owner.db.execute(
    sql.raw(`alter table household add constraint planted check (head_name <> '${name}') not valid`),
  );
  const broken = await startBatch(desk, batchId);
  expect(broken).toMatchObject({ status: 'FAILED', failure: 'INTERNAL', processed: 2000 });
  await test.owner.db.execute(sql`alter table household drop constraint planted`);
  const done = await startBatch(desk, batchId);
  expect(done).toMatchObject({ status: 'DONE', total: 3000, processed: 3000, created: 2964, rejected: 36 });
  expect(done.rows.totalCount).toBe(3000);
});

it('resumes at the next start what was running when the process died', async () => {
  const checked = await checkFile(desk, await roster({}, {}));
  const batchId = checked.data?.checkImport.importBatch.id;
  await test.send(importDocuments.start, { input: { batchId } }, desk.session);
  // The state that a process leaves when it dies: the batch is running, its job is gone.
  await test.owner.db.execute(sql`delete from pgboss.job`);
  await test.app.jobs.start();
  await expect
    .poll(
      async () =>
        (await test.send<Payload>(importDocuments.read, { id: batchId }, desk.session)).data?.importBatch
          .status,
      {
        timeout: 15_000,
        interval: 100,
      },
    )
    .toBe('DONE');
});
