import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, rosterHeadings } from '#tests/factories/lists/imports.ts';
import { rosterCsv, rosterLine, rosterRow, rosterSheet } from '#tests/factories/lists/roster-xml.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { buildXlsx } from '#tests/fixtures/sheets/build-xlsx.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { checkFile, startBatch } = importSteps(test, countyCode);

const count = async (table: string) =>
  (
    await test.owner.db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)}`,
    )
  )[0]?.count;

it('reads further sheets with the same columns together, and names the others with their row counts', async () => {
  const before = (await count('household')) ?? 0;
  const turned = [...rosterHeadings].reverse();
  const file = await buildXlsx({
    sheets: [
      {
        name: '魏城镇',
        xml: rosterSheet(rosterHeadings, rosterLine(rosterHeadings), rosterLine(rosterHeadings)),
      },
      {
        name: '反向',
        xml: rosterSheet(turned, rosterLine(turned), rosterLine(turned, { 行政村: '无名庄村' })),
      },
      { name: '说明', xml: rosterSheet(['填表说明'], ['一、如实填写'], ['二、及时上报']) },
      {
        name: '存档',
        xml: rosterSheet(rosterHeadings, rosterLine(rosterHeadings)),
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

it('reports hidden rows, and leaves them out on request', async () => {
  const hidden = rosterRow(3, rosterLine(rosterHeadings), 'hidden="1"');
  const rows = [rosterRow(1, rosterHeadings), rosterRow(2, rosterLine(rosterHeadings)), hidden].join('');
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

it('reads a heading as the person chose, and remembers it for the county', async () => {
  const headings = [...rosterHeadings.slice(0, -1), '哪天起', '到哪天'];
  const file = () => ({
    name: '生造.csv',
    content: Buffer.from(
      rosterCsv(headings, rosterLine(headings, { 哪天起: '2024-03-01', 到哪天: '2025-05-31' })),
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

const refusalOf = async (name: string, content: Buffer, more: object = {}) => {
  const { errors, data } = await checkFile(desk, { name, content }, 'ROSTER', more);
  const { code, line, sheets, fields } = (errors?.[0]?.extensions ?? {}) as Record<string, unknown>;
  return data?.checkImport ? data.checkImport.importBatch : { code, line, sheets, fields };
};

it('refuses a second table below the first, and rows below a line that says they are over, by row', async () => {
  const before = await count('household');
  const ended = rosterHeadings.map((heading) => (heading === '结对时间' ? '解除时间' : heading));
  const tables = rosterSheet(
    rosterHeadings,
    rosterLine(rosterHeadings),
    [''],
    ended,
    rosterLine(rosterHeadings),
  );
  const file = await buildXlsx({ sheets: [{ name: '两张', xml: tables }] });
  expect(await refusalOf('两张.xlsx', file)).toMatchObject({
    code: 'HEADINGS_CHANGE',
    line: { sheetName: '两张', rowNumber: 4 },
    fields: { 'input.fileId': { code: 'HEADINGS_CHANGE' } },
  });
  const lines = [
    rosterHeadings,
    rosterLine(rosterHeadings),
    ['以下为已解除结对农户'],
    rosterLine(rosterHeadings),
  ];
  const csv = Buffer.from(lines.map((line) => line.join()).join('\n'));
  expect(await refusalOf('分段.csv', csv)).toMatchObject({
    code: 'SECTION_OVER',
    line: { sheetName: '', rowNumber: 3 },
  });
  expect(await count('household')).toBe(before);
});

it('reads a sheet whose name says that it is over only if it is chosen', async () => {
  const sheet = (name: string) => ({ name, xml: rosterSheet(rosterHeadings, rosterLine(rosterHeadings)) });
  const both = await buildXlsx({ sheets: [sheet('已解除'), sheet('在帮')] });
  const read = (await checkFile(desk, { name: '两表.xlsx', content: both })).data?.checkImport.importBatch;
  expect(read).toMatchObject({ total: 1, created: 1 });
  const fields = 'sheets { name isRead isSetAside rows }';
  const answer = await test.send(
    `query ($id: ID!) { importBatch(id: $id) { columns { ${fields} } } }`,
    { id: read?.id },
    desk.session,
  );
  expect(answer.data).toMatchObject({
    importBatch: {
      columns: {
        sheets: [
          { name: '在帮', isRead: true, isSetAside: false, rows: null },
          { name: '已解除', isRead: false, isSetAside: true, rows: 1 },
        ],
      },
    },
  });
  const alone = await buildXlsx({ sheets: [sheet('作废')] });
  expect(await refusalOf('作废.xlsx', alone)).toMatchObject({
    code: 'SHEET_UNDECIDED',
    sheets: [{ name: '作废', isHidden: false, isSetAside: true }],
  });
  expect(await refusalOf('作废.xlsx', alone, { sheets: ['作废'] })).toMatchObject({ total: 1, created: 1 });
});

it('asks about a text whose title says that it is over', async () => {
  const csv = Buffer.from(`魏县已解除结对农户名册\n${rosterCsv(rosterHeadings, rosterLine(rosterHeadings))}`);
  expect(await refusalOf('名册.csv', csv)).toMatchObject({
    code: 'SHEET_UNDECIDED',
    sheets: [{ name: '名册.csv' }],
  });
  const chosen = await refusalOf('名册.csv', csv, { sheets: ['名册.csv'] });
  expect(chosen).toMatchObject({ total: 1, created: 1 });
  const again = await test.send<{ checkImport: { importBatch: { id: string } } }>(
    'mutation ($input: CheckImportInput!) { checkImport(input: $input) { importBatch { id } } }',
    { input: { kind: 'ROSTER', countyCode, batchId: (chosen as { id: string }).id } },
    desk.session,
  );
  expect(again.errors).toBeUndefined();
});

const columnsIn = async (id: string | undefined) => {
  const fields = 'asOf columns { listDay ignored { heading filled } recognised { key heading } }';
  const { data } = await test.send(
    `query ($id: ID!) { importBatch(id: $id) { ${fields} } }`,
    { id },
    desk.session,
  );
  return (data as { importBatch: unknown } | undefined)?.importBatch;
};

it('asks about a column of days without a heading, reports others, and remembers nothing for other files', async () => {
  const ended = rosterCsv(rosterHeadings, [
    ...rosterLine(rosterHeadings, { 户主姓名: '无表头' }),
    '',
    '2026-06-30',
  ]);
  const file = (text: string) => ({ name: '无表头.csv', content: Buffer.from(text) });
  const [error] = (await checkFile(desk, file(ended))).errors ?? [];
  expect(error?.extensions).toMatchObject({
    code: 'COLUMN_UNDECIDED',
    columns: { ambiguous: [{ column: 'K', heading: 'K列', keys: ['endedOn'] }] },
  });
  const columnMap = [{ heading: 'K列', key: 'endedOn' }];
  const mapped = (await checkFile(desk, file(ended), 'ROSTER', { columnMap })).data?.checkImport.importBatch;
  await startBatch(desk, mapped?.id ?? '');
  const kept = await test.owner.db.execute<{ ended_on: string | null }>(
    sql`select ended_on::text from pairing join household on household.id = household_id where head_name = '无表头'`,
  );
  expect(kept).toEqual([{ ended_on: '2026-06-30' }]);
  expect((await checkFile(desk, file(ended))).errors?.[0]?.extensions.code).toBe('COLUMN_UNDECIDED');
  const noted = rosterCsv(rosterHeadings, [...rosterLine(rosterHeadings), '', '看看']);
  const batch = (await checkFile(desk, file(noted))).data?.checkImport.importBatch;
  expect(await columnsIn(batch?.id)).toMatchObject({
    columns: { ignored: expect.arrayContaining([{ heading: 'K列', filled: 1 }]), listDay: null },
  });
});

it('shows the day in the title of a list where none was given', async () => {
  const text = `魏县帮扶责任人花名册（截至2025年12月31日）\n${rosterCsv(rosterHeadings, rosterLine(rosterHeadings))}`;
  const file = { name: '名册.csv', content: Buffer.from(text) };
  const read = (await checkFile(desk, file)).data?.checkImport.importBatch;
  expect(await columnsIn(read?.id)).toMatchObject({ asOf: null, columns: { listDay: '2025-12-31' } });
  const ofDay = (await checkFile(desk, file, 'ROSTER', { asOf: '2025-12-31' })).data?.checkImport.importBatch;
  expect(await columnsIn(ofDay?.id)).toMatchObject({ asOf: '2025-12-31', columns: { listDay: null } });
});
