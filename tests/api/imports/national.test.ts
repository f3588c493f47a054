import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf, roster } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring } = importSteps(test, countyCode);

const rows = (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
  test.owner.db.execute(query);
type Line = readonly (string | null)[];
const phone = newPhone();
const helper = ['国表干部', phone, '2026-01-05'];
const national = (...lines: Line[]) =>
  workbook(
    '系统导出.xlsx',
    ['乡镇', '行政村', '户编号', '户主姓名', '户主出生日期', '帮扶责任人', '电话', '结对时间'],
    lines.map((line) => ['魏城镇', '南关村', ...line, ...helper]),
  );
const ofBirth = (kind: 'MEMBERS' | 'VISITS', ...lines: Line[]) =>
  kind === 'MEMBERS'
    ? workbook('成员.xlsx', ['户编号', '户主姓名', '户主出生日期', '姓名', '证件号码', '与户主关系'], lines)
    : workbook('走访.xlsx', ['户编号', '户主姓名', '户主出生日期', '走访日期', '走访人', '走访情况'], lines);
const household = (name: string, birth: string, village = '南关村') =>
  roster({ name, village, id: residentId(birth), helper: '国表干部', phone, unit: '', from: '2026-01-05' });

it("refuses an unknown household in a list without the head's identity number, and says what is missing", async () => {
  const before = await rows(sql`select count(*)::int from household`);
  const file = await national(['1304348001', '新甲', '1950-01-01'], ['1304348002', '新乙', null]);
  expect(outcomesOf(await bring(desk, file))).toEqual([
    ['REJECTED', 'householdNumber NEW_HOUSEHOLD_NEEDS_ID'],
    ['REJECTED', 'householdNumber NEW_HOUSEHOLD_NEEDS_ID'],
  ]);
  expect(await rows(sql`select count(*)::int from household`)).toEqual(before);
});

it('adds the number to a household on record where name and birth date of the head match and it has none', async () => {
  await bring(desk, await household('国甲', '19500101'));
  await bring(desk, await household('国乙', '19510101'));
  await bring(desk, await household('国乙', '19510101'));
  const file = await national(['1304348011', '国甲', '1950-01-01'], ['1304348012', '国乙', '1951-01-01']);
  expect(outcomesOf(await bring(desk, file))).toEqual([
    ['UPDATED'],
    ['REJECTED', 'householdNumber HOUSEHOLD_AMBIGUOUS'],
  ]);
  expect(await rows(sql`select number from household where head_name = '国甲'`)).toEqual([
    { number: '1304348011' },
  ]);
  // Of two with the same name and birth date, the one in the row's village is meant.
  await bring(desk, await household('国戊', '19540101'));
  await bring(desk, await household('国戊', '19540101', '东关村'));
  const near = await national(['1304348013', '国戊', '1954-01-01']);
  expect(outcomesOf(await bring(desk, near))).toEqual([['UPDATED']]);
  // By now it has another number than a second list says.
  const other = await national(['1304348019', '国甲', '1950-01-01']);
  expect(outcomesOf(await bring(desk, other))).toEqual([
    ['REJECTED', 'householdNumber NEW_HOUSEHOLD_NEEDS_ID'],
  ]);
});

it('finds households of members and visits by name and birth date of the head, and by household number', async () => {
  await bring(desk, await household('国丙', '19520101'));
  await bring(desk, await household('国丁', '19530101'));
  await bring(desk, await household('国丁', '19530101'));
  await bring(desk, await national(['1304348021', '国丙', '1952-01-01']));
  const members = await ofBirth(
    'MEMBERS',
    [null, '国丙', '1952-01-01', '国丙子', residentId('19800101'), '之子'],
    [null, '国丙', '1952-01-02', '国丙孙', residentId('20050101'), '之孙子'],
    [null, '国丁', '1953-01-01', '国丁子', residentId('19810101'), '之子'],
    ['1304348021', null, null, '国丙女', residentId('19820101'), '之女'],
    ['1304348021', '国丁', null, '国丁女', residentId('19830101'), '之女'],
  );
  expect(outcomesOf(await bring(desk, members, 'MEMBERS'))).toEqual([
    ['CREATED'],
    ['REJECTED', 'headName HOUSEHOLD_UNKNOWN'],
    ['REJECTED', 'headName HOUSEHOLD_AMBIGUOUS'],
    ['CREATED'],
    ['REJECTED', 'headName NAME_MISMATCH'],
  ]);
  const id = residentId('19550101');
  await bring(desk, await roster({ name: '国己', id }));
  await bring(
    desk,
    await workbook(
      '定号.xlsx',
      ['户编号', '户主证件号码', '姓名', '证件号码', '与户主关系'],
      [['1304348041', id, '国己', id, '户主']],
    ),
    'MEMBERS',
  );
  const contradiction = await workbook(
    '两处.xlsx',
    ['户编号', '户主证件号码', '姓名', '证件号码', '与户主关系'],
    [['1304348021', id, '国己子', residentId('19850101'), '之子']],
  );
  expect(outcomesOf(await bring(desk, contradiction, 'MEMBERS'))).toEqual([
    ['REJECTED', 'householdNumber HOUSEHOLD_NUMBER_DIFFERS'],
  ]);
  const visits = await ofBirth(
    'VISITS',
    [null, '国丙', '1952-01-01', '2026-05-01', '国表干部', '正常'],
    ['1304348021', null, null, '2026-06-01', '国表干部', '正常'],
    ['1304348021', '国丁', null, '2026-06-02', '国表干部', '正常'],
    [null, '国丙', '1952-01-02', '2026-06-03', '国表干部', '正常'],
    [null, '国丁', '1953-01-01', '2026-06-04', '国表干部', '正常'],
    ['1304348029', null, null, '2026-06-05', '国表干部', '正常'],
    // A visit register may name another member beside the household number.
    ['1304348021', '国丙女', null, '2026-06-06', '国表干部', '正常'],
  );
  expect(outcomesOf(await bring(desk, visits, 'VISITS'))).toEqual([
    ['CREATED'],
    ['CREATED'],
    ['REJECTED', 'headName NAME_MISMATCH'],
    ['REJECTED', 'headName HOUSEHOLD_UNKNOWN'],
    ['REJECTED', 'headName HOUSEHOLD_AMBIGUOUS'],
    ['REJECTED', 'householdNumber HOUSEHOLD_UNKNOWN'],
    ['CREATED'],
  ]);
  const visited = sql`select distinct head_name from visit join household on household.id = household_id`;
  expect(await rows(visited)).toEqual([{ head_name: '国丙' }]);
});
