import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { consoleApp, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';

const app = consoleApp();
const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

/** A number of the quarter board for the whole county, as shown. */
async function boardNumber(page: Page, name: string): Promise<number> {
  const link = page.getByRole('link', { name: new RegExp(`^魏县 ${name} `) }).first();
  await link.waitFor();
  return Number((await link.textContent())?.replaceAll(',', ''));
}

async function board(page: Page) {
  await visit(page, '/board');
  return {
    households: await boardNumber(page, '户数'),
    duties: await boardNumber(page, '走访任务'),
    done: await boardNumber(page, '已完成'),
    due: await boardNumber(page, '待走访'),
  };
}

async function chooseFile(page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '上传并核对' }).click();
}

/** Imports the roster of the sample county with the wizard. */
async function importRoster(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '导入' }).click();
  await page.getByRole('link', { name: '新建' }).click();
  await expectAccessible(page);
  await chooseFile(page, fixture('帮扶联系人花名册-魏县.xlsx'));
  await page.getByRole('heading', { name: '核对结果（还没有写入）' }).waitFor();
  await page.getByRole('table', { name: '被拒绝的行' }).getByText('身份证号校验位不正确').first().waitFor();
  await expectAccessible(page);
  // The file holds unmasked numbers, so the purpose is asked first.
  await page.getByRole('button', { name: '下载被拒绝的行' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '用途' }).fill('更正后重新导入');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载被拒绝的行' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('帮扶联系人花名册-魏县-退回.xlsx');
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('heading', { name: '导入结果' }).waitFor({ timeout: 60_000 });
  await expectAccessible(page);
}

/** Transfers the first pairing of the list to another cadre; returns the head of its household. */
async function transferFirst(page: Page): Promise<string> {
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '结对' }).click();
  const choice = page.getByRole('checkbox', { name: /^选择 / }).first();
  await choice.waitFor();
  const row = page.getByRole('row').filter({ has: choice }).first();
  const head = (await row.getByRole('link').first().textContent()) ?? '';
  const former = (await row.getByRole('link').nth(1).textContent()) ?? '';
  await choice.check();
  await page.getByRole('button', { name: '移交' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '接手干部' }).click();
  await page.getByRole('option').filter({ hasNotText: former }).first().click();
  await dialog.getByRole('textbox', { name: '原因', exact: true }).fill('工作调动');
  await dialog.getByRole('button', { name: '移交' }).click();
  await page.getByText('移交成功 1 个，未移交 0 个。').waitFor();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  return head;
}

/** Logs a visit to a household of that name, which had none in the quarter. */
async function logVisit(page: Page, head: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link', { name: '走访', exact: true })
    .click();
  await page
    .getByRole('link', { name: /新建|记录走访/ })
    .first()
    .click();
  await page.getByRole('combobox', { name: '户' }).fill(head);
  await page
    .getByRole('option', { name: new RegExp(`^${head} ·`) })
    .first()
    .click();
  await page.getByText('帮扶联系人:').waitFor();
  await page.getByRole('button', { name: '已逐项核查，全部达标' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/visits\/.*\/show/);
  await expectAccessible(page);
}

it('imports a roster, transfers a pairing and logs a visit, and the board changes', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await page.goto('/');
  await page.getByText('还没有农户数据').waitFor();
  await expectAccessible(page);
  await importRoster(page);
  const imported = await board(page);
  expect(imported).toMatchObject({ done: 0, due: imported.duties });
  expect(imported.households).toBeGreaterThan(2_800);
  await expectAccessible(page);
  const head = await transferFirst(page);
  await logVisit(page, head);
  // The old numbers stay until the new ones are loaded.
  await expect
    .poll(() => board(page), { timeout: 20_000 })
    .toEqual({ ...imported, done: 1, due: imported.due - 1 });
});

it('refuses an unrelated sheet and writes nothing', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(page, '/imports/create');
  const content = Buffer.from('日期,金额,用途\n2026-01-01,12.00,办公用品\n');
  await chooseFile(page, { name: '账目.csv', mimeType: 'text/csv', buffer: content });
  await page.getByText('找不到表头').waitFor();
  await page.getByLabel('家庭成员').check();
  await chooseFile(page, fixture('走访记录-魏县.xlsx'));
  await page.getByText('文件内容与所选的导入类型不符').waitFor();
  await expectAccessible(page);
});

const pages = [
  ...['board', 'duties', 'households', 'cadres', 'organizations', 'pairings', 'pairings/gaps', 'visits'],
  ...['problems', 'imports', 'imports/create', 'users', 'users/create', 'tokens', 'tokens/create', 'audit'],
  ...['divisions', 'counties', 'password'],
];

it('fits a phone in English and is accessible', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ locale: 'en', width: 390, as: await app.person('COUNTY_DESK') });
  await page.goto('/');
  await page.getByRole('main').waitFor();
  for (const address of pages) {
    await visit(page, `/${address}`);
    await expectAccessible(page);
    await expectFits(page);
  }
});
