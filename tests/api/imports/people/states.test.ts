import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf } from '#tests/factories/lists/imports.ts';
import { pairedHeadings } from '#tests/factories/lists/roster-headings.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile, warningsOf } = importSteps(test, countyCode);

type Line = (string | null)[];
const ofRoster = (name = '态测试', id = residentId()): Line => [
  ...['魏城镇', '南关村', name, id, '脱贫户'],
  ...['车甲仁', newPhone(), '2024-03-01'],
];
const roster = (heading: string | string[], ...cells: (string | null | Line)[]) =>
  workbook(
    '名单.xlsx',
    [...pairedHeadings, ...[heading].flat()],
    cells.map((cell) => [...ofRoster(), ...[cell].flat()]),
  );
const undecided = async (file: Awaited<ReturnType<typeof workbook>>, kind = 'ROSTER') => {
  const extensions = (await checkFile(desk, file, kind)).errors?.[0]?.extensions as
    | { code: string; columns?: { ambiguous: { heading: string }[] } }
    | undefined;
  return [extensions?.code, ...(extensions?.columns?.ambiguous ?? []).map(({ heading }) => heading)];
};
const over = (column: string) => ['REJECTED', `${column} ROW_IS_OVER`];

it('refuses a roster row whose status column says that it is over', async () => {
  const columns: [string, string, string][] = [
    ...([
      ['帮扶状态', '已解除', '在帮'],
      ['是否在帮', '否', '是'],
      ['户状态', '已销户', '正常'],
      ['户主是否已死亡', '是', '否'],
      ['人员变动类型', '自然减少', '无变动'],
      ['结对关系存续状态', '×', '√'],
      ['情况栏', '死亡', '外出务工'],
    ] satisfies [string, string, string][]),
  ];
  for (const [heading, no, yes] of columns) {
    const batch = await bring(desk, await roster(heading, no, yes, null));
    expect(outcomesOf(batch), heading).toEqual([over(heading), ['CREATED'], ['CREATED']]);
  }
});

it('shows the cell by its heading, with the group above it', async () => {
  const batch = await bring(desk, await roster('结对状态', '已终止'));
  const { rows } = (
    await test.send<{ importBatch: { rows: { nodes: { errors: object[] }[] } } }>(
      'query ($id: ID!) { importBatch(id: $id) { rows { nodes { errors { column code value } } } } }',
      { id: batch.id },
      desk.session,
    )
  ).data?.importBatch ?? { rows: { nodes: [] } };
  expect(rows.nodes[0]?.errors).toEqual([{ column: '结对状态', code: 'ROW_IS_OVER', value: '已终止' }]);
});

it('imports ended help where the row has its first day, and no dead person', async () => {
  const headings = ['帮扶结束时间', '状态', '是否在帮'];
  const file = await roster(
    headings,
    ['2025-06-30', '已解除', '否'],
    ['至今', '已解除', null],
    [null, '已解除', null],
    ['2025-06-30', '死亡', null],
  );
  expect(outcomesOf(await bring(desk, file))).toEqual([
    ['CREATED'],
    over('状态'),
    over('状态'),
    over('状态'),
  ]);
  const ended = await test.owner.db.execute(
    sql`select ended_on::text as day from pairing where ended_on is not null`,
  );
  expect(ended).toEqual([{ day: '2025-06-30' }]);
});

it('imports a household that says it has no helper', async () => {
  const [, , , ...rest] = ofRoster();
  const file = await workbook(
    '名单.xlsx',
    [...pairedHeadings, '是否结对'],
    [['魏城镇', '南关村', '态无人', ...rest.slice(0, 2), null, null, null, '否']],
  );
  expect(outcomesOf(await bring(desk, file))).toEqual([['CREATED']]);
});

it('imports the current row of a household of which another row is over, and takes the village from that row', async () => {
  const id = residentId();
  const [, , ...rest] = ofRoster('态双行', id);
  const file = await workbook(
    '名单.xlsx',
    [...pairedHeadings, '状态'],
    [
      [...ofRoster('态双行', id), '已解除'],
      [null, null, ...rest, '在帮'],
    ],
  );
  expect(outcomesOf(await bring(desk, file))).toEqual([over('状态'), ['CREATED']]);
});

it('asks about a column with unknown words, until somebody excludes it', async () => {
  const file = await roster('户状态', '正常', '托管');
  expect(await undecided(file)).toEqual(['COLUMN_UNDECIDED', '户状态']);
  const columnMap = [{ heading: '户状态', key: null }];
  expect(outcomesOf(await bring(desk, file, 'ROSTER', { columnMap }))).toEqual([['CREATED'], ['CREATED']]);
  const ended = await roster('户状态', '已销户');
  // A choice for that file does not hold for an end in another one.
  expect(outcomesOf(await bring(desk, ended))).toEqual([over('户状态')]);
  expect(outcomesOf(await bring(desk, ended, 'ROSTER', { columnMap }))).toEqual([['CREATED']]);
  expect(await undecided(await roster('帮扶开始状态', '1'))).toEqual(['COLUMN_UNDECIDED', '帮扶开始状态']);
});

it('refuses a row with such a word far down the file', async () => {
  const lines = Array.from(
    { length: 1_001 },
    (_, at): Line => ['魏城镇', '无此村', `某${at}`, null, null, null, null, null, '正常'],
  );
  const file = await workbook('长.xlsx', [...pairedHeadings, '户状态'], [...lines, [...ofRoster(), '托管']]);
  const batch = await bring(desk, file);
  expect(batch).toMatchObject({ total: 1_002, created: 0 });
  const rows = await test.owner.db.execute(
    sql`select errors from import_row where batch_id = ${batch.id.split(':')[2]} and row_number = 1003`,
  );
  expect(JSON.stringify(rows)).toContain('STATE_UNCLEAR');
});

it('reads other columns as before', async () => {
  const headings = ['健康状况', '是否易地搬迁', '监测状态', '风险是否已消除', '配偶状态', '是否脱贫户'];
  const file = await roster(headings, ['患有大病', '否', '已解除', '是', '去世', '否']);
  expect(outcomesOf(await bring(desk, file))).toEqual([['CREATED']]);
});

it('neither asks about nor refuses columns that offices usually add', async () => {
  const ordinary: Record<string, string> = {
    居住状态: '常年外出 在家 不在家 空巢 独居',
    脱贫退出时间: '2019-12 2018年',
    核查状态: '已核查 未核查 待核查',
    户籍状态: '空挂 正常 迁入 未迁出',
    变动情况: '新增 信息修改 婚入 无变化',
    是否更换帮扶责任人: '是 否',
    低保状态: '停保 已取消',
    致贫原因: '因病 户主死亡',
    帮扶措施: '公益岗,已到期 小额信贷,已还清',
    备注: '丈夫已故 配偶去世 父亲2024年去世 户主变更,原户主死亡 残疾证注销 低保已取消 女儿出嫁 已搬迁至县城安置点 原帮扶人张三调离',
  };
  for (const [heading, values] of Object.entries(ordinary)) {
    const cells = values.split(' ');
    const { data, errors } = await checkFile(desk, await roster(heading, ...cells));
    expect(errors, heading).toBeUndefined();
    expect(data?.checkImport.importBatch, heading).toMatchObject({ created: cells.length, rejected: 0 });
  }
});

it('refuses a row whose note is only an end, and warns of a note that mentions one', async () => {
  const notes = [
    '已解除',
    '户主已死亡',
    '作废',
    '2026年3月病故后由其子代为联系',
    '2026年3月病故',
    '已搬迁',
    '无',
  ];
  const batch = await bring(desk, await roster('备注', ...notes));
  expect(outcomesOf(batch)).toEqual([
    ...Array(3).fill(over('note')),
    ['CREATED'],
    over('note'),
    ['CREATED'],
    ['CREATED'],
  ]);
  const warned = await checkFile(desk, await roster('备注', '户主2026年3月15日在县医院因病去世'));
  const deathBatch = warned.data?.checkImport.importBatch;
  if (!deathBatch) throw new Error('no batch');
  expect(outcomesOf(deathBatch)).toEqual([['CREATED']]);
  expect(await warningsOf(desk, deathBatch)).toContain('2 note NOTE_SPEAKS_OF_END');
});

it('refuses members who are gone and visits that did not take place', async () => {
  const head = residentId();
  await bring(desk, await workbook('名单.xlsx', pairedHeadings, [ofRoster('态户主', head)]));
  const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌'].map((one) => `态${one}`);
  const nameOfNext = () => names.pop() ?? '';
  const members = (heading: string, ...cells: (string | null)[]) =>
    workbook(
      '成员.xlsx',
      ['户主证件号码', '姓名', '证件号码', '与户主关系', heading],
      cells.map((cell) => [head, nameOfNext(), residentId(), '之子', cell]),
    );
  for (const [heading, no, yes] of [
    ['人员状态', '死亡', '正常'],
    ['死亡时间', '2026-05-01', null],
    ['变动类型', '自然减少', '新增'],
    ['减少原因', '婚嫁', '无'],
    ['是否外迁', '是', '否'],
    ['备注', '已故', '在外务工'],
    ['备注', '死亡', '母亲病故'],
    ['人员状态', '迁出', '参军'],
  ] as const)
    expect(outcomesOf(await bring(desk, await members(heading, no, yes), 'MEMBERS')), heading).toEqual([
      over(heading),
      ['CREATED'],
    ]);
  expect(outcomesOf(await bring(desk, await members('公益岗位状态', '离岗'), 'MEMBERS'))).toEqual([
    ['CREATED'],
  ]);
  expect(await undecided(await members('变动时间', '2026-05-01'), 'MEMBERS')).toEqual([
    'COLUMN_UNDECIDED',
    '变动时间',
  ]);
  const visits = (heading: string, ...cells: (string | null)[]) =>
    workbook(
      '走访.xlsx',
      ['走访日期', '走访人', '户主姓名', '户主身份证号', '走访情况', heading],
      cells.map((cell) => ['2026-02-05', '无此人', '态户主', head, '一切都好', cell]),
    );
  for (const [heading, no] of [
    ['走访状态', '未完成'],
    ['是否见面', '否'],
    ['是否完成', '×'],
    ['是否见到本人', '没有'],
    ['备注', '未入户'],
  ] as const) {
    const batch = await bring(desk, await visits(heading, no), 'VISITS');
    expect(outcomesOf(batch)[0]?.join(), heading).toContain(`${heading} ROW_IS_OVER`);
  }
  for (const [heading, cell] of [
    ['走访状态', '已完成'],
    ['结束时间', '11:30'],
    ['走访结束时间', '11:30'],
    ['审核状态', '未审核'],
    ['家庭成员变化', '老人去世'],
    ['办理状态', '未办结'],
    ['备注', '老伴去世'],
  ] as const) {
    const done = outcomesOf(await bring(desk, await visits(heading, cell), 'VISITS'));
    expect(done.join(), heading).not.toMatch(/OVER|UNCLEAR/);
  }
  expect(await undecided(await visits('走访状态', '拒访'), 'VISITS')).toEqual([
    'COLUMN_UNDECIDED',
    '走访状态',
  ]);
});
