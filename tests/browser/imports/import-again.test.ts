import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importBatch } from '#schema/imports/imports.table.ts';
import { consoleApp, expectAccessible } from '#tests/browser/setup/console.ts';
import { newPhone } from '#tests/factories/lists/imports.ts';
import { rosterCsv, rosterLine, uploadRoster } from './import-pages.ts';

const app = consoleApp();

it('checks a list again whose check failed, and then imports it', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await page.goto('/');
  await uploadRoster(page, rosterCsv(rosterLine('再核对', '乙测试', newPhone(), '2026-01-05', '')));
  // What a server leaves whose database was down for too long.
  await app.test.owner.db
    .update(importBatch)
    .set({ status: 'FAILED', failure: 'INTERNAL', processed: 0, created: 0 })
    .where(eq(importBatch.fileName, '花名册.csv'));
  await page.reload();
  await page.getByText(/核对中断：/).waitFor();
  expect(await page.getByRole('button', { name: '确认导入' }).count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: '重新核对' }).click();
  const dialog = page.getByRole('dialog', { name: '重新核对这个文件？' });
  await dialog.getByText('花名册.csv').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '重新核对' }).click();
  await page.getByText('已重新开始核对').waitFor();
  await page.getByRole('heading', { name: '核对结果（还没有写入）' }).waitFor();
  expect(await page.getByText(/核对中断：/).count()).toBe(0);
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('heading', { name: '导入结果' }).waitFor({ timeout: 60_000 });
});

it('imports nothing while other choices are made and not checked, and asks before leaving', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await page.goto('/');
  await uploadRoster(page, rosterCsv(rosterLine('另读法', '丙测试', newPhone(), '2026-01-05', '驻村')));
  const start = page.getByRole('button', { name: '确认导入' });
  const choose = async (choice: string) => {
    await page.getByRole('combobox', { name: 'H 心得' }).click();
    await page.getByRole('option', { name: choice, exact: true }).click();
  };
  expect(await start.isEnabled()).toBe(true);
  await choose('备注');
  await page.getByText(/下面选择的读法还没有核对/).waitFor();
  expect(await start.isDisabled()).toBe(true);
  await expectAccessible(page);
  const leave = page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '问题' });
  await leave.click();
  const question = page.getByRole('dialog', { name: '有未保存的内容' });
  await question.waitFor();
  expect(await question.getByRole('button', { name: '留作草稿并离开' }).count()).toBe(0);
  await question.getByRole('button', { name: '继续填写' }).click();
  // Undone again there is nothing to lose, and the import may begin.
  await choose('不读取');
  await expect.poll(() => start.isEnabled()).toBe(true);
  await choose('备注');
  await page.getByRole('button', { name: '按以上选择重新核对' }).click();
  await page.getByText('H 心得 → 备注').waitFor();
  await expect.poll(() => start.isEnabled()).toBe(true);
  expect(await question.count()).toBe(0);
  await leave.click();
  await page.waitForURL(/#\/problems/);
});
