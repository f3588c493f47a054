import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { division } from '#schema/division/division.table.ts';
import { consoleApp, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';

const app = consoleApp();

const purpose = '季度走访统计'.repeat(12);
const oneWord = 'visits-of-the-quarter'.repeat(5);

beforeAll(async () => {
  if (!app.canRun) return;
  const { db } = app.test.owner;
  const [village] = await db.select().from(division).where(eq(division.level, 'VILLAGE')).limit(1);
  for (const headName of ['方相奎', '方相奎二', '孔德旺'])
    await makeHousehold(app.test, { villageCode: village?.code, headName });
});

/** Fills in the inputs of every export, and sends it. */
async function startExport(page: Page, words: { format: string; purpose: string; start: string }) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.format).check();
  await dialog.getByRole('textbox', { name: /^(用途|Purpose)/ }).fill(words.purpose);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: words.start }).click();
}

/** The file behind the button in `place`. */
async function downloadFrom(place: ReturnType<Page['locator']>, name: string) {
  const [download] = await Promise.all([
    place.page().waitForEvent('download'),
    place.getByRole('link', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

it('exports a list as filtered, and serves the file to its owner', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(page, '/exports');
  await page.getByText('还没有导出').waitFor();
  await expectAccessible(page);
  await visit(page, '/households');
  await page.getByRole('textbox', { name: '搜索' }).fill('方相奎');
  await page.getByRole('row', { name: /孔德旺/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByText('按当前筛选导出全部 2 条记录').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '导出' }).click();
  await page.getByText('必填').first().waitFor();
  await startExport(page, { format: 'JSON Lines（程序用）', purpose, start: '导出' });
  await page.waitForURL(/#\/exports/);
  const row = page.getByRole('row', { name: new RegExp(purpose) });
  await row.getByText('2 行').waitFor();
  await expectAccessible(page);
  await expectFits(page);
  const file = await downloadFrom(row, '下载');
  expect(file.name).toBe('Household-2026-11-10.jsonl');
  expect(file.text).toContain('方相奎二');
  expect(file.text).not.toContain('孔德旺');

  const other = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(other, '/exports');
  await other.getByRole('switch', { name: '只看本人' }).uncheck();
  await other
    .getByRole('row', { name: new RegExp(purpose) })
    .getByText('仅申请人可下载')
    .waitFor();
  expect(await other.getByRole('link', { name: '下载' }).count()).toBe(0);
});

it('retries a failed export in its place', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(page, '/exports');
  await page.getByRole('button', { name: '新建导出' }).first().click();
  await page.getByRole('combobox', { name: '内容' }).click();
  await page.getByRole('option', { name: '户', exact: true }).click();
  await startExport(page, { format: 'JSON Lines（程序用）', purpose: oneWord, start: '导出' });
  const row = page.getByRole('row', { name: new RegExp(oneWord) });
  await row.getByRole('link', { name: '下载' }).waitFor();
  // What a server leaves whose disk was full.
  await app.test.owner.db.execute(sql`update export_job set status = 'FAILED', failure = 'INTERNAL',
    byte_size = null, storage_key = null, expires_at = '2100-01-01T00:00:00Z' where purpose = ${oneWord}`);
  await page.reload();
  await row.getByRole('button', { name: '重新导出' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '重新导出' }).click();
  await page.getByText('已重新开始导出').waitFor();
  const file = await downloadFrom(row, '下载');
  expect(file.text.trim().split('\n')).toHaveLength(3);
});

it('exports on a phone in both languages', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const words = {
    'zh-CN': { open: '新建导出', kind: '内容', type: '户', start: '导出', download: '下载' },
    en: { open: 'New export', kind: 'Content', type: 'Households', start: 'Export', download: 'Download' },
  };
  for (const locale of ['zh-CN', 'en'] as const) {
    const { open, kind, type, start, download } = words[locale];
    const page = await app.open({ locale, width: 390, as: await app.person('COUNTY_DESK') });
    await visit(page, '/exports');
    await page.getByRole('button', { name: open }).first().click();
    await page.getByRole('combobox', { name: kind }).click();
    await page.getByRole('option', { name: type, exact: true }).click();
    await startExport(page, { format: 'Excel', purpose: oneWord, start });
    const card = page.getByRole('listitem').filter({ hasText: oneWord });
    await card.getByRole('link', { name: download }).waitFor();
    await expectAccessible(page);
    await expectFits(page);
    expect((await downloadFrom(card, download)).name).toBe('Household-2026-11-10.xlsx');
  }
});
