import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf, roster } from '#tests/factories/imports.ts';
import { loadCounties } from '#tests/factories/national-divisions.ts';
import { type Person, signedIn } from '#tests/factories/people.ts';
import { registerActs } from '#tests/factories/register-acts.ts';
import { residentId } from '#tests/factories/resident-ids.ts';
import { workbook } from '#tests/factories/sheets.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { bring, checkFile } = importSteps(test, countyCode);
const { rows, act } = registerActs(test, countyCode);
let desk: Person;

beforeAll(async () => {
  await loadCounties(test, countyCode);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
});

const headings = [
  '乡镇',
  '行政村',
  '户编号',
  '户主姓名',
  '出生日期',
  '身份证号',
  '帮扶责任人',
  '电话',
  '结对时间',
];
const list = (...lines: (string | null)[][]) => workbook('户编号.xlsx', headings, lines);
const line = (
  number: string | null,
  name: string,
  birth: string | null,
  id: string | null,
  helper: string[],
) => [...['魏城镇', '南关村', number, name, birth, id], ...[...helper, '2026-01-05']];

it('finds a household by its number in the national system, and refuses a number that is another one', async () => {
  const [id, other] = [residentId(), residentId()];
  const helper = ['编号干部', newPhone()];
  const first = await list(
    line('1304340001', '编甲', null, id, helper),
    line('1304340002', '编乙', null, other, helper),
  );
  expect(outcomesOf(await bring(desk, first))).toEqual([['CREATED'], ['CREATED']]);
  expect(await rows(sql`select number from household where head_name like '编_' order by number`)).toEqual([
    { number: '1304340001' },
    { number: '1304340002' },
  ]);
  const byNumber = await list(
    line('1304340001', '编甲', null, null, helper),
    line('1304340002', '编丙', null, null, helper),
    line('1304340009', '编丁', null, null, helper),
    line('1304340001', '编乙', null, other, helper),
  );
  expect(outcomesOf(await bring(desk, byNumber))).toEqual([
    ['UNCHANGED'],
    ['REJECTED', 'headName NAME_MISMATCH'],
    ['REJECTED', 'householdNumber HOUSEHOLD_UNKNOWN'],
    ['REJECTED', 'householdNumber HOUSEHOLD_NUMBER_DIFFERS'],
  ]);
});

it('finds a head by name and birth date, and asks where several are meant', async () => {
  const helper = ['生日干部', newPhone()];
  const twin = () => roster({ name: '生乙', id: residentId('19600203') });
  await bring(
    desk,
    await roster({ name: '生甲', id: residentId('19600101'), helper: '生日干部', phone: helper[1] }),
  );
  await bring(desk, await twin());
  await bring(desk, await twin());
  const file = await list(
    line(null, '生甲', '1960-01-01', null, helper),
    line(null, '生乙', '1960-02-03', null, helper),
    line(null, '生丙', '1960-02-03', null, helper),
    line(null, '生丙', null, null, helper),
  );
  expect(outcomesOf(await bring(desk, file))).toEqual([
    ['REJECTED', 'startedOn PAIRING_START_DIFFERS'],
    ['REJECTED', 'headName HOUSEHOLD_AMBIGUOUS'],
    ['REJECTED', 'headName HOUSEHOLD_UNKNOWN'],
    ['REJECTED', 'headId REQUIRED_MISSING'],
  ]);
});

it('names in the dry run who may be in the county already under another number', async () => {
  const twins = [residentId('19610101'), residentId('19610101'), residentId('19610101')];
  await bring(desk, await roster({ name: '重名甲', id: twins[0], village: '东关村' }));
  const file = await roster(
    { name: '重名甲', id: twins[1] },
    { name: '重名乙', id: twins[2] },
    { name: '重名乙', id: residentId('19610101') },
    { name: '重名甲', id: residentId('19620101') },
  );
  const batch = (await checkFile(desk, file)).data?.checkImport.importBatch;
  const answer = await test.send(
    `query ($id: ID!) { importBatch(id: $id) { rows(filter: { hasWarnings: true }) {
      nodes { rowNumber warnings { column code value } } } } }`,
    { id: batch?.id },
    desk.session,
  );
  const double = { column: 'headName', code: 'LIKELY_DOUBLE' };
  expect(batch).toMatchObject({ created: 4 });
  expect(JSON.stringify(answer.data).match(/LIKELY_DOUBLE/g)).toHaveLength(2);
  expect(answer.data).toMatchObject({
    importBatch: {
      rows: {
        nodes: expect.arrayContaining([
          { rowNumber: 2, warnings: expect.arrayContaining([{ ...double, value: '重名甲' }]) },
          { rowNumber: 4, warnings: expect.arrayContaining([{ ...double, value: '重名乙' }]) },
        ]),
      },
    },
  });
});

it('understands the name of a village from before a merger', async () => {
  const codeOf = async (name: string) =>
    String(
      (
        await rows(sql`select code from division where name like ${`${name}%`} and code like '130434100%'
          and level = 'VILLAGE'`)
      )[0]?.code,
    );
  const [oldCode, newCode] = [await codeOf('东关'), await codeOf('南关')];
  await act(await signedIn(test, 'SYSTEM_ADMINISTRATOR', countyCode), 'moveDivisions', {
    changes: [{ oldCode, newCode, effectiveOn: '2026-11-01' }],
  });
  expect(outcomesOf(await bring(desk, await roster({ name: '并村户', village: '东关村' })))).toEqual([
    ['CREATED'],
  ]);
  expect(await rows(sql`select village_code from household where head_name = '并村户'`)).toEqual([
    { village_code: newCode },
  ]);
});
