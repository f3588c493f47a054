import { access } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openSheets } from '#platform/sheet/read-sheet.ts';
import { type Batch, importSteps, newPhone, roster } from '#tests/factories/lists/imports.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile, uploadAndCheck } = importSteps(test, countyCode);

const isThere = async (key: unknown) =>
  access(test.app.systemContext().storage.path(String(key))).then(
    () => true,
    () => false,
  );
const batchRow = async (id: string) =>
  (
    await test.owner.db.execute(
      sql`select storage_key, file_deleted_at is not null as gone, as_of::text, division_code from import_batch
        where id = ${id.split(':')[2]}`,
    )
  )[0];
const download = (id: string) =>
  test.app.http.inject({
    method: 'POST',
    url: `/imports/${id}/rejected.xlsx`,
    headers: { cookie: `bangfu=${desk.session}`, 'content-type': 'application/json' },
    payload: JSON.stringify({ purpose: '退回乡镇更正' }),
  });

it("keeps the list's day and division when a batch is checked again", async () => {
  const first = await checkFile(desk, await roster({ name: '再看' }), 'ROSTER', {
    asOf: '2026-10-31',
    divisionCode: '130434100',
  });
  const { id = '' } = first.data?.checkImport.importBatch ?? {};
  const look = async (more: object) => {
    const answer = await test.send<{ checkImport: { importBatch: { id: string } } }>(
      'mutation ($input: CheckImportInput!) { checkImport(input: $input) { importBatch { id } } }',
      { input: { kind: 'ROSTER', countyCode, batchId: id, ...more } },
      desk.session,
    );
    expect(answer.errors).toBeUndefined();
    await test.app.jobs.drain();
    return batchRow(answer.data?.checkImport.importBatch.id ?? '');
  };
  expect(await look({ skipHiddenRows: true })).toMatchObject({
    as_of: '2026-10-31',
    division_code: '130434100',
  });
  expect(await look({ asOf: '2026-11-01' })).toMatchObject({ as_of: '2026-11-01' });
  expect(await look({ asOf: null })).toMatchObject({ as_of: null });
});

it('shows the value of each refused cell on the page and in the workbook, numbers masked', async () => {
  const batch = await bring(
    desk,
    await roster(
      { name: '错户', village: '无名庄', phone: '12345' },
      { name: '空户', phone: '空号', id: '见户口簿' },
    ),
  );
  const { data } = await test.send<{ importBatch: Batch }>(
    'query ($id: ID!) { importBatch(id: $id) { rows { nodes { errors { column value } } } } }',
    { id: batch.id },
    desk.session,
  );
  expect(data?.importBatch.rows.nodes.map(({ errors }) => errors.map(({ value }) => value))).toEqual([
    ['无名庄', '****2345'],
    ['见户口簿', '空号'],
  ]);
  const sheets = await openSheets({ source: (await download(batch.id)).rawPayload, fileName: '退回.xlsx' });
  const texts: string[] = [];
  for (const sheet of sheets) for await (const row of sheet.rows()) texts.push(row.cells.at(-1)?.text ?? '');
  expect(texts[1]).toContain('行政村“无名庄”：该乡镇没有此村');
  expect(texts[1]).toContain('帮扶责任人电话“****2345”：');
  expect(texts[2]).toContain('帮扶责任人电话“空号”：');
});

it('deletes lists and uploads when they expire, even if nobody uploads anything', async () => {
  const done = await bring(desk, await roster({ name: '留档', phone: newPhone() }, { village: '无名庄' }));
  const { id: checked = '' } =
    (await checkFile(desk, await roster({ name: '只核对' }))).data?.checkImport.importBatch ?? {};
  const fileId = await uploaded(test, countyCode, desk.userId, await roster({ name: '无人理会' }));
  const [upload] = await test.owner.db.execute(
    sql`select storage_key from attachment where id = ${fileId.split(':')[2]}`,
  );
  const tidy = async () => {
    await test.app.jobs.start();
    await test.app.jobs.drain();
  };
  await tidy();
  expect(await isThere(upload?.storage_key)).toBe(true);
  test.clock.set('2026-11-18T04:00:00Z');
  await tidy();
  expect(await isThere(upload?.storage_key)).toBe(false);
  expect(await batchRow(done.id)).toMatchObject({ gone: false });
  expect(await batchRow(checked)).toMatchObject({ gone: true });
  expect(await isThere((await batchRow(checked))?.storage_key)).toBe(false);
  const again = await test.send(
    'mutation ($input: StartImportInput!) { startImport(input: $input) { importBatch { id } } }',
    { input: { batchId: checked } },
    desk.session,
  );
  expect(again.errors?.[0]?.extensions.fields).toMatchObject({ 'input.batchId': { code: 'FILE_DELETED' } });
  expect((await download(done.id)).statusCode).toBe(200);
  test.clock.set('2026-12-12T04:00:00Z');
  await tidy();
  expect(await batchRow(done.id)).toMatchObject({ gone: true });
  expect((await download(done.id)).statusCode).toBe(410);
  const audited = await test.owner.db.execute(
    sql`select count(*)::int from audit_event where action = 'deleteImportFile'`,
  );
  expect(Number(audited[0]?.count)).toBeGreaterThanOrEqual(2);
  expect((await uploadAndCheck(desk, await roster({ name: '还能用' }))).errors).toBeUndefined();
});
