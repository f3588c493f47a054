import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { consoleApp, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';
import { anyVillage } from '#tests/factories/places/national-divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';

const app = consoleApp();

/** The page's title is shown in full in the bar. */
async function expectWholeTitle(page: Page): Promise<void> {
  const title = page.locator('#react-admin-title');
  await title.getByText(/./).first().waitFor();
  const [needed, given] = await title.evaluate((element) => [
    element.scrollWidth,
    element.getBoundingClientRect().width,
  ]);
  expect(given, page.url()).toBeGreaterThanOrEqual(60);
  expect(needed, page.url()).toBeLessThanOrEqual(Math.ceil(given ?? 0));
}

it('shows the page title beside a long division name, and says once that nothing is found', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const villageCode = await anyVillage(app.test);
  await makeHousehold(app.test, { villageCode, headName: '方一一' });
  const cadre = await app.person('VILLAGE_CADRE', { divisionCode: villageCode });
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await app.open({ locale, width: 390, as: cadre });
    await visit(page, `/households?filter=${encodeURIComponent(JSON.stringify({ search: '无此人' }))}`);
    await page.getByRole('heading', { name: /没有符合条件的户|No households match/ }).waitFor();
    expect(await page.getByText(/没有符合|match the|match these/).count()).toBe(1);
    await expectWholeTitle(page);
    await expectFits(page);
    await expectAccessible(page);
  }
});

it('shows each page title in full in English, and says once that a list is empty', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const administrator = await app.person('SYSTEM_ADMINISTRATOR', { divisionCode: null });
  const page = await app.open({ locale: 'en', width: 390, as: administrator });
  for (const address of ['/secondFactorPolicy', '/users/create', '/divisions', '/password']) {
    await visit(page, address);
    await expectWholeTitle(page);
  }
  const empty = [
    ['/exports', 'No exports yet'],
    ['/tokens', 'No API tokens yet'],
  ] as const;
  for (const [address, words] of empty) {
    await visit(page, address);
    await page.getByRole('heading', { name: words }).first().waitFor();
    expect(await page.getByRole('heading', { name: words }).count()).toBe(1);
    await expectAccessible(page);
  }
  // The messages load with the language, also on an open page.
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { name: '还没有接口令牌' }).waitFor();
});

it('says once that nothing is found in the audit trail', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ width: 390, as: await app.person('SECURITY_AUDITOR') });
  await visit(page, `/audit?filter=${encodeURIComponent(JSON.stringify({ actor: '无此人' }))}`);
  await page
    .getByRole('heading', { name: /没有符合条件的/ })
    .first()
    .waitFor();
  expect(await page.getByRole('heading', { name: /没有符合条件的/ }).count()).toBe(1);
});

it('shows form errors beside the buttons and not over them', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ width: 390, as: await app.person('COUNTY_DESK') });
  await visit(page, '/organizations/create');
  await page.locator('input[name=name]').fill('某局');
  const save = page.getByRole('button', { name: '保存' });
  await save.click();
  const notice = page.getByText('表单有误，请检查标红的项');
  await notice.waitFor();
  const [noticeBox, button] = [await notice.boundingBox(), await save.boundingBox()];
  expect((noticeBox?.y ?? 0) + (noticeBox?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
});

it('says that the network is down when a page cannot be loaded, and shows it after a reload', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({
    width: 390,
    expected: /Failed to (load resource|fetch dynamically)|ERR_/,
    as: await app.person('COUNTY_DESK'),
  });
  await visit(page, '/households');
  await page.getByText('方一一').waitFor();
  await page.context().setOffline(true);
  await visit(page, '/organizations');
  await page.getByRole('heading', { name: '页面没有取到' }).waitFor();
  await page.getByText('连不上服务器，请检查网络后重试。').first().waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '重新加载' }).click();
  await page.getByRole('heading', { name: '还没有单位' }).waitFor();
});
