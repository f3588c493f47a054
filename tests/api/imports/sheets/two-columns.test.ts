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

const rows = (query: ReturnType<typeof sql>) => test.owner.db.execute(query);
const visits = (...lines: string[][]) =>
  workbook('走访.xlsx', ['走访日期', '走访人', '走访人电话', '户主姓名', '户主身份证号'], lines);

it('compares name and number in every list', async () => {
  const [head, daughter] = [residentId(), residentId('19750106')];
  const phone = newPhone();
  await bring(desk, await roster({ id: head, name: '项己', phone }));
  const heading = ['户主姓名', '户主证件号码', '姓名', '证件号码', '与户主关系'];
  const family = (...line: string[]) => workbook('成员.xlsx', heading, [line]);
  await bring(desk, await family('项己', head, '项小芳', daughter, '之女'), 'MEMBERS');
  const pasted = [
    await bring(desk, await roster({ id: head, name: '覃阿妹', phone })),
    await bring(desk, await family('项己', head, '完全另一人', daughter, '之女'), 'MEMBERS'),
    await bring(desk, await family('覃阿妹', head, '项小芳', daughter, '之女'), 'MEMBERS'),
    await bring(desk, await visits(['2026-10-12', '乙测试', phone, '第三个名字', head]), 'VISITS'),
  ];
  expect(pasted.map(outcomesOf)).toEqual([
    [['REJECTED', 'headName NAME_MISMATCH']],
    [['REJECTED', 'name NAME_MISMATCH']],
    [['REJECTED', 'headName NAME_MISMATCH']],
    [['REJECTED', 'headName NAME_MISMATCH']],
  ]);
  const spaced = await bring(desk, await roster({ id: head, name: '项　己', phone }));
  expect(outcomesOf(spaced)).toEqual([['UNCHANGED']]);
  expect([...(await rows(sql`select name from member order by name`))]).toEqual([
    { name: '项小芳' },
    { name: '项己' },
  ]);
});

it('credits a visit to nobody if only one of name and phone matches', async () => {
  const head = residentId();
  const phone = newPhone();
  await bring(desk, await roster({ id: head, phone, helper: '车甲' }));
  await bring(desk, await roster({ helper: '车乙' }));
  const wrong = await bring(desk, await visits(['2026-10-12', '车乙', phone, '甲测试', head]), 'VISITS');
  expect(outcomesOf(wrong)).toEqual([['REJECTED', 'helperPhone PHONE_OF_OTHER_CADRE']]);
});

it('does not transfer from a helper to themselves because of a new phone', async () => {
  const id = residentId();
  await bring(desk, await roster({ id, helper: '号新', phone: newPhone() }));
  const file = { id, helper: '号新', phone: newPhone(), from: '2025-01-01' };
  expect(outcomesOf(await bring(desk, await roster(file)))).toEqual([
    ['REJECTED', 'helperPhone CADRE_PHONE_DIFFERS'],
  ]);
  expect([...(await rows(sql`select count(*)::int as count from cadre where name = '号新'`))]).toEqual([
    { count: 1 },
  ]);
});

it('does not call a pairing unchanged that begins on another day in the list', async () => {
  const line = { id: residentId(), helper: '起日', phone: newPhone() };
  await bring(desk, await roster({ ...line, from: '2024-03-01' }));
  expect(outcomesOf(await bring(desk, await roster({ ...line, from: '2024-04-01' })))).toEqual([
    ['REJECTED', 'startedOn PAIRING_START_DIFFERS'],
  ]);
});
