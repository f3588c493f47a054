import { expect, it } from 'vitest';
import { makeHousehold } from '#tests/factories/households.ts';
import { anyVillage } from '#tests/factories/national-divisions.ts';
import { consoleApp, expectAccessible, expectFits, signIn, switchToEnglish, visit } from './console.ts';

const app = consoleApp();

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
    const title = page.locator('#react-admin-title');
    const [needed, given] = await title.evaluate((element) => [
      element.scrollWidth,
      element.getBoundingClientRect().width,
    ]);
    expect(given).toBeGreaterThanOrEqual(60);
    expect(needed).toBeLessThanOrEqual(Math.ceil(given ?? 0));
    await expectFits(page);
    await expectAccessible(page);
  }
});
