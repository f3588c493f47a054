import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { type Batch, importSteps, newPhone, outcomesOf, roster } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { inHan } from '#tests/factories/people/han-numbers.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile, warningsOf } = importSteps(test, countyCode);
const { act } = registerActs(test, countyCode);

const rows = (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
  test.owner.db.execute(query);
const household = ['行政村', '户主姓名', '户主身份证号', '户类型'];
const ofHousehold = (headName: string, id = residentId()) => ['魏城镇南关村', headName, id, '脱贫户'];
const list = (headings: string[], ...lines: (string | null)[][]) =>
  workbook('责任人.xlsx', ['乡镇', ...household, ...headings], lines.map(placed));
const placed = ([, ...line]: (string | null)[]) => ['魏城镇', '南关村', ...line];
const helpersOf = (headName: string) =>
  rows(sql`select cadre.name, role, cadre.phone_masked as phone from pairing
    join cadre on cadre.id = cadre_id join household on household.id = household_id
    where head_name = ${headName} order by role desc`);
const checked = async (file: Awaited<ReturnType<typeof list>>): Promise<Batch> => {
  const batch = (await checkFile(desk, file)).data?.checkImport.importBatch;
  if (!batch) throw new Error('no batch');
  return batch;
};

it('reads two helpers in one cell as main helper and assistant, if their phones match', async () => {
  const [one, other, shared] = [newPhone(), newPhone(), newPhone()];
  const headings = ['帮扶责任人', '帮扶责任人电话', '帮扶单位', '结对时间'];
  const file = await list(
    headings,
    [...ofHousehold('双甲'), '张三、李四', `${one}、${other}`, '魏县档案局', '2026-01-05'],
    [...ofHousehold('双乙'), '张三 李四', `${one} ${other}`, '魏县档案局', '2026-01-05'],
    [...ofHousehold('双丙'), '张三\n李四', one, '魏县档案局', '2026-01-05'],
    [...ofHousehold('双丁'), '王五、赵六、钱七', `${newPhone()}`, '魏县档案局', '2026-01-05'],
    [...ofHousehold('双戊'), '张　三', one, '魏县档案局', '2026-01-05'],
    [...ofHousehold('双己'), '孙一、周二', `${shared}；${shared}`, '魏县档案局', '2026-01-05'],
  );
  expect(outcomesOf(await bring(desk, file))).toEqual([
    ['CREATED'],
    ['CREATED'],
    ['REJECTED', 'helperName HELPERS_UNCLEAR'],
    ['REJECTED', 'helperName HELPERS_UNCLEAR'],
    ['CREATED'],
    ['REJECTED', 'helperPhone CONFLICT_IN_FILE'],
  ]);
  for (const head of ['双甲', '双乙'])
    expect(await helpersOf(head)).toEqual([
      { name: '张三', role: 'MAIN', phone: `****${one.slice(-4)}` },
      { name: '李四', role: 'ASSISTANT', phone: `****${other.slice(-4)}` },
    ]);
  expect(await helpersOf('双戊')).toMatchObject([{ name: '张三', role: 'MAIN' }]);
  expect(await rows(sql`select count(*)::int from organization where name = '魏县档案局'`)).toEqual([
    { count: 1 },
  ]);
  expect(outcomesOf(await bring(desk, file)).slice(0, 2)).toEqual([['UNCHANGED'], ['UNCHANGED']]);
});

it('reads first and second helpers in separate columns under various headings', async () => {
  const headings = [
    ['第一责任人', '联系电话', '第二责任人', '联系电话', '帮扶开始时间'],
    ['第一责任人姓名', '第一责任人电话', '第二责任人姓名', '第二责任人电话', '结对时间'],
    ['帮扶责任人1', '电话1', '帮扶责任人2', '电话2', '结对日期'],
    ['帮扶责任人（一）', '手机', '帮扶责任人（二）', '手机', '结对日期'],
  ];
  for (const [at, heading] of headings.entries()) {
    const line = [
      ...ofHousehold(`列${inHan(at)}`),
      `主${inHan(at)}`,
      newPhone(),
      `副${inHan(at)}`,
      newPhone(),
      '2026-01-05',
    ];
    expect(outcomesOf(await bring(desk, await list(heading, line))), heading.join()).toEqual([['CREATED']]);
    expect(await helpersOf(`列${inHan(at)}`)).toMatchObject([
      { name: `主${inHan(at)}`, role: 'MAIN' },
      { name: `副${inHan(at)}`, role: 'ASSISTANT' },
    ]);
  }
});

it('reads them in separate rows where the rows name the role, and otherwise refuses the second row', async () => {
  const id = residentId();
  const line = (name: string, role: string) => [
    ...ofHousehold('两行', id),
    role,
    name,
    newPhone(),
    '2026-01-05',
  ];
  const withRoles = await list(
    ['责任人类型', '帮扶责任人', '帮扶责任人电话', '结对时间'],
    line('行主', '第一责任人'),
    line('行副', '第二责任人'),
  );
  expect(outcomesOf(await checked(withRoles))).toEqual([['CREATED'], ['UPDATED']]);
  expect(outcomesOf(await bring(desk, withRoles))).toEqual([['CREATED'], ['UPDATED']]);
  expect(await helpersOf('两行')).toMatchObject([
    { name: '行主', role: 'MAIN' },
    { name: '行副', role: 'ASSISTANT' },
  ]);
  const again = residentId();
  expect(
    outcomesOf(await bring(desk, await roster({ id: again, helper: '其一' }, { id: again, helper: '其二' }))),
  ).toEqual([['CREATED'], ['REJECTED', 'headId DUPLICATE_IN_FILE']]);
});

it('creates no second cadre for a helper with a new phone, in any household', async () => {
  await bring(desk, await roster({ helper: '换号', unit: '魏县粮食局' }));
  const file = await roster({ helper: '换号', unit: '魏县粮食局' });
  expect(outcomesOf(await checked(file))).toEqual([['REJECTED', 'helperPhone CADRE_PHONE_DIFFERS']]);
  expect(outcomesOf(await bring(desk, file))).toEqual([['REJECTED', 'helperPhone CADRE_PHONE_DIFFERS']]);
  expect(await rows(sql`select count(*)::int from cadre where name = '换号'`)).toEqual([{ count: 1 }]);
  const unknown = await checked(await roster({ name: '未知单位', helper: '换号', unit: '' }));
  expect(await warningsOf(desk, unknown)).toEqual(['2 helperName HELPER_NAMESAKE']);
  const elsewhere = await checked(await roster({ helper: '换号', unit: '魏县粮食局' }, { helper: '换号' }));
  expect(outcomesOf(elsewhere)[1]).toEqual(['CREATED']);
  const both = await checked(
    await roster({ helper: '同表', unit: '魏县统计局' }, { helper: '同表', unit: '魏县统计局' }),
  );
  expect(await warningsOf(desk, both)).toContain('3 helperName HELPER_NAMESAKE');
});

it('asks whether a namesake with another phone who takes over is the same person', async () => {
  const id = residentId();
  const helper = '同户同名';
  await bring(desk, await roster({ id, helper, unit: '', from: '2024-03-01' }));
  const later = { id, helper, unit: '', from: '2026-03-01' };
  const file = await roster(later);
  expect(outcomesOf(await checked(file))).toEqual([['REJECTED', 'helperPhone CADRE_PHONE_DIFFERS']]);
  expect(outcomesOf(await bring(desk, file))).toEqual([['REJECTED', 'helperPhone CADRE_PHONE_DIFFERS']]);
  expect(await rows(sql`select count(*)::int from cadre where name = ${helper}`)).toEqual([{ count: 1 }]);
  // A helper of another name takes over as usual.
  expect(outcomesOf(await bring(desk, await roster({ ...later, helper: '异名者' })))).toEqual([['UPDATED']]);
});

it('imports a household without a helper, creates no pairing and warns', async () => {
  const headings = ['帮扶责任人', '帮扶责任人电话', '帮扶单位', '结对时间'];
  const file = await list(
    headings,
    [...ofHousehold('无人帮'), '无', null, null, null],
    [...ofHousehold('缺姓名'), null, newPhone(), '魏县水利局', '2026-01-05'],
  );
  const done = await bring(desk, file);
  expect(outcomesOf(done)).toEqual([['CREATED'], ['REJECTED', 'helperName REQUIRED_MISSING']]);
  expect(await warningsOf(desk, done)).toEqual(['2 helperName HOUSEHOLD_WITHOUT_HELPER']);
  expect(await helpersOf('无人帮')).toEqual([]);
  expect(
    await rows(sql`select from_on::text from household_category join household on household.id = household_id
    where head_name = '无人帮'`),
  ).toEqual([{ from_on: '2026-11-10' }]);
});

it('warns that an organization without a level was stored as Other', async () => {
  expect(await warningsOf(desk, await checked(await roster({ name: '无级别', unit: '无级别单位' })))).toEqual(
    ['2 helperOrganization ORGANIZATION_LEVEL_MISSING'],
  );
});

it('never makes one cadre of two names however they are joined, and accepts 和某 as a name', async () => {
  const headings = ['帮扶责任人', '帮扶责任人电话', '帮扶单位', '结对时间'];
  const [main, other] = ['车甲仁', '李二助'];
  const cells = [
    ...[
      `${main}和${other}`,
      `${main}、${other}`,
      `${main}&${other}`,
      `${main}＋${other}`,
      `${main}\n${other}`,
    ],
    ...[`第一责任人：${main} 第二责任人：${other}`, `${main}(主) ${other}(助)`, `①${main}②${other}`],
  ];
  const [one, two] = [newPhone(), newPhone()];
  const file = await list(
    headings,
    ...cells.map((cell, at) => [
      ...ofHousehold(`连名${inHan(at)}`),
      cell,
      `${one}、${two}`,
      '魏县审计局',
      '2026-01-05',
    ]),
    [...ofHousehold('连名反'), `${other}(副)${main}(主)`, `${two}、${one}`, '魏县审计局', '2026-01-05'],
    [...ofHousehold('连名和'), '和某', newPhone(), '魏县审计局', '2026-01-05'],
    [...ofHousehold('连名与'), '王和平', newPhone(), '魏县审计局', '2026-01-05'],
    [...ofHousehold('连名疑'), '阿依古丽和帕提古丽', newPhone(), '魏县审计局', '2026-01-05'],
  );
  const results = outcomesOf(await bring(desk, file));
  expect(results.slice(0, -1)).toEqual(Array(cells.length + 3).fill(['CREATED']));
  expect(results.at(-1)).toEqual(['REJECTED', 'helperName HELPERS_UNCLEAR']);
  for (const head of [...cells.map((_cell, at) => `连名${inHan(at)}`), '连名反'])
    expect(await helpersOf(head), head).toEqual([
      { name: main, role: 'MAIN', phone: `****${one.slice(-4)}` },
      { name: other, role: 'ASSISTANT', phone: `****${two.slice(-4)}` },
    ]);
  expect(await helpersOf('连名和')).toMatchObject([{ name: '和某', role: 'MAIN' }]);
  expect(await helpersOf('连名与')).toMatchObject([{ name: '王和平', role: 'MAIN' }]);
  expect(await rows(sql`select name from cadre where length(name) > 5`)).toEqual([]);
});

it('creates no cadre from names written together, unless one of that name exists', async () => {
  const headings = ['帮扶责任人', '帮扶责任人电话', '帮扶单位', '结对时间', '第二责任人', '第二责任人电话'];
  const line = (head: string, cell: string, phone: string | null, second: string | null = null) => [
    ...[...ofHousehold(head), cell, phone, '魏县教育局', '2026-01-05', second, null],
  ];
  const phone = newPhone();
  const results = async (...lines: ReturnType<typeof line>[]) =>
    outcomesOf(await bring(desk, await list(headings, ...lines)));
  expect(
    await results(
      line('连写甲', '车甲仁李二助', newPhone()),
      line('连写乙', '车三李四', null),
      line('连写丙', '车甲仁(第一责任人)李二助王三', null),
      line('连写丁', '车丁仁', newPhone(), '车三李四'),
      line('连写戊', '车甲仁(第一责任人)李二助', null),
      line('连写己', '陈方安生', phone),
    ),
  ).toEqual([
    ...Array(3).fill(['REJECTED', 'helperName HELPERS_UNCLEAR']),
    ['REJECTED', 'assistantName HELPERS_UNCLEAR'],
    ['CREATED'],
    ['REJECTED', 'helperName HELPERS_UNCLEAR'],
  ]);
  expect(await helpersOf('连写戊')).toMatchObject([
    { name: '车甲仁', role: 'MAIN' },
    { name: '李二助', role: 'ASSISTANT' },
  ]);
  expect(await rows(sql`select name from cadre where name like '车%李%' or name like '李%王%'`)).toEqual([]);
  await act(desk, 'createCadre', { divisionCode: countyCode, name: '陈方安生', phone });
  expect(await results(line('连写己', '陈方安生', phone))).toEqual([['CREATED']]);
});

it('reads a label in the cell as the role of the only helper', async () => {
  const headings = ['责任人类型', '帮扶责任人', '帮扶责任人电话', '结对时间'];
  const file = await list(
    headings,
    [...ofHousehold('独助'), null, '李三助(第二责任人)', newPhone(), '2026-01-05'],
    [...ofHousehold('独矛'), '第一责任人', '李三助(第二责任人)', newPhone(), '2026-01-05'],
  );
  expect(outcomesOf(await bring(desk, file))).toEqual([
    ['CREATED'],
    ['REJECTED', 'helperName HELPERS_UNCLEAR'],
  ]);
  expect(await helpersOf('独助')).toMatchObject([{ name: '李三助', role: 'ASSISTANT' }]);
});
