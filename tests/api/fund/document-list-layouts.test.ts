import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { contentImporter } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const bring = contentImporter(test, places.county);

beforeAll(() => makeDivisions(test));
beforeEach(async () => {
  for (const table of [
    'fund_line',
    'fund_document',
    'fund_entry',
    'fund_day',
    'fund_transfer',
    'fund_account',
    'fund',
  ])
    await test.owner.db.execute(sql`delete from ${sql.identifier(table)}`);
});

type Cells = readonly (string | number | null)[];
const usual = [
  '指标文号',
  '文件标题',
  '发文日期',
  '收文日期',
  '资金来源级次',
  '任务方向',
  '金额（元）',
  '备注',
];
const row = (
  number: string,
  amount: string | number,
  more: Partial<Record<number, string | number | null>> = {},
) => {
  const cells: (string | number | null)[] = [
    number,
    '通知',
    '2026-03-04',
    '2026-03-08',
    '省级',
    '任务甲',
    amount,
    null,
  ];
  for (const [at, value] of Object.entries(more)) cells[Number(at)] = value ?? null;
  return cells;
};

/** The list, with lines above its headings. */
async function list(headings: readonly string[], rows: readonly Cells[], dryRun = false) {
  const { content } = await workbook('指标文.xlsx', headings, rows as never);
  const report = await bring(content, 'FUND_DOCUMENTS', { dryRun });
  const { created, updated, unchanged, rejected, sums } = report;
  const said = (all: readonly { row: number; column: string; code: string }[]) =>
    all.map(({ row: at, column, code }) => `${at} ${column} ${code}`);
  return {
    counts: { created, updated, unchanged, rejected },
    errors: said(report.errors),
    warnings: said(report.warnings),
    sums,
    changes: report.changes,
  };
}

const lines = async () => {
  const found = await test.owner.db.execute(sql`
    select number, level, amount::text, is_early as early, budget_year as year, stated_paid::text as paid,
      transfer_id is not null as posted
    from fund_line join fund_document on fund_document.id = document_id order by number, level, amount`);
  return found.map((one) => ({ ...one }));
};

it('reads other headings, in yuan', async () => {
  const answer = await list(usual, [
    row('冀财农[2026]8号', '1,234,567.89'),
    row('冀财农〔2026〕9号', 2000000),
  ]);
  expect(answer).toMatchObject({ errors: [], warnings: [], sums: { PROVINCIAL: '3234567.89' } });
  expect(answer.counts).toMatchObject({ created: 2, rejected: 0 });
});

it('takes the unit from a title line, else from the cell, and guesses none', async () => {
  const headings = usual.map((one) => (one === '金额（元）' ? '指标金额' : one));
  const bare = await list(
    headings,
    [row('冀财农〔2026〕8号', 120), row('冀财农〔2026〕9号', '120万元')],
    true,
  );
  expect(bare).toMatchObject({ errors: ['2 amount UNIT_UNKNOWN'], sums: { PROVINCIAL: '1200000.00' } });
  const csv = ['2026年指标文,,,,,,单位：万元,', headings.join(), row('冀财农〔2026〕8号', 120.5).join()].join(
    '\n',
  );
  const titled = await bring(csv, 'FUND_DOCUMENTS', { dryRun: true });
  expect(titled).toMatchObject({ errors: [], sums: { PROVINCIAL: '1205000.00' } });
});

it('makes a line of each level that one cell names', async () => {
  const headings = usual.map((one) => (one === '金额（元）' ? '金额（万元）' : one));
  const answer = await list(headings, [
    row('豫财农综〔2024〕22号'.replace('2024', '2026'), '中央440、省级90', { 4: null }),
    row('冀财农〔2026〕9号', 530, { 4: '中央440万元，省级90万元' }),
    row('冀财农〔2026〕10号', 531, { 4: '中央440、省90' }),
  ]);
  expect(answer).toMatchObject({
    errors: ['4 amount SUM_MISMATCH'],
    sums: { CENTRAL: '8800000.00', PROVINCIAL: '1800000.00' },
    counts: { created: 2, rejected: 1 },
  });
  expect(await lines()).toHaveLength(4);
});

it('refuses amounts beyond the fen, in other writing or out of all range', async () => {
  const answer = await list(usual, [
    row('冀财农〔2026〕1号', '12.345'),
    row('冀财农〔2026〕2号', '1e9'),
    row('冀财农〔2026〕3号', '见附表'),
    row('冀财农〔2026〕4号', 0),
    row('冀财农〔2026〕5号', '９００，０００'),
    row('冀财农〔2026〕6号', '99999999999999'),
  ]);
  expect(answer.errors).toEqual([
    '2 amount MONEY_INVALID',
    '3 amount MONEY_INVALID',
    '4 amount MONEY_INVALID',
    '5 amount OUT_OF_RANGE',
    '7 amount OUT_OF_RANGE',
  ]);
  expect(answer.sums).toEqual({ PROVINCIAL: '900000.00' });
});

it('asks where an amount is in the other unit than the rest, unless the cell says its unit', async () => {
  const rest = [1, 2, 3, 4].map((at) => row(`冀财农〔2026〕${at}号`, 1000000 + at));
  const answer = await list(usual, [
    ...rest,
    row('冀财农〔2026〕7号', 120),
    row('冀财农〔2026〕8号', '130元'),
  ]);
  expect(answer.errors).toEqual(['6 amount UNIT_DOUBTFUL']);
  expect(answer.counts).toMatchObject({ created: 5 });
});

it('holds the days of a document against each other and its year', async () => {
  const headings = [...usual, '预算年度', '是否提前下达'];
  const answer = await list(headings, [
    [...row('冀财农〔2025〕1号', 100, { 2: '2025-12-01', 3: '2025-12-05' }), '2026年', '是'],
    [...row('冀财农〔2025〕2号', 100, { 2: '2025-12-01', 3: '2025-12-05' }), '2026', '否'],
    [...row('冀财农〔2026〕3号', 100, { 3: '2026-03-01' }), '2026', null],
    [...row('冀财农〔2024〕4号', 100, { 2: '2024-05-01', 3: '2024-05-05' }), '2026', null],
    [...row('冀财农〔2026〕5号', 100), '2026', '√'],
    [...row('冀财农〔2026〕6号', 100), '二〇二六', null],
    [...row('冀财农〔2026〕7号', 100, { 2: '2026-12-01', 3: null }), '2026', null],
  ]);
  expect(answer.errors).toEqual([
    '3 issuedOn NOT_RELEASED_EARLY',
    '4 receivedOn RECEIVED_BEFORE_ISSUED',
    '5 issuedOn OUTSIDE_FISCAL_YEAR',
    '7 budgetYear YEAR_INVALID',
    '8 issuedOn DATE_IN_FUTURE',
  ]);
  expect(answer.warnings).toEqual(['6 early EARLY_RELEASE_DOUBTFUL']);
});

it('goes on with the document above where a row says nothing of its own, and refuses words for it', async () => {
  const answer = await list(usual, [
    row('冀财农〔2026〕1号', 100),
    row('', 200, { 0: null, 1: null, 2: null, 3: null, 4: '中央' }),
    row('同上', 300, { 1: null, 2: null, 3: null }),
    row('', 400, { 0: null }),
  ]);
  expect(answer.warnings).toEqual(['3 number DOCUMENT_FROM_ABOVE']);
  expect(answer.errors).toEqual(['4 number CELL_DITTO', '5 number REQUIRED_MISSING']);
  expect(answer.sums).toEqual({ PROVINCIAL: '100.00', CENTRAL: '200.00' });
});

it('leaves out sums between the rows and at the end', async () => {
  const answer = await list(usual, [
    row('冀财农〔2026〕1号', 100),
    ['小计', null, null, null, null, null, 100, null],
    row('冀财农〔2026〕2号', 200),
    ['合计', null, null, null, null, null, 300, null],
  ]);
  expect(answer).toMatchObject({ errors: [], sums: { PROVINCIAL: '300.00' }, counts: { created: 2 } });
});

it('finds money that is listed again at a lower level, above or below the document that it names', async () => {
  const answer = await list(usual, [
    row('邯财农〔2026〕9号', 500, { 4: '市级', 7: '转下达冀财农[2026]8号' }),
    row('冀财农〔2026〕8号', 500),
    row('邯财农〔2026〕10号', 500, { 7: '转发冀财农〔2026〕 8 号' }),
    row('邯财农〔2026〕11号', 499, { 7: '对应冀财农〔2026〕8号' }),
    row('邯财农〔2026〕12号', 500, { 5: '任务乙', 7: '对应冀财农〔2026〕8号' }),
  ]);
  expect(answer.warnings).toEqual(['2 number POSSIBLE_REISSUE', '4 number POSSIBLE_REISSUE']);
  expect((await lines()).filter(({ posted }) => !posted).map(({ number }) => number)).toEqual([
    '邯财农〔2026〕10号',
    '邯财农〔2026〕9号',
  ]);
});

it('posts a reduction once its line is known, and not beyond what is left of it', async () => {
  const answer = await list(usual, [
    row('冀财农〔2026〕8号', 500),
    row('冀财农〔2026〕9号', -200, { 7: '收回冀财农〔2026〕8号部分资金' }),
    row('冀财农〔2026〕10号', '(301)', { 7: '收回冀财农〔2026〕8号部分资金' }),
    row('冀财农〔2026〕11号', '－50', { 7: '统筹收回' }),
  ]);
  expect(answer.errors).toEqual(['4 amount FUND_INSUFFICIENT']);
  expect(answer.warnings).toEqual(['5 amount REDUCTION_UNTIED']);
  expect((await lines()).map(({ amount, posted }) => [amount, posted])).toEqual([
    ['-5000', false],
    ['50000', true],
    ['-20000', true],
  ]);
});

it('takes new stated figures from a later list, and no other amount of a line in the books', async () => {
  const headings = [...usual, '已支付（元）'];
  await list(headings, [
    [...row('冀财农〔2026〕8号', 500), 100],
    [...row('冀财农〔2026〕9号', 700), 0],
  ]);
  const later = await list(headings, [
    [...row('冀财农〔2026〕8号', 500), 300],
    [...row('冀财农〔2026〕9号', 701), 0],
    [...row('冀财农〔2026〕9号', 700, { 1: '另一标题' }), 0],
  ]);
  expect(later.counts).toEqual({ created: 0, updated: 1, unchanged: 0, rejected: 2 });
  expect(later.errors).toEqual(['3 amount LINE_DIFFERS', '4 title CONFLICT_IN_FILE']);
  expect(later.changes).toEqual([{ row: 2, column: 'paid', before: '100.00', after: '300.00' }]);
  expect((await lines()).map(({ amount, paid }) => [amount, paid])).toEqual([
    ['50000', '30000'],
    ['70000', '0'],
  ]);
});

it('warns where a stage exceeds the one before', async () => {
  const headings = [...usual, '已分配（元）', '已拨付（元）', '已支付（元）'];
  const answer = await list(headings, [[...row('冀财农〔2026〕8号', 500), 500, 400, 401]], true);
  expect(answer.warnings).toEqual(['2 paid STAGE_EXCEEDS']);
});

it('refuses rows in a year whose books are closed, and of two funds that may both be meant', async () => {
  await list(usual, [row('冀财农〔2026〕1号', 100)]);
  await test.owner.db.execute(
    sql`insert into fund_book (county_code, closed_through) values (${places.county}, '2026-03-31')`,
  );
  const closed = await list(usual, [
    row('冀财农〔2026〕2号', 100),
    row('冀财农〔2026〕3号', 100, { 2: '2026-04-01', 3: '2026-04-02' }),
  ]);
  expect(closed.errors).toEqual(['2 receivedOn PERIOD_CLOSED']);
  await test.owner.db.execute(sql`delete from fund_book`);
  await test.owner.db.execute(sql`insert into fund (county_code, id, kind, name, fiscal_year, created_at)
    values (${places.county}, gen_random_uuid(), 'LINKAGE', '另一资金', 2026, now())`);
  expect((await list(usual, [row('冀财农〔2026〕4号', 100)])).errors).toEqual(['2 budgetYear FUND_UNCLEAR']);
});

it('reads the level and the marks in the words that counties use', async () => {
  const headings = [...usual, '是否直达资金'];
  const words = ['中央财政资金', '省级财政', '市级配套', '县本级', '本级', '中央级', '省', '地市'];
  const answer = await list(
    headings,
    words.map((word, at) => [
      ...row(`冀财农〔2026〕${at + 1}号`, 100, { 4: word }),
      ['01中央直达资金', '非直达', '√', '×', '直达', '否', '是', null][at] ?? null,
    ]),
  );
  expect(answer).toMatchObject({
    errors: [],
    sums: { CENTRAL: '200.00', PROVINCIAL: '200.00', CITY: '200.00', COUNTY: '200.00' },
  });
});
