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
const { rows, ofMember } = registerActs(test, countyCode);

const householdsOf = async (name: string) =>
  (await rows(sql`select count(*)::int from household where head_name = ${name}`))[0]?.count;

it.each([
  ['the same birth date', residentId('19500101')],
  ['another birth date', residentId('19510203')],
])(
  'recognises a head by the number before its correction, to %s: no list creates a second household',
  async (_what, right) => {
    const wrong = residentId('19500101');
    const name = `更${right.slice(6, 14) === '19510203' ? '甲' : '乙'}`;
    const phone = newPhone();
    const list = await roster({ id: wrong, name, phone });
    await bring(desk, list);
    await ofMember(desk, wrong, 'updateMember', { residentId: right });
    const refused = [['REJECTED', 'headId RESIDENT_ID_CORRECTED']];
    expect(outcomesOf(await bring(desk, list))).toEqual(refused);
    expect(outcomesOf(await bring(desk, list, 'ROSTER', { asOf: '2026-11-10' }))).toEqual(refused);
    const family = await workbook(
      '成员.xlsx',
      ['户主证件号码', '姓名', '证件类型', '证件号码', '与户主关系'],
      [
        [wrong, '更女', '身份证', residentId('19790101'), '之女'],
        [right, name, '身份证', wrong, '户主'],
      ],
    );
    expect(outcomesOf(await bring(desk, family, 'MEMBERS'))).toEqual([
      ['REJECTED', 'headId RESIDENT_ID_CORRECTED'],
      ['REJECTED', 'residentId RESIDENT_ID_CORRECTED'],
    ]);
    const register = await workbook(
      '走访.xlsx',
      ['走访日期', '走访人', '走访人电话', '户主姓名', '户主身份证号', '走访情况'],
      [['2026-10-09', '乙测试', phone, name, wrong, '正常']],
    );
    expect(outcomesOf(await bring(desk, register, 'VISITS'))).toEqual(refused);
    expect(await householdsOf(name)).toBe(1);
    expect(outcomesOf(await bring(desk, await roster({ id: right, name, phone })))).toEqual([['UNCHANGED']]);
  },
);

it('refuses to add anyone by hand under a corrected number, except its owner', async () => {
  const [wrong, right] = [residentId('19520101'), residentId('19520301')];
  await bring(desk, await roster({ id: wrong, name: '更戊' }));
  await ofMember(desk, wrong, 'updateMember', { residentId: right });
  const [village] = await rows(
    sql`select code from division where name like '南关%' and code like ${`${countyCode}%`} limit 1`,
  );
  const create = (headName: string) =>
    test.send(
      'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }',
      { input: { villageCode: village?.code, headName, headResidentId: wrong, category: 'UNSTABLE' } },
      desk.session,
    );
  expect((await create('更戊')).errors?.[0]?.extensions).toMatchObject({
    code: 'RESIDENT_ID_CORRECTED',
    fields: { 'input.headResidentId': { code: 'RESIDENT_ID_CORRECTED' } },
  });
  expect((await create('更己')).errors).toBeUndefined();
  // Corrected back, it is the same person.
  const own = [residentId('19530101'), residentId('19530301')] as const;
  await bring(desk, await roster({ id: own[0], name: '更壬' }));
  await ofMember(desk, own[0], 'updateMember', { residentId: own[1] });
  await ofMember(desk, own[1], 'updateMember', { residentId: own[0] });
});

it('a number belongs to its current owner after it was corrected for somebody else', async () => {
  const [ofOther, right] = [residentId('19600101'), residentId('19610101')];
  await bring(desk, await roster({ id: ofOther, name: '更丙' }));
  await ofMember(desk, ofOther, 'updateMember', { residentId: right });
  const list = await roster({ id: ofOther, name: '更丁' });
  expect(outcomesOf(await bring(desk, list))).toEqual([['CREATED']]);
  await ofMember(desk, right, 'updateMember', { name: '更己' });
  // Found by the current number, whoever had it before.
  expect(outcomesOf(await bring(desk, list))).toEqual([['UNCHANGED']]);
});

it('recognises a head whose number and name were corrected together by the former pair', async () => {
  const [wrong, right] = [residentId('19640101'), residentId('19640301')];
  const list = await roster({ id: wrong, name: '更错名' });
  await bring(desk, list);
  await ofMember(desk, wrong, 'updateMember', { residentId: right, name: '更正名' });
  const refused = [['REJECTED', 'headId RESIDENT_ID_CORRECTED']];
  expect(outcomesOf(await bring(desk, list))).toEqual(refused);
  await ofMember(desk, right, 'updateMember', { name: '更又名' });
  for (const name of ['更错名', '更正名', '更又名'])
    expect(outcomesOf(await bring(desk, await roster({ id: wrong, name }))), name).toEqual(refused);
  const [village] = await rows(
    sql`select code from division where name like '南关%' and code like ${`${countyCode}%`} limit 1`,
  );
  const byHand = await test.send(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }',
    {
      input: { villageCode: village?.code, headName: '更错名', headResidentId: wrong, category: 'UNSTABLE' },
    },
    desk.session,
  );
  expect(byHand.errors?.[0]?.extensions).toMatchObject({ code: 'RESIDENT_ID_CORRECTED' });
  // A name that no holder of this number ever had is another person.
  expect(outcomesOf(await bring(desk, await roster({ id: wrong, name: '更他人' })))).toEqual([['CREATED']]);
});

it('stores former numbers only as hashes, and deletes them with the person', async () => {
  const [wrong, right] = [residentId('19620101'), residentId('19630101')];
  await bring(desk, await roster({ id: wrong, name: '更庚' }));
  await ofMember(desk, wrong, 'updateMember', { residentId: right });
  const kept = await rows(sql`
    select length(former.resident_id_hash) as length from former_resident_id as former
    join member on member.id = member_id where name = '更庚'`);
  expect(kept).toEqual([{ length: 32 }]);
  await ofMember(desk, right, 'updateMember', { phone: newPhone() });
  expect(
    await rows(sql`select from former_resident_id join member on member.id = member_id where name = '更庚'`),
  ).toHaveLength(1);
});
