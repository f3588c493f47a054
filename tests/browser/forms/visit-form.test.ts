import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { visitCheck, visit as visitTable } from '#schema/visit/visit.table.ts';
import { consoleApp, countyCode, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';
import { anyVillage } from '#tests/factories/places/national-divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';

const app = consoleApp();
let home: MadeHousehold;
let other: MadeHousehold;
let corrected: MadeHousehold;

beforeAll(async () => {
  if (!app.canRun) return;
  const villageCode = await anyVillage(app.test);
  const cadre = await makeCadre(app.test, { countyCode, name: '甲干部' });
  home = await makeHousehold(app.test, { villageCode, headName: '方一一' });
  other = await makeHousehold(app.test, { villageCode, headName: '孔二二' });
  corrected = await makeHousehold(app.test, { villageCode, headName: '孔二三' });
  for (const household of [home, other, corrected])
    await makePairing(app.test, { household, cadre, villageCode });
});

const form = (page: Page, household: MadeHousehold) =>
  visit(
    page,
    `/visits/create?source=${encodeURIComponent(JSON.stringify({ householdId: household.globalId }))}`,
  );
const visitsOf = ({ id }: MadeHousehold) =>
  app.test.owner.db.select().from(visitTable).where(eq(visitTable.householdId, id));
const checksOf = (visitId: string | undefined) =>
  app.test.owner.db
    .select()
    .from(visitCheck)
    .where(eq(visitCheck.visitId, visitId ?? ''));

it('answers no item by default, refuses an empty visit, and asks about a second one on the day', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await form(page, home);
  await page.getByText('帮扶联系人:').waitFor();
  const marks = page.getByRole('group', { name: '两不愁三保障' }).getByRole('radio');
  expect(await marks.count()).toBeGreaterThan(12);
  for (const mark of await marks.all()) expect(await mark.isChecked()).toBe(false);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('请填写走访情况，或逐项确认“两不愁三保障”核查结果').first().waitFor();
  expect(await visitsOf(home)).toHaveLength(0);

  await page.getByRole('button', { name: '已逐项核查，全部达标' }).click();
  // In the console's words, at the field; browsers would use their own language.
  await page.locator('input[name=visitedOn]').fill('2027-01-05');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('不能晚于今天').waitFor();
  await page.locator('input[name=visitedOn]').fill('2026-11-10');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/visits\/.*\/show/);
  const [first] = await visitsOf(home);
  expect(await checksOf(first?.id)).toHaveLength(6);

  await form(page, home);
  await page.getByRole('button', { name: '与上次（2026-11-10）相同' }).waitFor();
  await page.getByRole('textbox', { name: '走访情况' }).fill('下午又去了一次');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('当天已有一次走访').waitFor();
  await expectAccessible(page);
  expect(await visitsOf(home)).toHaveLength(1);
  await page.getByRole('button', { name: '确为另一次走访，保存' }).click();
  await page.waitForURL(/visits\/.*\/show/);
  const all = await visitsOf(home);
  expect(all).toHaveLength(2);
  // Unanswered items are not stored.
  expect(await checksOf(all.find(({ id }) => id !== first?.id)?.id)).toHaveLength(0);
});

it('asks again when another day was chosen after the first question, on a phone in English', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ locale: 'en', width: 390, as: await app.person('COUNTY_DESK') });
  await form(page, other);
  const log = async (day: string) => {
    await form(page, other);
    await page.getByRole('button', { name: 'All looked at and met' }).click();
    await page.locator('input[name=visitedOn]').fill(day);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  };
  for (const day of ['2026-11-08', '2026-11-09']) {
    await log(day);
    await page.waitForURL(/visits\/.*\/show/);
  }
  await log('2026-11-08');
  await page.getByText('There is a visit on that day already').waitFor();
  await expectFits(page);
  await expectAccessible(page);
  // The confirmation of one day does not hold for another.
  await page.locator('input[name=visitedOn]').fill('2026-11-09');
  const confirm = page.getByRole('button', { name: 'It is another visit: save' });
  await Promise.all([page.waitForResponse(/graphql/), confirm.click()]);
  await page.getByText('There is a visit on that day already').waitFor();
  expect(await visitsOf(other)).toHaveLength(2);
  await confirm.click();
  await page.waitForURL(/visits\/.*\/show/);
  const days = (await visitsOf(other)).map(({ visitedOn }) => visitedOn).sort();
  expect(days).toEqual(['2026-11-08', '2026-11-09', '2026-11-09']);
});

it('also asks when a correction moves a visit to the day of another one', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await form(page, corrected);
  const log = async (day: string) => {
    await form(page, corrected);
    await page.getByRole('button', { name: '已逐项核查，全部达标' }).click();
    await page.locator('input[name=visitedOn]').fill(day);
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/visits\/.*\/show/);
  };
  await log('2026-11-05');
  await log('2026-11-06');
  await page.getByRole('link', { name: '更正' }).click();
  await page.locator('input[name=visitedOn]').fill('2026-11-05');
  await page.getByRole('textbox', { name: '更正原因' }).fill('日期记错');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('当天已有一次走访').waitFor();
  await expectAccessible(page);
  const days = async () => (await visitsOf(corrected)).map(({ visitedOn }) => visitedOn).sort();
  expect(await days()).toEqual(['2026-11-05', '2026-11-06']);
  await page.getByRole('button', { name: '确为另一次走访，保存' }).click();
  await page.waitForURL(/visits\/.*\/show/);
  expect(await days()).toEqual(['2026-11-05', '2026-11-05']);
});
