import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { makeHousehold } from '#tests/factories/households.ts';
import { anyVillage } from '#tests/factories/national-divisions.ts';
import { consoleApp, expectAccessible, expectFits, signIn, switchToEnglish, visit } from './console.ts';

const app = consoleApp();

/** The title of the page stands in the bar as a whole. */
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

it('names the page beside a long name of a place, and says once that nothing is found', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const villageCode = await anyVillage(app.test);
  await makeHousehold(app.test, { villageCode, headName: '方一一' });
  const cadre = await app.person('VILLAGE_CADRE', { divisionCode: villageCode });
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await app.open({ locale, width: 390 });
    await page.goto('/');
    if (locale === 'en') await switchToEnglish(page);
    await signIn(page, cadre);
    await visit(page, `/households?filter=${encodeURIComponent(JSON.stringify({ search: '无此人' }))}`);
    await page.getByRole('heading', { name: /没有符合条件的户|No households match/ }).waitFor();
    expect(await page.getByText(/没有符合|match the|match these/).count()).toBe(1);
    await expectWholeTitle(page);
    await expectFits(page);
    await expectAccessible(page);
  }
});

it('names each page whole in English, and says once that a list holds nothing', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const administrator = await app.person('SYSTEM_ADMINISTRATOR', { divisionCode: null });
  const page = await app.open({ locale: 'en', width: 390 });
  await page.goto('/');
  await switchToEnglish(page);
  await signIn(page, administrator);
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
});

it('says once that nothing is found in the audit trail', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ width: 390 });
  await visit(page, `/audit?filter=${encodeURIComponent(JSON.stringify({ actor: '无此人' }))}`);
  await signIn(page, await app.person('SECURITY_AUDITOR'));
  await page
    .getByRole('heading', { name: /没有符合条件的/ })
    .first()
    .waitFor();
  expect(await page.getByRole('heading', { name: /没有符合条件的/ }).count()).toBe(1);
});
