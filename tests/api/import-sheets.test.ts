import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { importSteps, rosterHeadings } from '#tests/factories/imports.ts';
import { loadCounties } from '#tests/factories/national-divisions.ts';
import { type Person, signedIn } from '#tests/factories/people.ts';
import { lineOf, rosterCsv, rosterRow, rosterSheet } from '#tests/factories/roster-xml.ts';
import { buildXlsx } from '#tests/fixtures/sheets/build-xlsx.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { checkFile, startBatch } = importSteps(test, countyCode);
let desk: Person;

beforeAll(async () => {
  await loadCounties(test, countyCode);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
});

const count = async (table: string) =>
  (
    await test.owner.db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)}`,
    )
  )[0]?.count;

it('reads further sheets with the same columns as one, and names the others with their rows', async () => {
  const before = (await count('household')) ?? 0;
  const turned = [...rosterHeadings].reverse();
  const file = await buildXlsx({
    sheets: [
      { name: '魏城镇', xml: rosterSheet(rosterHeadings, lineOf(rosterHeadings), lineOf(rosterHeadings)) },
      { name: '反向', xml: rosterSheet(turned, lineOf(turned), lineOf(turned, { 行政村: '无名庄村' })) },
      { name: '说明', xml: rosterSheet(['填表说明'], ['一、如实填写'], ['二、及时上报']) },
      {
        name: '存档',
        xml: rosterSheet(rosterHeadings, lineOf(rosterHeadings)),
        attributes: 'state="hidden"',
      },
      { name: '空', xml: '<sheetData/>' },
    ],
  });
  const checked = await checkFile(desk, { name: '分镇.xlsx', content: file });
  const batch = checked.data?.checkImport.importBatch;
  expect(batch).toMatchObject({ total: 4, created: 3, rejected: 1 });
  const answer = await test.send(
    `query ($id: ID!) { importBatch(id: $id) { columns { sheets { name isRead isHidden rows } hiddenRows }
      rows { nodes { rowNumber sheetName result } } } }`,
    { id: batch?.id },
    desk.session,
  );
  expect(answer.data).toMatchObject({
    importBatch: {
      columns: {
        sheets: [
          { name: '魏城镇', isRead: true, isHidden: false, rows: null },
          { name: '反向', isRead: true, isHidden: false, rows: null },
          { name: '说明', isRead: false, isHidden: false, rows: 3 },
          { name: '存档', isRead: false, isHidden: true, rows: 1 },
        ],
        hiddenRows: 0,
      },
      rows: {
        nodes: [
          { rowNumber: 2, sheetName: '魏城镇' },
          { rowNumber: 3, sheetName: '魏城镇' },
          { rowNumber: 2, sheetName: '反向' },
          { rowNumber: 3, sheetName: '反向', result: 'REJECTED' },
        ],
      },
    },
  });
  const again = await checkFile(desk, { name: '分镇.xlsx', content: file }, 'ROSTER', { sheets: ['存档'] });
  expect(again.data?.checkImport.importBatch).toMatchObject({ total: 1, created: 1 });
  const none = await checkFile(desk, { name: '分镇.xlsx', content: file }, 'ROSTER', { sheets: ['没有'] });
  expect(none.errors?.[0]?.extensions.fields).toMatchObject({ 'input.fileId': { code: 'SHEET_NOT_FOUND' } });
  const done = await startBatch(desk, batch?.id ?? '');
  expect(done).toMatchObject({ created: 3, rejected: 1 });
  expect(await count('household')).toBe(before + 3);
});

it('says how many rows are hidden, and leaves them out where that is asked', async () => {
  const hidden = rosterRow(3, lineOf(rosterHeadings), 'hidden="1"');
  const rows = [rosterRow(1, rosterHeadings), rosterRow(2, lineOf(rosterHeadings)), hidden].join('');
  const file = {
    name: '筛选.xlsx',
    content: await buildXlsx({ sheets: [{ name: '表', xml: `<sheetData>${rows}</sheetData>` }] }),
  };
  const read = (await checkFile(desk, file)).data?.checkImport.importBatch;
  const columns = async (id: string | undefined) =>
    (
      await test.send(
        'query ($id: ID!) { importBatch(id: $id) { total columns { hiddenRows skipsHidden } } }',
        { id },
        desk.session,
      )
    ).data;
  expect(await columns(read?.id)).toEqual({
    importBatch: { total: 2, columns: { hiddenRows: 1, skipsHidden: false } },
  });
  const fields = 'importBatch { id columns { skipsHidden } }';
  const again = await test.send<{ checkImport: { importBatch: { id: string } } }>(
    `mutation ($input: CheckImportInput!) { checkImport(input: $input) { ${fields} } }`,
    { input: { kind: 'ROSTER', countyCode, batchId: read?.id, skipHiddenRows: true } },
    desk.session,
  );
  await test.app.jobs.drain();
  expect(await columns(again.data?.checkImport.importBatch.id)).toEqual({
    importBatch: { total: 1, columns: { hiddenRows: 1, skipsHidden: true } },
  });
});

it('takes a heading for what a person says it is, and remembers it for the county', async () => {
  const headings = [...rosterHeadings.slice(0, -1), '哪天起', '到哪天'];
  const file = () => ({
    name: '生造.csv',
    content: Buffer.from(
      rosterCsv(headings, lineOf(headings, { 哪天起: '2024-03-01', 到哪天: '2025-05-31' })),
    ),
  });
  const refused = await checkFile(desk, file());
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    fields: { 'input.fileId': { code: 'REQUIRED_COLUMN_MISSING' } },
    columns: { missing: ['startedOn'] },
  });
  const wrong = await checkFile(desk, file(), 'ROSTER', {
    columnMap: [{ heading: '哪天起', key: 'nothing' }],
  });
  expect(wrong.errors?.[0]?.extensions.fields).toMatchObject({
    'input.columnMap.0.key': { code: 'COLUMN_UNKNOWN' },
  });
  const columnMap = [
    { heading: '哪天起', key: 'startedOn' },
    { heading: ' 到哪天 ', key: 'endedOn' },
    { heading: '户类型', key: null },
  ];
  const mapped = await checkFile(desk, file(), 'ROSTER', { columnMap });
  expect(mapped.data?.checkImport.importBatch).toMatchObject({
    status: 'CHECKED',
    created: 1,
    columns: { ignored: [{ heading: '户类型' }] },
  });
  await startBatch(desk, mapped.data?.checkImport.importBatch.id ?? '');
  const later = await checkFile(desk, file());
  expect(later.data?.checkImport.importBatch).toMatchObject({ created: 1 });
  const audited = await test.owner.db.execute(
    sql`select action from audit_event where action = 'mapImportHeadings'`,
  );
  expect(audited).toHaveLength(1);
});
