import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { readTable } from '#platform/sheet/table/read-table.ts';
import {
  importDocuments,
  importSteps,
  newPhone,
  type Payload,
  roster,
  rosterHeadings,
} from '#tests/factories/lists/imports.ts';
import { samples, workbook } from '#tests/factories/lists/sheets.ts';
import { filesOf, formOf, uploadHeaders } from '#tests/factories/lists/upload-forms.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { bring, checkFile, startBatch } = importSteps(test, countyCode);
let desk: Person;

beforeAll(async () => {
  await loadCounties(test, countyCode, '130529');
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
});

const count = async (query: ReturnType<typeof sql>) => (await test.owner.db.execute(query))[0]?.count;

it('checks a file: recognised columns, the result of each row, nothing written', async () => {
  const answer = await checkFile(
    desk,
    await roster({}, { village: '无名庄村' }, { id: '130499195305106470' }),
  );
  expect(answer.errors).toBeUndefined();
  const batch = answer.data?.checkImport.importBatch;
  expect(batch).toMatchObject({ status: 'CHECKED', total: 3, created: 1, rejected: 2, processed: 0 });
  expect(batch).toMatchObject({ columns: { sheetName: '表', headerRow: 1, ignored: [] } });
  expect(batch?.rows.nodes).toMatchObject([
    { rowNumber: 2, result: 'CREATED', errors: [] },
    { rowNumber: 3, errors: [{ column: 'village', code: 'VILLAGE_UNKNOWN', zh: '该乡镇没有此村' }] },
    { rowNumber: 4, errors: [{ column: 'headId', code: 'ID_CHECKSUM' }] },
  ]);
  expect(await count(sql`select count(*)::int as count from household`)).toBe(0);
});

it('imports what was checked in the background, with the same result for every row', async () => {
  const answer = await checkFile(desk, await roster({}, { village: '无名庄村' }, {}));
  const checked = answer.data?.checkImport.importBatch;
  const done = await startBatch(desk, checked?.id ?? '');
  expect(done).toMatchObject({ status: 'DONE', total: 3, processed: 3, created: 2, rejected: 1 });
  expect(done.rows).toEqual(checked?.rows);
  const refused = await test.send(
    'query ($id: ID!) { importBatch(id: $id) { rows(filter: { result: [REJECTED] }) { totalCount } } }',
    { id: done.id },
    desk.session,
  );
  expect(refused.data).toEqual({ importBatch: { rows: { totalCount: 1 } } });
});

it('transfers a household to the cadre in the roster, and refuses another starting day', async () => {
  const id = residentId();
  const [first, second] = [newPhone(), newPhone()];
  await bring(desk, await roster({ id, phone: first, from: '2024-03-01' }));
  const handed = await bring(desk, await roster({ id, phone: second, helper: '丙测试', from: '2025-05-01' }));
  expect(handed).toMatchObject({ updated: 1 });
  const pairings = await test.owner.db.execute(sql`
    select started_on::text, ended_on::text, end_reason from pairing
    where household_id in (select household_id from member where resident_id_masked = ${`****${id.slice(14)}`})
    order by started_on`);
  expect([...pairings]).toEqual([
    { started_on: '2024-03-01', ended_on: '2025-04-30', end_reason: 'HANDED_OVER' },
    { started_on: '2025-05-01', ended_on: null, end_reason: null },
  ]);
  const earlier = await bring(
    desk,
    await roster({ id, phone: newPhone(), helper: '丁测试', from: '2025-01-01' }),
  );
  expect(earlier.rows.nodes[0]).toMatchObject({
    result: 'REJECTED',
    errors: [{ column: 'startedOn', code: 'OVERLAPPING_PAIRING' }],
  });
});

it('keeps the history of a category that changes', async () => {
  const id = residentId();
  const phone = newPhone();
  await bring(desk, await roster({ id, phone, category: '脱贫户' }));
  await bring(desk, await roster({ id, phone, category: '突发严重困难户' }));
  const categories = await test.owner.db.execute(sql`
    select household_category.category, from_on::text, to_on::text from household_category
    join household on household.id = household_id
    where head_id_masked = ${`****${id.slice(14)}`} order by from_on`);
  expect([...categories]).toEqual([
    { category: 'RELIEVED', from_on: '2024-03-01', to_on: '2026-11-09' },
    { category: 'SUDDEN', from_on: '2026-11-10', to_on: null },
  ]);
});

it('refuses an unrelated file, one of another kind and one without a required column, as a whole', async () => {
  const before = await count(sql`select count(*)::int as count from import_batch`);
  const unrelated = await checkFile(
    desk,
    await workbook('领用.xlsx', ['领用者', '物品', '数量'], [['甲', '纸', '3']]),
  );
  expect(unrelated.errors?.[0]?.extensions).toMatchObject({
    code: 'HEADER_NOT_FOUND',
    fields: { 'input.fileId': { code: 'HEADER_NOT_FOUND' } },
  });
  const members = await checkFile(desk, fileURLToPath(samples.MEMBERS));
  expect(members.errors?.[0]?.extensions.code).toBe('IMPORT_KIND_MISMATCH');
  const lacking = await checkFile(
    desk,
    await workbook('缺列.xlsx', rosterHeadings.slice(0, -1), [['魏城镇', '南关村', '甲测试', residentId()]]),
  );
  expect(lacking.errors?.[0]?.extensions).toMatchObject({
    code: 'REQUIRED_COLUMN_MISSING',
    columns: { missing: ['startedOn'] },
  });
  const empty = await checkFile(desk, await workbook('空.xlsx', rosterHeadings, []));
  expect(empty.errors?.[0]?.extensions.code).toBe('SHEET_EMPTY');
  const broken = await checkFile(desk, {
    name: '坏.xlsx',
    content: Buffer.from('PK\u0003\u0004 not a workbook'),
  });
  expect(broken.errors?.[0]?.extensions.code).toBe('FILE_DAMAGED');
  expect(await count(sql`select count(*)::int as count from import_batch`)).toBe(before);
});

it("lets a township import only its own rows, and hides the county's batches from it", async () => {
  const reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', '130434100');
  const phone = newPhone();
  await bring(desk, await roster({ phone }));
  const ofCounty = await checkFile(desk, await roster({}));
  const batch = await bring(
    reviewer,
    await roster({ phone }, { phone, township: '德政镇', village: '德一村' }),
  );
  expect(batch).toMatchObject({ created: 1, rejected: 1 });
  expect(batch.rows.nodes[1]?.errors[0]).toMatchObject({ column: 'village', code: 'OUTSIDE_SCOPE' });
  const foreign = await test.send(
    importDocuments.read,
    { id: ofCounty.data?.checkImport.importBatch.id },
    reviewer.session,
  );
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const other = await checkFile(reviewer, await roster({}), 'ROSTER', { countyCode: '130529' });
  expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('imports a file as it was uploaded', async () => {
  const file = await roster({}, {});
  const sent = await test.app.http.inject({
    method: 'POST',
    url: filesOf(countyCode),
    headers: uploadHeaders(desk.session),
    payload: formOf(file),
  });
  const input = { kind: 'ROSTER', countyCode, fileId: sent.json().id };
  const handed = await test.send<{ checkImport: Payload }>(importDocuments.check, { input }, desk.session);
  expect(handed.errors).toBeUndefined();
  await test.app.jobs.drain();
  const { id } = handed.data?.checkImport.importBatch ?? {};
  const checked = await test.send<Payload>(importDocuments.read, { id }, desk.session);
  expect(checked.data?.importBatch).toMatchObject({ status: 'CHECKED', created: 2 });
});

it("does not find another user's upload", async () => {
  const other = await signedIn(test, 'COUNTY_DESK', countyCode);
  const fileId = await uploaded(test, countyCode, other.userId, await roster({}));
  const answer = await test.send(
    importDocuments.check,
    { input: { kind: 'ROSTER', countyCode, fileId } },
    desk.session,
  );
  expect(answer.errors?.[0]?.extensions.fields).toMatchObject({ 'input.fileId': { code: 'NOT_FOUND' } });
});

it('returns the refused rows as a workbook with the reason beside each', async () => {
  const done = await bring(desk, await roster({}, { village: '无名庄村', name: '己测试' }));
  const url = `/imports/${done.id}/rejected.xlsx`;
  const cookie = { cookie: `bangfu=${desk.session}` };
  const request = { method: 'POST', url, payload: { purpose: '改正后重新导入' } } as const;
  const response = await test.app.http.inject({ ...request, headers: cookie });
  expect(response.statusCode).toBe(200);
  const columns = [
    { key: 'headName', names: ['户主姓名'], required: true },
    { key: 'reason', names: ['退回原因'], required: true },
  ];
  const { rows } = await readTable({ source: response.rawPayload, fileName: 'x.xlsx' }, columns);
  const found = [];
  for await (const { values } of rows) found.push([values.headName?.text, values.reason?.text]);
  expect(found).toEqual([['己测试', '行政村“无名庄村”：该乡镇没有此村']]);
  const nobody = await test.app.http.inject(request);
  expect(nobody.statusCode).toBe(401);
  const foreigner = await signedIn(test, 'COUNTY_DESK', '130529');
  const foreign = await test.app.http.inject({
    ...request,
    headers: { cookie: `bangfu=${foreigner.session}` },
  });
  expect(foreign.statusCode).toBe(404);
});

it('reads a GBK csv with other column names, numbers as formulas, and blanks for "as above"', async () => {
  const file = new URL('../../fixtures/imports/台账-gbk.csv', import.meta.url);
  const done = await bring(desk, fileURLToPath(file));
  expect(done).toMatchObject({ status: 'DONE', total: 3, created: 3, rejected: 0 });
  const households = await test.owner.db.execute(sql`
    select head_name, size, household.category, division.name, started_on::text, phone_masked is null as no_phone
    from household join division on code = household.village_code
    join pairing on pairing.county_code = household.county_code and household_id = household.id
    where head_name in ('庚测试', '癸测试', '子测试') order by size`);
  expect([...households]).toMatchObject([
    { head_name: '癸测试', size: 2, category: 'RELIEVED', name: '南关居民委员会', started_on: '2024-03-05' },
    { head_name: '庚测试', size: 3, category: 'MARGINAL', name: '南关居民委员会', started_on: '2024-03-05' },
    { head_name: '子测试', size: 4, category: 'ORDINARY', started_on: '2024-03-05' },
  ]);
  expect(await count(sql`select count(*)::int as count from cadre where name = '辛测试'`)).toBe(1);
});
