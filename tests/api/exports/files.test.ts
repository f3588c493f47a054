import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { openZip } from '#platform/sheet/container/zip-reader.ts';
import { openSheets } from '#platform/sheet/read-sheet.ts';
import { defaultLimits } from '#platform/sheet/sheet-row.ts';
import { exportDocuments, exportSteps, linesOf, purpose } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { run, download, lines } = exportSteps(test);
const formulas = ['=1+1', '+86 10', '-2', '@SUM(A1)', '＝1', '\t=1'];
const homes: MadeHousehold[] = [];
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  for (const headName of ['甲测试', ...formulas]) homes.push(await makeHousehold(test, { headName }));
  await test.owner.db.execute(sql`update household set size = 4 where head_name = '甲测试'`);
  await test.owner.db.execute(
    sql`update member set health = '{HEALTHY}', has_dibao = true where name = '甲测试'`,
  );
});

type Line = Record<string, string>;

async function sheetOf(input: object, headers: Record<string, string> = {}) {
  const who = { ...desk, headers };
  const job = await run(who, { format: 'XLSX', ...input });
  const file = await download(who, job.id);
  const [sheet, ...others] = await openSheets({ source: file.rawPayload, fileName: 'x.xlsx' });
  if (!sheet) throw new Error('no sheet');
  const rows: Line[] = [];
  let headings: string[] | undefined;
  for await (const { cells } of sheet.rows()) {
    const texts = Array.from(cells, (cell) => cell?.text ?? '');
    if (headings) rows.push(Object.fromEntries(headings.map((heading, at) => [heading, texts[at] ?? ''])));
    else headings = texts;
  }
  return { job, file, sheet, others, rows, headings: headings ?? [] };
}

it('writes a workbook with headings, labels of codes and formatted days', async () => {
  const { job, file, rows, sheet, others } = await sheetOf({ type: 'Household' });
  expect(job).toMatchObject({ status: 'DONE', total: 7, done: 7 });
  expect(file.headers['content-type']).toContain('spreadsheetml');
  expect(file.headers['content-disposition']).toContain('Household-2026-11-10.xlsx');
  expect([sheet.name, others.length]).toEqual(['户', 0]);
  expect(rows.find((row) => row.户主 === '甲测试')).toMatchObject({
    标识: homes[0]?.globalId,
    监测对象类别: '脱贫不稳定户',
    登记人口: '4',
    所在村: '河北省 邯郸市 魏县 魏城镇 南关村',
    建档时间: '2026-11-10 12:00:00',
  });
});

it('writes it in English on request', async () => {
  const { rows, headings } = await sheetOf({ type: 'Member' }, { 'accept-language': 'en' });
  expect(headings).toContain('Relation to the head');
  expect(rows.find((row) => row.Name === '甲测试')).toMatchObject({
    'Relation to the head': 'Head',
    'Subsistence allowance': 'Yes',
    'Born in': '1970',
  });
});

it('holds the same rows in both formats', async () => {
  const fields = ['headName', 'headIdMasked', 'village.code'];
  const { rows } = await sheetOf({ type: 'Household', fields });
  const objects = await lines(desk, { type: 'Household', fields });
  expect(rows.map((row) => [row.标识, row.村编码])).toEqual(
    objects.map((row) => [row.id, (row.village as { code: string }).code]),
  );
});

it('keeps raw codes and null in JSON Lines', async () => {
  const [row] = await lines(desk, { type: 'Household', filter: { households: { search: '甲测试' } } });
  expect(row).toMatchObject({ __typename: 'Household', category: 'UNSTABLE', number: null, size: 4 });
});

/** The cells as stored in the file, before a reader removes an apostrophe. */
async function worksheetXml(content: Buffer): Promise<string> {
  let text = '';
  for await (const piece of openZip(content, defaultLimits).stream('xl/worksheets/sheet1.xml')) text += piece;
  return text;
}

it('writes no cell that a spreadsheet could take for a formula', async () => {
  const { file, rows } = await sheetOf({ type: 'Household', fields: ['headName'] });
  const xml = await worksheetXml(file.rawPayload);
  expect(xml).not.toContain('<f>');
  const texts = [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? '');
  expect(texts.filter((text) => /^[=+\-@\t＝＋－＠]/.test(text))).toEqual([]);
  for (const formula of ['=1+1', '+86 10', '-2', '@SUM(A1)']) expect(texts).toContain(`'${formula}`);
  // Our own reader returns the names unchanged.
  expect(rows.map((row) => row.户主)).toEqual(expect.arrayContaining(['=1+1', '+86 10', '-2', '@SUM(A1)']));
});

it('leaves no identity number unencrypted, in any format or type or beside the files', async () => {
  const ids = homes.map((home) => home.headResidentId);
  const [searched = ''] = ids;
  const everything: string[] = [];
  for (const type of ['Household', 'Member', 'AuditEvent', 'Visit']) {
    for (const format of ['JSONL', 'XLSX']) {
      const filter = type === 'Household' ? { filter: { households: { search: searched } } } : {};
      const job = await run(desk, { type, format, ...filter });
      expect(job.status).toBe('DONE');
      if (type === 'Household') expect(job.total).toBe(1);
      const { rawPayload } = await download(desk, job.id);
      everything.push(format === 'XLSX' ? await worksheetXml(rawPayload) : rawPayload.toString());
    }
  }
  const kept = await test.owner.db.execute(
    sql`select (select string_agg(j::text, '') from export_job j) as jobs,
      (select string_agg(e::text, '') from audit_event e) as events,
      (select string_agg(q::text, '') from pgboss.job q) as queue,
      (select string_agg(i::text, '') from idempotency i) as answers`,
  );
  const text = everything.join('\n') + JSON.stringify(kept);
  expect(everything.join('')).toContain(`****${searched.slice(-4)}`);
  for (const id of ids) expect(text.includes(id), id).toBe(false);
});

it('writes only the headings where there are no rows', async () => {
  const filter = { households: { number: 'none' } };
  const { job, rows, headings } = await sheetOf({ type: 'Household', filter });
  expect(job).toMatchObject({ status: 'DONE', total: 0 });
  expect(rows).toEqual([]);
  expect(headings).toContain('户主');
  const empty = await run(desk, { type: 'Household', filter });
  expect(linesOf((await download(desk, empty.id)).body)).toEqual([]);
});

it('takes language and purpose from the request', async () => {
  const answer = await test.send<{ startExport: { exportJob: { purpose: string } } }>(
    exportDocuments.start,
    { input: { type: 'Cadre', format: 'XLSX', purpose: `  ${purpose} ` } },
    desk.session,
  );
  expect(answer.data?.startExport.exportJob.purpose).toBe(purpose);
  await test.app.jobs.drain();
});
