import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { dutyRule } from '#schema/county/county.table.ts';
import { division } from '#schema/division/division.table.ts';
import { consoleApp, countyCode, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';

const app = consoleApp();
// Names are loaded one after the other.
const slow = { timeout: 15_000 };
let cadre: MadeCadre;
let home: MadeHousehold;

beforeAll(async () => {
  if (!app.canRun) return;
  const { db } = app.test.owner;
  const villages = await db.select().from(division).where(eq(division.level, 'VILLAGE')).limit(2);
  cadre = await makeCadre(app.test, { countyCode, name: '甲干部' });
  // On 10 November only visits due by the end of October are overdue.
  await db.update(dutyRule).set({ deadlineDays: 60 }).where(eq(dutyRule.category, 'MARGINAL'));
  const wanted = [
    ['方一一', 'MARGINAL', 0],
    ['方一二', 'MARGINAL', 1],
    ['孔二一', 'UNSTABLE', 1],
    ['孔二二', 'UNSTABLE', 0],
  ] as const;
  for (const [headName, category, at] of wanted) {
    const villageCode = villages[at]?.code ?? '';
    const household = await makeHousehold(app.test, { villageCode, headName, category });
    home = household;
    const pairing = await makePairing(app.test, { household, cadre, villageCode });
    if (headName === '孔二二')
      await makeVisit(app.test, { household, pairing, cadre, visitedOn: '2026-11-09', villageCode });
  }
});

const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true });
const chips = (page: Page) => page.getByRole('region', { name: '当前筛选' });

/** The board's totals as shown, by name. */
async function totals(page: Page): Promise<Record<string, number>> {
  const links = page.getByRole('link', { name: /^魏县 \S+ [\d,]+$/ });
  await links.first().waitFor();
  const names = await links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label') ?? ''));
  return Object.fromEntries(
    names.map((name) => {
      const [, label = '', value = ''] = name.split(' ');
      return [label, Number(value.replaceAll(',', ''))];
    }),
  );
}

it('adds up, and its numbers open lists whose filters can be removed and end with the menu', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(page, '/board');
  const { 走访任务: duties = 0, ...numbers } = await totals(page);
  const parts = ['已完成', '待走访', '逾期未访', '未完成', '免访', '未开始'].map(
    (name) => numbers[name] ?? 0,
  );
  expect(numbers).toMatchObject({ 已完成: 1, 待走访: 1, 逾期未访: 2 });
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(duties);
  await expectAccessible(page);
  await expectFits(page);

  await page.getByRole('link', { name: '魏县 逾期未访 2' }).click();
  await page.getByRole('row', { name: /方一一/ }).waitFor();
  expect(await page.getByRole('row', { name: /孔二/ }).count()).toBe(0);
  await chips(page).getByText('行政区划：魏县').waitFor();
  const overdue = chips(page).getByRole('button', { name: /逾期未访：只看逾期未访/ });
  await overdue.waitFor();
  await expectAccessible(page);
  // The size of the export is shown before it starts.
  await page.getByRole('button', { name: '导出' }).click();
  const exporting = page.getByRole('dialog');
  await exporting.getByText('按当前筛选导出全部 2 条记录').waitFor();
  const conditions = await exporting.getByRole('listitem').allTextContents();
  expect(conditions.sort()).toEqual(['行政区划：魏县', '走访周期：2026年第4季度', '逾期未访：只看逾期未访']);
  await exporting.getByText('每人同时最多进行 2 个导出').waitFor();
  await expectAccessible(page);
  await exporting.getByRole('button', { name: '取消' }).click();
  await exporting.waitFor({ state: 'detached' });
  await overdue.press('Delete');
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  await chips(page).getByText('行政区划：魏县').waitFor();

  await visit(page, '/board');
  await page.getByRole('link', { name: '魏县 逾期未访 2' }).click();
  await chips(page).waitFor();
  await menu(page, '走访任务').click();
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  expect(await chips(page).count()).toBe(0);
  expect(await page.getByRole('combobox', { name: '走访周期' }).textContent()).toContain('2026年第4季度');
  await visit(page, '/board');
  await page.getByRole('link', { name: '魏县 逾期未访 2' }).click();
  await chips(page).waitFor();
  await menu(page, '户').click();
  await page.getByRole('row', { name: /方一一/ }).waitFor();
  await menu(page, '走访任务').click();
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  expect(await chips(page).count()).toBe(0);

  const heads = () =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
      .allTextContents();
  const first = async () => (await heads()).slice(0, 2).map((row) => /方一|孔二/.exec(row)?.[0]);
  const sortBy = page.getByRole('button', { name: '逾期未访' });
  await sortBy.click();
  await page.waitForURL(/sort=isOverdue/);
  if (!page.url().includes('order=ASC')) await sortBy.click();
  // Sorted by due day, as by default, overdue duties come first.
  await expect.poll(first, slow).toEqual(['孔二', '孔二']);
  await sortBy.click();
  await expect.poll(first, slow).toEqual(['方一', '方一']);
});

it('shows the filters of a link on a phone in English, also those without an input', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ locale: 'en', width: 390, as: await app.person('COUNTY_DESK') });
  const list = (resource: string, filter: object) =>
    visit(page, `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  const region = page.getByRole('region', { name: 'Filters in force' });
  const words = async () => {
    await region.waitFor();
    await expect.poll(() => region.getByText('…', { exact: true }).count()).toBe(0);
    return (await region.locator('.MuiChip-label').allTextContents()).sort();
  };
  const problems = {
    household: home.globalId,
    cadre: cadre.globalId,
    status: ['OPEN', 'IN_HAND'],
    raised: { from: '2026-10-01' },
  };
  await list('problems', problems);
  await expect
    .poll(words, slow)
    .toEqual(['Found: 2026-10-01 – …', 'Helper: 甲干部', 'Household: 孔二二', 'Status: Open, In hand']);
  await expectFits(page);
  await expectAccessible(page);

  await list('duties', { period: '2026-Q3', cadre: cadre.globalId, divisionCode: countyCode });
  await expect.poll(words, slow).toEqual(['Division: 魏县', 'Helper: 甲干部', 'Period: 2026 Q3']);
  await expectFits(page);
  await expectAccessible(page);
  await region.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByText('孔二一').waitFor();
  await region.waitFor({ state: 'detached' });
});

it('exports only overdue duties', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  const filter = encodeURIComponent(JSON.stringify({ period: '2026-Q4', overdue: true }));
  await visit(page, `/duties?filter=${filter}`);
  await page.getByRole('row', { name: /方一一/ }).waitFor();
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('JSON Lines（程序用）').check();
  await dialog.getByRole('textbox', { name: /^用途/ }).fill('逾期走访督办');
  await dialog.getByRole('button', { name: '导出' }).click();
  await page.waitForURL(/#\/exports/);
  const row = page.getByRole('row', { name: /逾期走访督办/ });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('link', { name: '下载' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n')
    .sort();
  expect(lines.map((line) => /方一.|孔二./.exec(line)?.[0]).sort()).toEqual(['方一一', '方一二']);
});

it('returns to the default filter where nothing is found', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  const list = (resource: string, filter: object) =>
    visit(page, `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  const wider = () => page.getByRole('status').getByRole('button', { name: '清除筛选' }).click();
  const period = page.getByRole('combobox', { name: '走访周期' });
  await list('duties', { period: '2026-Q3', status: ['EXCUSED'] });
  await wider();
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  expect(await period.textContent()).toContain('2026年第4季度');
  await list('pairings', { running: true, search: '无此人' });
  await wider();
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  expect(await page.getByRole('combobox', { name: '结对状态' }).textContent()).toContain('在帮');
});

it('offers a way on from a link with an invalid filter', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ expected: /400/, as: await app.person('COUNTY_DESK') });
  const filter = encodeURIComponent(JSON.stringify({ period: '2026-Q4', noSuchFilter: '1' }));
  await visit(page, `/duties?filter=${filter}`);
  const refusal = page.getByRole('alert').filter({ hasText: '筛选条件有误' });
  await refusal.waitFor();
  await expectAccessible(page);
  await refusal.getByRole('button', { name: '清除筛选' }).click();
  await page.getByRole('row', { name: /孔二一/ }).waitFor();
  expect(await page.getByRole('combobox', { name: '走访周期' }).textContent()).toContain('2026年第4季度');
});
