import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf, roster } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring } = importSteps(test, countyCode);
const { rows, act, ofHousehold, ofMember, newHead } = registerActs(test, countyCode);

type Line = readonly (string | null)[];
const members = (...lines: Line[]) =>
  workbook('成员.xlsx', ['户主证件号码', '姓名', '证件类型', '证件号码', '出生日期', '与户主关系'], lines);
const visits = (...lines: Line[]) =>
  workbook(
    '走访.xlsx',
    ['走访日期', '方式', '走访人', '走访人电话', '户主姓名', '户主身份证号', '走访情况', '发现的问题'],
    lines,
  );
const counted = async (query: ReturnType<typeof sql>) => (await rows(query))[0]?.count;

it('a closed household is not re-created by an old roster', async () => {
  const id = residentId();
  const file = await roster({ id, name: '销甲' });
  await bring(desk, file);
  await ofHousehold(desk, id, 'closeHousehold', {
    status: 'CLOSED',
    closedOn: '2026-10-20',
    reason: '全户死亡',
  });
  expect(outcomesOf(await bring(desk, file))).toEqual([['REJECTED', 'headId HOUSEHOLD_CLOSED']]);
  expect(await counted(sql`select count(*)::int from household where head_name = '销甲'`)).toBe(1);
});

it('the dead get no household, membership or visit after their day', async () => {
  const [man, wife] = [residentId('19500101'), residentId('19520101')];
  const phone = newPhone();
  const list = await roster({ id: man, name: '故甲', phone });
  await bring(desk, list);
  const family = await members(
    [man, '故甲', '身份证', man, null, '户主'],
    [man, '妻乙', '身份证', wife, null, '配偶'],
  );
  await bring(desk, family, 'MEMBERS');
  await newHead(desk, wife);
  await ofMember(desk, man, 'memberLeaves', { leftOn: '2026-10-10', reason: 'DEATH' });
  expect(outcomesOf(await bring(desk, list))).toEqual([['REJECTED', 'headId PERSON_DIED']]);
  expect(outcomesOf(await bring(desk, family, 'MEMBERS'))).toEqual([
    ['REJECTED', 'headId PERSON_DIED'],
    ['REJECTED', 'headId PERSON_DIED'],
  ]);
  const ofWife = await members([wife, '故甲', '身份证', man, null, '配偶']);
  expect(outcomesOf(await bring(desk, ofWife, 'MEMBERS'))).toEqual([['REJECTED', 'residentId PERSON_DIED']]);
  const register = await visits(
    ['2026-10-09', '入户', '乙测试', phone, '故甲', man, '正常', null],
    ['2026-10-11', '入户', '乙测试', phone, '故甲', man, '正常', null],
  );
  expect(outcomesOf(await bring(desk, register, 'VISITS'))).toEqual([
    ['CREATED'],
    ['REJECTED', 'headId PERSON_DIED'],
  ]);
  expect(await counted(sql`select count(*)::int from household where head_name in ('故甲', '妻乙')`)).toBe(1);
});

it('re-adds nobody who left, with or without a number, and duplicates no newborn', async () => {
  const [head, son, child] = [residentId(), residentId('19800101'), residentId('20260801')];
  await bring(desk, await roster({ id: head, name: '离甲' }));
  const family = await members(
    [head, '离乙', '身份证', son, null, '之子'],
    [head, '离娃', '暂无证件', null, '2026-08-01', '之女'],
    [head, '离婴', '暂无证件', null, '2026-08-02', '之女'],
  );
  expect(await bring(desk, family, 'MEMBERS')).toMatchObject({ created: 3 });
  await ofMember(desk, son, 'memberLeaves', { leftOn: '2026-10-10', reason: 'SPLIT' });
  const idOf = async (name: string) =>
    `Member:${countyCode}:${(await rows(sql`select id from member where name = ${name}`))[0]?.id}`;
  await act(desk, 'updateMember', {
    id: await idOf('离娃'),
    expectedVersion: 1,
    documentKind: 'RESIDENT_ID',
    residentId: child,
  });
  await act(desk, 'memberLeaves', {
    id: await idOf('离婴'),
    expectedVersion: 1,
    leftOn: '2026-10-10',
    reason: 'DEATH',
  });
  expect(outcomesOf(await bring(desk, family, 'MEMBERS'))).toEqual([
    ['REJECTED', 'residentId MEMBER_LEFT'],
    ['UNCHANGED'],
    ['REJECTED', 'name PERSON_DIED'],
  ]);
  expect(await rows(sql`select document_kind from member where name = '离娃'`)).toEqual([
    { document_kind: 'RESIDENT_ID' },
  ]);
  expect(await counted(sql`select count(*)::int from member where name in ('离乙', '离婴')`)).toBe(2);
  const typo = await members([head, '离娃', '身份证', residentId('20260801'), null, '之女']);
  expect(outcomesOf(await bring(desk, typo, 'MEMBERS'))).toEqual([
    ['REJECTED', 'residentId POSSIBLE_DUPLICATE'],
  ]);
});

it('finds the household of a former head after another member became head', async () => {
  const [man, wife, daughter] = [residentId('19500101'), residentId('19520101'), residentId('19800101')];
  const phone = newPhone();
  const list = await roster({ id: man, name: '前甲', phone });
  await bring(desk, list);
  await bring(desk, await members([man, '前乙', '身份证', wife, null, '配偶']), 'MEMBERS');
  await newHead(desk, wife);
  expect(outcomesOf(await bring(desk, list))).toEqual([['UNCHANGED']]);
  const family = await members(
    [man, '前甲', '身份证', man, null, '户主'],
    [man, '前女', '身份证', daughter, null, '之女'],
    [man, '前媳', '身份证', residentId(), null, '之儿媳'],
  );
  expect(outcomesOf(await bring(desk, family, 'MEMBERS'))).toEqual([
    ['UNCHANGED'],
    ['CREATED'],
    ['REJECTED', 'relation HEAD_CHANGED'],
  ]);
  const register = await visits(['2026-10-15', '入户', '乙测试', phone, '前甲', man, '正常', null]);
  expect(await bring(desk, register, 'VISITS')).toMatchObject({ created: 1 });
  expect(await rows(sql`select head_name from household where head_name in ('前甲', '前乙')`)).toEqual([
    { head_name: '前乙' },
  ]);
  const never = await roster({ id: daughter, name: '前女' });
  expect(outcomesOf(await bring(desk, never))).toEqual([['REJECTED', 'headId DUPLICATE_PERSON']]);
});

it('keeps a visit that was withdrawn or corrected, and does not call a different one unchanged', async () => {
  const id = residentId();
  const phone = newPhone();
  await bring(desk, await roster({ id, name: '访甲', phone }));
  const line = (day: string, ...more: Line) => [day, '入户', '乙测试', phone, '访甲', id, ...more];
  const register = await visits(line('2026-09-01', '登记簿', null), line('2026-09-02', '登记簿', '房屋漏雨'));
  expect(await bring(desk, register, 'VISITS')).toMatchObject({ created: 2 });
  const idOf = async (day: string) =>
    `Visit:${countyCode}:${(await rows(sql`select id from visit where visited_on = ${day}`))[0]?.id}`;
  expect(await bring(desk, register, 'VISITS')).toMatchObject({ unchanged: 2 });
  const others = [line('2026-09-01', '另一说法', null), line('2026-09-02', '登记簿', null)];
  for (const other of others) {
    const outcomes = outcomesOf(await bring(desk, await visits(other), 'VISITS'));
    expect(outcomes).toEqual([['REJECTED', expect.stringMatching(/VISIT_DIFFERS/)]]);
  }
  const byPhone = await visits(['2026-09-01', '电话', '乙测试', phone, '访甲', id, '登记簿', null]);
  expect(outcomesOf(await bring(desk, byPhone, 'VISITS'))).toEqual([['REJECTED', 'mode VISIT_DIFFERS']]);
  await act(desk, 'withdrawVisit', { id: await idOf('2026-09-01'), reason: '没有此事' });
  await act(desk, 'correctVisit', {
    id: await idOf('2026-09-02'),
    expectedVersion: 1,
    visitedOn: '2026-09-03',
    reason: '日期写错',
  });
  expect(outcomesOf(await bring(desk, register, 'VISITS'))).toEqual([
    ['REJECTED', 'visitedOn VISIT_WITHDRAWN'],
    ['REJECTED', 'visitedOn VISIT_CORRECTED'],
  ]);
  expect(
    await counted(sql`select count(*)::int from visit where status = 'VALID' and household_id in
    (select id from household where head_name = '访甲')`),
  ).toBe(1);
});

it('assigns a visit to the household that the person headed that day', async () => {
  const [man, other] = [residentId(), residentId()];
  const [phone, another] = [newPhone(), newPhone()];
  await bring(desk, await roster({ id: man, name: '并甲', phone }));
  await bring(desk, await roster({ id: other, name: '并乙', phone: another, helper: '丙测试' }));
  const [into] = await rows(sql`select id from household where head_name = '并乙'`);
  await ofHousehold(desk, man, 'mergeHousehold', {
    intoId: `Household:${countyCode}:${into?.id}`,
    mergedOn: '2026-10-01',
    reason: '父子合户',
  });
  const register = await visits(
    ['2026-09-15', '入户', '乙测试', phone, '并甲', man, '合户前', null],
    ['2026-10-15', '入户', '丙测试', another, '并甲', man, '合户后', null],
  );
  expect(await bring(desk, register, 'VISITS')).toMatchObject({ created: 2 });
  expect(
    await rows(sql`select findings, head_name from visit join household on household.id = household_id
      where findings like '合户%' order by visited_on`),
  ).toEqual([
    { findings: '合户前', head_name: '并甲' },
    { findings: '合户后', head_name: '并乙' },
  ]);
  const old = await roster({ id: man, name: '并甲', phone });
  expect(outcomesOf(await bring(desk, old))).toEqual([['REJECTED', 'headId HOUSEHOLD_MERGED']]);
});
