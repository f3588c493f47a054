import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { codeAt, stepAt } from '#modules/identity/second-factor/totp.rules.ts';
import { household } from '#schema/household/household.table.ts';
import { loginFailure } from '#schema/identity/identity.table.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';
import { screenshot } from '#tests/browser/setup/browser.ts';
import {
  consoleApp,
  expectAccessible,
  expectFits,
  password,
  tryToSignIn,
  visit,
} from '#tests/browser/setup/console.ts';
import { secretOf } from '#tests/factories/people/second-factors.ts';
import { anyVillage } from '#tests/factories/places/national-divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests } from '#tests/setup/app.ts';

const app = consoleApp();

beforeEach(async () => {
  if (!app.canRun) return;
  app.test.clock.set(startOfTests);
  await app.test.owner.db.delete(loginFailure);
  await app.test.owner.db.update(secondFactorPolicy).set({ requiredRoles: [], stepUpToReveal: false });
});

const codeNow = (secret: Buffer) => codeAt(secret, stepAt(app.test.clock.now()));
const later = (seconds: number) =>
  app.test.clock.set(new Date(app.test.clock.now().getTime() + seconds * 1_000).toISOString());

/** Enrols on the page; returns the app's secret and the recovery codes. */
async function enrol(
  page: Page,
  words: { next: string; on: string; codes: string; close: string },
  shot = '',
) {
  await page.locator('input[name=currentPassword]').fill(password);
  await page.getByRole('button', { name: words.next, exact: true }).click();
  const typed = await page.locator('[data-secret]').textContent();
  await page.getByRole('img', { name: /QR|二维码/ }).waitFor();
  await expectAccessible(page);
  if (shot) await screenshot(page, `${shot}-qr`);
  const secret = secretOf(String(typed).replaceAll(' ', ''));
  await page.locator('input[name=code]').fill('000000');
  await page.getByRole('button', { name: words.on, exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.locator('input[name=code]').fill(codeNow(secret));
  await page.getByRole('button', { name: words.on, exact: true }).click();
  const codes = await page.getByRole('textbox', { name: words.codes }).inputValue();
  await expectAccessible(page);
  if (shot) await screenshot(page, `${shot}-codes`);
  await page.getByRole('button', { name: words.close }).click();
  return { secret, codes: codes.split('\n') };
}

const zh = { next: '下一步', on: '启用', codes: '恢复码', close: '我已保存，关闭' };
const en = { next: 'Next', on: 'Switch on', codes: 'Recovery codes', close: 'I have it, close' };

it('is set up on the account page, required at the next sign-in, and removed again', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open({ expected: /400|403/, as: desk });
  await visit(page, '/users');
  await page.getByRole('button', { name: /测试人员/ }).click();
  await page.getByRole('menuitem', { name: '账号安全' }).click();
  await page.getByText('未启用').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'security-off');
  await page.getByRole('button', { name: '启用', exact: true }).click();
  const { secret, codes } = await enrol(page, zh, 'security');
  await page.getByText('剩余恢复码').waitFor();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await screenshot(page, 'security-on');

  await page.getByRole('button', { name: /测试人员/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  later(60);
  await tryToSignIn(page, desk, password);
  await page.getByText('密码正确。').waitFor();
  await expectAccessible(page);
  await screenshot(page, 'sign-in-code');
  await page.locator('input[name=code]').fill('000000');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('动态验证码不正确').first().waitFor();
  await page.locator('input[name=code]').fill(codes[0] ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('还剩 9 个').first().waitFor();

  await visit(page, '/security');
  await page.getByRole('button', { name: '更换恢复码' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=code]').fill(codeNow(secret));
  await dialog.getByRole('button', { name: '更换恢复码' }).click();
  const renewed = await page.getByRole('textbox', { name: '恢复码' }).inputValue();
  expect(renewed).not.toContain(codes[1]);
  await page.getByRole('button', { name: zh.close }).click();
  await page.getByRole('button', { name: '停用', exact: true }).click();
  await dialog.locator('input[name=code]').fill(renewed.split('\n')[0] ?? '');
  await dialog.getByRole('button', { name: '停用', exact: true }).click();
  await page.getByText('未启用').waitFor();
});

it('must be set up before anything else where a role requires it, on a phone and in English', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const administrator = await app.person('SYSTEM_ADMINISTRATOR', { divisionCode: null });
  const settings = await app.open({ as: administrator });
  await visit(settings, '/secondFactorPolicy');
  await settings.getByRole('checkbox', { name: '县级专班' }).check();
  await expectAccessible(settings);
  await screenshot(settings, 'policy');
  await settings.getByRole('button', { name: '保存' }).click();
  await settings.getByText('已保存').waitFor();

  const desk = await app.person('COUNTY_DESK');
  const page = await app.open({ locale: 'en', width: 390, expected: /400|403/, as: desk });
  await visit(page, '/users');
  await page.getByRole('heading', { name: 'Set up a second factor first' }).waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await screenshot(page, 'forced-390');
  await enrol(page, en, 'forced-390');
  await page.getByText(desk).first().waitFor();
  await visit(page, '/security');
  await page.getByText('Your role requires a second factor').waitFor();
  expect(await page.getByRole('button', { name: 'Switch off' }).count()).toBe(0);
  await expectAccessible(page);
  await expectFits(page);
  await screenshot(page, 'security-on-390');

  // Resettable by whoever manages the account, as with passwords.
  await app.test.owner.db.update(secondFactorPolicy).set({ requiredRoles: [] });
  const other = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(other, '/users');
  await other.getByText(desk).first().click();
  await other.getByText(/ 启用$/).waitFor();
  await expectAccessible(other);
  await screenshot(other, 'user-with-factor');
  await other.getByRole('button', { name: '重置二次验证' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByLabel('原因').fill('手机丢失，当面核实');
  await expectAccessible(other);
  await screenshot(other, 'user-reset');
  await dialog.getByRole('button', { name: '重置二次验证' }).click();
  await other.getByText('未启用').waitFor();
  await visit(page, '/users');
  await page.getByText('Your session has ended').waitFor();
});

it('begins to be required while a form is open: what was typed stands there again once it is set up', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const administrator = await app.person('SYSTEM_ADMINISTRATOR', { divisionCode: null });
  const { id, globalId } = await makeHousehold(app.test, { villageCode: await anyVillage(app.test) });
  const page = await app.open({ expected: /400|403/, as: await app.person('COUNTY_DESK') });
  const address = `/households/${encodeURIComponent(globalId)}`;
  await visit(page, address);
  const remarks = page.getByRole('textbox', { name: '备注' });
  await remarks.fill('屋顶漏雨，约定月底前翻修');

  const settings = await app.open({ as: administrator });
  await visit(settings, '/secondFactorPolicy');
  await settings.getByRole('checkbox', { name: '县级专班' }).check();
  await settings.getByRole('button', { name: '保存' }).click();
  await settings.getByText('已保存').waitFor();

  const saved = page.getByText('已保存', { exact: true });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '请先启用二次验证' }).waitFor();
  expect(await saved.count()).toBe(0);
  await enrol(page, zh);
  await page.getByText(/已恢复 .* 未保存的内容/).waitFor();
  expect(page.url()).toContain(`#${address}`);
  expect(await remarks.inputValue()).toBe('屋顶漏雨，约定月底前翻修');
  expect(await saved.count()).toBe(0);
  await page.getByRole('button', { name: '保存' }).click();
  await saved.waitFor();
  const rows = await app.test.owner.db.select().from(household).where(eq(household.id, id));
  expect(rows).toMatchObject([{ note: '屋顶漏雨，约定月底前翻修' }]);
});

it('is asked for again before a number is revealed, where the policy says so', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const { globalId } = await makeHousehold(app.test, { villageCode: await anyVillage(app.test) });
  await app.test.owner.db.update(secondFactorPolicy).set({ stepUpToReveal: true });
  const page = await app.open({ expected: /400|403/, as: desk });
  await visit(page, `/households/${encodeURIComponent(globalId)}/show`);
  const reveal = async () => {
    await page
      .getByRole('button', { name: /查看完整/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('用途').fill('核对参保信息');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /查看完整/ })
      .click();
  };
  await reveal();
  await page.getByRole('dialog').getByRole('link', { name: '去启用二次验证' }).click();
  // The purpose that was typed is kept.
  await page.getByRole('button', { name: '留作草稿并离开' }).click();
  await page.getByRole('button', { name: '启用', exact: true }).click();
  const { secret } = await enrol(page, zh);
  later(11 * 60);
  await visit(page, `/households/${encodeURIComponent(globalId)}/show`);
  await reveal();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name=stepUpCode]').fill('000000');
  await dialog.getByRole('button', { name: /查看完整/ }).click();
  await dialog.getByText('动态验证码不正确').first().waitFor();
  await expectAccessible(page);
  await screenshot(page, 'step-up');
  await dialog.locator('input[name=stepUpCode]').fill(codeNow(secret));
  await dialog.getByRole('button', { name: /查看完整/ }).click();
  await page.getByText(/^130499\d{11}[\dX]$/).waitFor();
});
