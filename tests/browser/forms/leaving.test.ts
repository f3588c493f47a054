import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';
import { consoleApp, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';

const app = consoleApp();
const words = '屋顶漏雨，约定月底前翻修';
const findings = (page: Page) => page.getByRole('textbox', { name: '走访情况' });

/** Closes the tab as a user does; whether the browser asked, and the tab stayed. */
async function triesToClose(page: Page): Promise<boolean> {
  const leaveDialog = page.waitForEvent('dialog', { timeout: 5_000 }).catch(() => undefined);
  await page.close({ runBeforeUnload: true });
  const dialog = await leaveDialog;
  expect(dialog?.type() ?? 'beforeunload').toBe('beforeunload');
  await dialog?.dismiss();
  return dialog !== undefined;
}

it('asks on closing the tab or going back, and only while there is input', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await page.goto('/');
  // By links, because the browser's back button leaves the page after a typed address.
  await page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link', { name: '走访', exact: true })
    .click();
  await page.getByRole('link', { name: '新建' }).first().click();
  // Browsers do not ask for a page that was never clicked.
  await findings(page).click();
  await page.keyboard.type(words);
  expect(await triesToClose(page)).toBe(true);
  expect(await findings(page).inputValue()).toBe(words);

  await page.evaluate(() => window.history.back());
  const question = page.getByRole('dialog', { name: '有未保存的内容' });
  await question.waitFor();
  await question.getByRole('button', { name: '继续填写' }).click();
  await question.waitFor({ state: 'detached' });
  expect(page.url()).toContain('/visits/create');
  expect(await findings(page).inputValue()).toBe(words);
  await page.evaluate(() => window.history.back());
  await question.getByRole('button', { name: '放弃' }).click();
  await page.waitForURL(/#\/visits$/);
  await page.mouse.click(5, 5);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
});

it('asks before the second-factor policy is left, and says when another user has changed it', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({
    locale: 'en',
    width: 390,
    expected: /409/,
    as: await app.person('SYSTEM_ADMINISTRATOR', { divisionCode: null }),
  });
  await visit(page, '/secondFactorPolicy');
  const minutes = page.getByRole('spinbutton');
  await minutes.fill('20');
  await page.getByRole('button', { name: 'Open menu' }).click();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Not saved yet' });
  await question.waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await question.getByRole('button', { name: 'Go on' }).click();
  await page.reload();
  await page.getByText(/What you typed at .* and did not save is back/).waitFor();
  await expect.poll(() => minutes.inputValue()).toBe('20');
  await app.test.owner.db.update(secondFactorPolicy).set({ stepUpMinutes: 45, version: 7 });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/Someone else has changed this record/).waitFor();
  await expect.poll(() => minutes.inputValue()).toBe('45');
  await minutes.fill('30');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(async () => (await app.test.owner.db.select().from(secondFactorPolicy))[0]?.stepUpMinutes)
    .toBe(30);
  await page.getByRole('button', { name: 'Open menu' }).click();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.waitForURL(/#\/users/);
});
