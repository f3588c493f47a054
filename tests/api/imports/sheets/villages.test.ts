import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importSteps, newPhone, outcomesOf, roster } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring } = importSteps(test, countyCode);
const { rows, act, ofHousehold } = registerActs(test, countyCode);
const [there, elsewhere] = [
  { township: '魏城镇', village: '南关村' },
  { township: '德政镇', village: '德一村' },
];
type Place = typeof there;

async function codeOf({ township, village }: Place): Promise<string> {
  const name = `${village.slice(0, 2)}%`;
  const [found] = await rows(sql`select village.code from division as village
    join division as township on township.code = village.parent_code
    where village.name like ${name} and township.name = ${township} and village.code like ${`${countyCode}%`}`);
  return String(found?.code);
}

/** A household in the first village, with the results of visit register lines about it. */
async function home(name: string, birthOn: string) {
  const [id, phone] = [residentId(birthOn), newPhone()];
  await bring(desk, await roster({ id, name, phone, ...there }), 'ROSTER', { asOf: '2026-01-31' });
  const visits = async (...lines: [day: string, place: Place][]) => {
    const list = await workbook(
      '走访.xlsx',
      ['走访日期', '走访人', '走访人电话', '户主姓名', '户主身份证号', '乡镇', '行政村', '走访情况'],
      lines.map(([day, { township, village }]) => [
        ...[day, '乙测试', phone, name, id],
        ...[township, village, '正常'],
      ]),
    );
    return outcomesOf(await bring(desk, list, 'VISITS')).map(([result, ...faults]) => faults[0] ?? result);
  };
  const move = async (to: Place, effectiveOn: string) =>
    ofHousehold(desk, id, 'moveHousehold', { villageCode: await codeOf(to), effectiveOn });
  return { id, phone, name, visits, move };
}
const mismatch = 'village VILLAGE_MISMATCH';

it('accepts a visit only in the village where the household lived that day, whenever it was recorded', async () => {
  const { visits, move } = await home('迁丙', '19640101');
  await move(elsewhere, '2026-09-01');
  expect(
    await visits(
      ['2026-10-12', there],
      ['2026-08-12', there],
      ['2026-10-13', elsewhere],
      ['2026-08-02', elsewhere],
    ),
  ).toEqual([mismatch, 'CREATED', 'CREATED', mismatch]);
  await move(there, '2026-10-20');
  expect(
    await visits(
      ['2026-09-15', there],
      ['2026-09-16', elsewhere],
      ['2026-10-25', elsewhere],
      ['2026-10-26', there],
      ['2026-08-02', elsewhere],
    ),
  ).toEqual([mismatch, 'CREATED', mismatch, 'CREATED', mismatch]);
});

it('accepts a village where the household lived then, though it was abolished since', async () => {
  const { visits, move } = await home('迁戊', '19660101');
  await move(elsewhere, '2026-09-01');
  await move(there, '2026-10-20');
  const changes = [
    {
      oldCode: await codeOf(elsewhere),
      newCode: await codeOf({ township: '德政镇', village: '德二村' }),
      effectiveOn: '2026-11-01',
    },
  ];
  await act(await signedIn(test, 'SYSTEM_ADMINISTRATOR', countyCode), 'moveDivisions', { changes });
  expect(await visits(['2026-09-16', elsewhere], ['2026-10-25', elsewhere])).toEqual(['CREATED', mismatch]);
});

it("takes the list's day as the day of the move, and without one accepts both villages until the list came", async () => {
  const dated = await home('迁己', '19670101');
  const undated = await home('迁庚', '19680101');
  const [east, south] = [{ ...there, village: '东关村' }, there];
  await bring(desk, await roster({ ...dated, ...east }), 'ROSTER', { asOf: '2026-09-01' });
  expect(await dated.visits(['2026-08-12', east], ['2026-08-13', south], ['2026-09-12', south])).toEqual([
    ...[mismatch, 'CREATED', mismatch],
  ]);
  await bring(desk, await roster({ ...undated, ...east }));
  expect(await undated.visits(['2026-08-12', south], ['2026-08-13', east])).toEqual(['CREATED', 'CREATED']);
});
