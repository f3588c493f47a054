import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { county } from '#schema/county/county.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { consoleApp, countyCode, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';
import { anyVillage } from '#tests/factories/places/national-divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';

const app = consoleApp();
let first: MadeCadre;
let second: MadeCadre;
let third: MadeCadre;

beforeAll(async () => {
  if (!app.canRun) return;
  const { db } = app.test.owner;
  const villageCode = await anyVillage(app.test);
  first = await makeCadre(app.test, { countyCode, name: '甲干部' });
  second = await makeCadre(app.test, { countyCode, name: '乙干部' });
  third = await makeCadre(app.test, { countyCode, name: '丙干部' });
  const helped = [
    [first, ['方一一', '方一二', '方一三']],
    [second, ['孔二一', '孔二二']],
  ] as const;
  for (const [cadre, heads] of helped) {
    for (const headName of heads) {
      const household = await makeHousehold(app.test, { villageCode, headName });
      await makePairing(app.test, { household, cadre, villageCode });
    }
  }
  await db.update(county).set({ maxLoad: 1, loadPolicy: 'REFUSE' }).where(eq(county.countyCode, countyCode));
});

const cadrePage = (page: Page, cadre: MadeCadre) =>
  visit(page, `/cadres/${encodeURIComponent(cadre.globalId)}/show`);
const box = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
const runningOf = async ({ id }: MadeCadre) => {
  const rows = await app.test.owner.db.select().from(pairing).where(eq(pairing.cadreId, id));
  return rows.filter(({ endedOn }) => endedOn === null).length;
};

async function fillTransfer(page: Page, to: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '接手干部' }).click();
  await page.getByRole('option').filter({ hasText: to }).click();
  await dialog.getByRole('textbox', { name: '原因', exact: true }).fill('工作调动');
  return dialog;
}

it("keeps the selection of one cadre's page there, and drops it with the filter", async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await cadrePage(page, first);
  await box(page, /方一一|选择 /)
    .first()
    .waitFor();
  for (const checkbox of await box(page, /^选择 /).all()) await checkbox.check();
  await page.getByText('已选 3 项').waitFor();
  await cadrePage(page, second);
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  await expect.poll(() => page.getByText('已选').filter({ visible: true }).count()).toBe(0);
  for (const checkbox of await box(page, /^选择 /).all()) expect(await checkbox.isChecked()).toBe(false);
  // Nor is it still there on the first page.
  await cadrePage(page, first);
  await page.getByRole('row', { name: /方一一/ }).waitFor();
  for (const checkbox of await box(page, /^选择 /).all()) expect(await checkbox.isChecked()).toBe(false);
  // Both pages are cached by now, so one replaces the other at once.
  for (const checkbox of await box(page, /^选择 /).all()) await checkbox.check();
  await page.getByText('已选 3 项').waitFor();
  await cadrePage(page, second);
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  await expect.poll(() => page.getByText('已选').filter({ visible: true }).count()).toBe(0);

  await visit(page, '/pairings');
  await page
    .getByRole('row', { name: /方一二/ })
    .getByRole('checkbox')
    .check();
  await page.getByText('已选 1 项').waitFor();
  await page.getByRole('textbox', { name: '搜索' }).fill('孔二');
  await page.getByRole('row', { name: /方一二/ }).waitFor({ state: 'detached' });
  await expect.poll(() => page.getByText('已选').filter({ visible: true }).count()).toBe(0);
});

it('lists pairings and load limit before, and keeps each result until it is read', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await cadrePage(page, second);
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  for (const checkbox of await box(page, /^选择 /).all()) await checkbox.check();
  await page.getByRole('button', { name: '移交' }).click();
  // A cadre who has them already is named, and nothing is transferred.
  const dialog = await fillTransfer(page, '乙干部');
  const stake = dialog.getByRole('region', { name: '涉及 2 户' });
  await expect.poll(() => stake.getByText('现由所选的人帮扶，不会移交').count()).toBe(2);
  await fillTransfer(page, '丙干部');
  await expect.poll(() => stake.getByText('现由所选的人帮扶，不会移交').count()).toBe(0);
  await stake.getByText('孔二一').waitFor();
  expect(await stake.getByText('现帮扶人 乙干部').count()).toBe(2);
  await dialog.getByText(/现有 0 户，完成后 2 户，本县上限 1 户。 超过上限，超出的会被拒绝。/).waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '移交' }).click();
  const result = page.getByRole('dialog', { name: '移交结果' });
  await result.getByText('移交成功 1 个，未移交 1 个。').waitFor();
  await expectAccessible(page);
  // Neither a click beside it nor another page closes it.
  await page.mouse.click(5, 5);
  await visit(page, '/households');
  await result.getByText('移交成功 1 个，未移交 1 个。').waitFor();
  await result.getByRole('button', { name: '关闭' }).click();
  await result.waitFor({ state: 'detached' });
  expect([await runningOf(second), await runningOf(third)]).toEqual([1, 1]);
});

it('undoes a transfer of the same day, from its result and from the pairing', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  await app.test.owner.db.update(county).set({ maxLoad: 15 }).where(eq(county.countyCode, countyCode));
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await cadrePage(page, first);
  const before = [await runningOf(first), await runningOf(third)];
  const handOver = async () => {
    await page
      .getByRole('row', { name: /方一一/ })
      .getByRole('checkbox')
      .check();
    await page.getByRole('button', { name: '移交' }).click();
    const dialog = await fillTransfer(page, '丙干部');
    await dialog.getByRole('button', { name: '移交' }).click();
    return page.getByRole('dialog', { name: '移交结果' });
  };
  const undo = async () => {
    const dialog = page.getByRole('dialog', { name: '撤销移交' });
    await dialog.getByText('方一一').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '撤销移交' }).click();
    const result = page.getByRole('dialog', { name: '撤销结果' });
    await result.getByText('已撤销 1 个，未撤销 0 个。').waitFor();
    await result.getByRole('row', { name: /方一一.*甲干部.*已恢复原结对/ }).waitFor();
    await result.getByRole('button', { name: '关闭' }).click();
    expect([await runningOf(first), await runningOf(third)]).toEqual(before);
  };
  await (await handOver()).getByRole('button', { name: '撤销移交' }).click();
  await undo();
  const again = await handOver();
  await again.getByText('移交成功 1 个').waitFor();
  await again.getByRole('button', { name: '关闭' }).click();
  await cadrePage(page, third);
  const row = page.getByRole('row', { name: /方一一/ });
  // A pairing that began today cannot be transferred today, which is said before sending.
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: '移交', exact: true }).click();
  const secondTransfer = page.getByRole('dialog');
  await secondTransfer.getByText(/2026-11-10 才开始，生效日期要在此之后/).waitFor();
  await secondTransfer.locator('input[name=effectiveOn]').fill('2026-11-11');
  await expect.poll(() => secondTransfer.getByText(/才开始/).count()).toBe(0);
  await secondTransfer.getByRole('button', { name: '取消' }).click();
  await page.getByRole('dialog', { name: '有未保存的内容' }).getByRole('button', { name: '放弃' }).click();
  await row.getByRole('button', { name: '撤销移交' }).click();
  await undo();
});

it('keeps the result when its table is empty by then, also on a phone in English', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ locale: 'en', width: 390, as: await app.person('COUNTY_DESK') });
  await cadrePage(page, first);
  await page.getByRole('button', { name: 'Cadre leaves' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('region', { name: '3 households' }).getByText('方一三').waitFor();
  await dialog.getByRole('combobox', { name: 'Successor' }).click();
  await page.getByRole('option').filter({ hasText: '丙干部' }).click();
  await dialog.getByText(/households now, \d+ afterwards/).waitFor();
  await dialog.getByRole('textbox', { name: 'Why they leave', exact: true }).fill('Moved');
  await expectAccessible(page);
  await expectFits(page);
  await dialog.getByRole('button', { name: 'Cadre leaves' }).click();
  await page.getByRole('dialog', { name: '甲干部 has left' }).getByText('方一三').waitFor();
  await expectAccessible(page);
  expect(await runningOf(first)).toBe(0);
});
