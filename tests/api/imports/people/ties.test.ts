import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf, roster } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile, startBatch } = importSteps(test, countyCode);
const { rows, act } = registerActs(test, countyCode);

interface Refused {
  code?: string;
  columns?: { missing: string[]; missingOneOf: string[][][] };
}
interface Warned {
  importBatch: { rows: { nodes: { rowNumber: number; warnings: { code: string }[] }[] } };
}
const doublesOf = async (id: string | undefined) => {
  const answer = await test.send<Warned>(
    `query ($id: ID!) { importBatch(id: $id) { rows(filter: { hasWarnings: true }) {
      nodes { rowNumber warnings { column code value } } } } }`,
    { id },
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  const rows = answer.data?.importBatch.rows.nodes ?? [];
  return rows.flatMap(({ rowNumber, warnings }) =>
    warnings.filter(({ code }) => code === 'LIKELY_DOUBLE').map((warning) => ({ rowNumber, ...warning })),
  );
};

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

it('finds a household by its national number, and refuses a contradicting number', async () => {
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
    ['REJECTED', 'householdNumber NEW_HOUSEHOLD_NEEDS_ID'],
    ['REJECTED', 'householdNumber HOUSEHOLD_NUMBER_DIFFERS'],
  ]);
});

it('finds a head by name and birth date, and asks where several match', async () => {
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
    ['REJECTED', 'headName NEW_HOUSEHOLD_NEEDS_ID'],
    ['REJECTED', 'headId HOUSEHOLD_NOT_TOLD'],
  ]);
});

it('refuses a sheet that does not identify households, and says how it could', async () => {
  const refusalOf = async (kind: string, ...columns: string[]) => {
    const answer = await checkFile(
      desk,
      await workbook('缺列.xlsx', columns, [columns.map(() => '某')]),
      kind,
    );
    const [error] = answer.errors ?? [];
    const extensions: Refused = error?.extensions ?? {};
    return [extensions.code, extensions.columns?.missing, extensions.columns?.missingOneOf];
  };
  const ways = [['headId'], ['householdNumber'], ['headName', 'headBirthOn']];
  const refused = ['REQUIRED_COLUMN_MISSING', ['headId'], [ways]];
  expect(await refusalOf('ROSTER', '行政村', '户主姓名', '帮扶责任人', '结对时间')).toEqual(refused);
  expect(await refusalOf('MEMBERS', '户主姓名', '姓名', '证件号码', '与户主关系')).toEqual(refused);
  expect(await refusalOf('VISITS', '走访日期', '走访人', '户主出生日期')).toEqual(refused);
  expect(await refusalOf('VISITS', '走访日期', '走访人', '户主姓名', '户主出生日期')).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const answer = await test.send<{ checkImport: { importBatch: { columns: { known: object[] } } } }>(
    `mutation ($input: CheckImportInput!) { checkImport(input: $input) { importBatch {
      columns { known { key isRequired oneOf along } } } } }`,
    {
      input: {
        kind: 'ROSTER',
        countyCode,
        fileId: await uploaded(test, countyCode, desk.userId, await roster({})),
      },
    },
    desk.session,
  );
  expect(answer.data?.checkImport.importBatch.columns.known).toEqual(
    expect.arrayContaining([
      { key: 'village', isRequired: true, oneOf: null, along: null },
      { key: 'headId', isRequired: false, oneOf: 'household', along: null },
      { key: 'headBirthOn', isRequired: false, oneOf: 'household', along: 'headName' },
    ]),
  );
});

it('names, in dry run and import, people who may be on record in the county under another number', async () => {
  const head = residentId('19400101');
  const twins = [residentId('19610101'), residentId('19610101'), residentId('19610101')];
  await bring(desk, await roster({ name: '重名甲', id: twins[0], village: '东关村' }));
  const file = await roster(
    { name: '重名甲', id: twins[1] },
    { name: '重名乙', id: twins[2] },
    { name: '重名乙', id: residentId('19610101') },
    { name: '重名甲', id: residentId('19620101') },
  );
  const batch = (await checkFile(desk, file)).data?.checkImport.importBatch;
  expect(batch).toMatchObject({ created: 4 });
  const double = { column: 'headName', code: 'LIKELY_DOUBLE' };
  const found = [
    { rowNumber: 2, ...double, value: '重名甲' },
    { rowNumber: 4, ...double, value: '重名乙' },
  ];
  expect(await doublesOf(batch?.id)).toEqual(found);
  // They are also in the result of an import started without reading the dry run.
  await startBatch(desk, batch?.id ?? '');
  expect(await doublesOf(batch?.id)).toEqual(found);
  await bring(desk, await roster({ name: '重员户', id: head }));
  const members = await workbook(
    '成员.xlsx',
    ['户主证件号码', '姓名', '证件号码', '与户主关系'],
    [[head, '重名甲', residentId('19610101'), '其他']],
  );
  expect(await doublesOf((await bring(desk, members, 'MEMBERS')).id)).toEqual([
    { rowNumber: 2, column: 'name', code: 'LIKELY_DOUBLE', value: '重名甲' },
  ]);
});

it('recognises the name of a village from before a merger', async () => {
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

it('finds the household of a member by its number, or by the head in the same list', async () => {
  const [head, son, other] = [residentId('19500101'), residentId('19800101'), residentId('19510101')];
  await bring(desk, await roster({ name: '户甲', id: head }));
  await bring(desk, await roster({ name: '户乙', id: other }));
  const columns = ['户编号', '姓名', '证件号码', '与户主关系', '行政村'];
  const family = (...lines: string[][]) => workbook('成员导出.xlsx', columns, lines);
  const national = await family(
    ['1304347001', '户甲', head, '户主', '南关村'],
    ['1304347001', '户子', son, '之子', '南关村'],
    ['1304347002', '户丁', residentId(), '之女', '南关村'],
    ['1304347001', '户女', residentId(), '之女', '魏城镇西关村'],
  );
  expect(outcomesOf(await bring(desk, national, 'MEMBERS')).slice(0, 3)).toEqual([
    ['UPDATED'],
    ['CREATED'],
    ['REJECTED', 'householdNumber HOUSEHOLD_UNKNOWN'],
  ]);
  const later = await family(['1304347001', '户孙', residentId('20100101'), '之孙子', '']);
  expect(outcomesOf(await bring(desk, later, 'MEMBERS'))).toEqual([['CREATED']]);
  const wrong = await family(['1304347001', '户乙', other, '户主', '']);
  expect(outcomesOf(await bring(desk, wrong, 'MEMBERS'))).toEqual([
    ['REJECTED', 'residentId DUPLICATE_PERSON'],
  ]);
});

it("refuses members and visits with another village than the household's, except before it moved", async () => {
  const id = residentId('19520101');
  const phone = newPhone();
  await bring(desk, await roster({ name: '迁甲', id, phone }));
  const member = (village: string) =>
    workbook(
      '成员.xlsx',
      ['户主证件号码', '姓名', '证件号码', '与户主关系', '乡镇', '行政村'],
      [[id, '迁女', residentId('19790101'), '之女', '德政镇', village]],
    );
  expect(outcomesOf(await bring(desk, await member('德一村'), 'MEMBERS'))).toEqual([
    ['REJECTED', 'village VILLAGE_MISMATCH'],
  ]);
  expect(outcomesOf(await bring(desk, await member('无名庄'), 'MEMBERS'))).toEqual([
    ['REJECTED', 'village VILLAGE_UNKNOWN'],
  ]);
  const visit = (day: string, township: string, village: string) =>
    workbook(
      '走访.xlsx',
      ['走访日期', '走访人', '走访人电话', '户主姓名', '户主身份证号', '乡镇', '行政村', '走访情况'],
      [[day, '乙测试', phone, '迁甲', id, township, village, '正常']],
    );
  expect(outcomesOf(await bring(desk, await visit('2026-10-01', '德政镇', '德一村'), 'VISITS'))).toEqual([
    ['REJECTED', 'village VILLAGE_MISMATCH'],
  ]);
  const moved = await roster({ name: '迁甲', id, phone, township: '德政镇', village: '德一村' });
  expect(outcomesOf(await bring(desk, moved, 'ROSTER', { asOf: '2026-11-10' }))).toEqual([['UPDATED']]);
  expect(outcomesOf(await bring(desk, await visit('2026-10-01', '魏城镇', '南关村'), 'VISITS'))).toEqual([
    ['CREATED'],
  ]);
  test.clock.set('2026-11-20T04:00:00Z');
  expect(outcomesOf(await bring(desk, await visit('2026-11-15', '魏城镇', '南关村'), 'VISITS'))).toEqual([
    ['REJECTED', 'village VILLAGE_MISMATCH'],
  ]);
});
