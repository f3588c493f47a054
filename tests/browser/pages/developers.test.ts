import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { consoleApp, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';

const app = consoleApp();
const pages = ['/developers', '/developers/graphiql', '/developers/reference', '/developers/versions'];

async function pickExample(page: Page, label: string, example: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: example }).click();
}

/** Its editors load one after the other; before that the button does nothing. */
async function execute(page: Page, operation: string) {
  const answer = page.getByRole('region', { name: 'Result Window' });
  await answer.locator('.CodeMirror').waitFor();
  await page.locator('.graphiql-query-editor').getByText(operation).waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  return answer;
}

it('runs an example in GraphiQL as the signed-in user, and shows its price', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await visit(page, '/households');
  await page.getByRole('main').waitFor();
  const graphiql = () => loaded.filter((url) => /QueryPage|codemirror/i.test(url));
  expect(graphiql()).toEqual([]);
  await page.getByRole('link', { name: '接口开发' }).click();
  await page.getByRole('tab', { name: '在线查询' }).click();
  await pickExample(page, '示例查询', '本辖区有哪些地方');
  const answer = await execute(page, 'Places');
  await answer.getByText('魏城镇').first().waitFor();
  await page.getByText(/上次查询：价格 \d+/).waitFor();
  expect(graphiql().length).toBeGreaterThan(0);
  await expectAccessible(page);
});

it('stores no query in the browser', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('VILLAGE_CADRE') });
  await visit(page, '/developers/graphiql');
  const answer = await execute(page, 'WhoAmI');
  await answer.getByText('VILLAGE_CADRE').waitFor();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toMatch(/graphiql|WhoAmI/i);
});

it('explains every type on a searchable page', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ locale: 'en', as: await app.person('COUNTY_DESK') });
  await visit(page, '/developers/reference');
  const search = page.getByRole('searchbox', { name: /^Search types/ });
  await search.fill('households');
  await page.getByRole('button', { name: 'households', exact: true }).click();
  await page.getByText('household.read').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'HouseholdFilter', exact: true }).first().click();
  await page.getByRole('button', { name: 'HouseholdFilter', exact: true, expanded: true }).waitFor();
  await search.fill('OPERATION_TOO_EXPENSIVE');
  await page.getByRole('cell', { name: 'OPERATION_TOO_EXPENSIVE' }).waitFor();
});

it('fits a phone and is accessible in both languages', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await app.open({ locale, width: 390, as: await app.person('COUNTY_DESK') });
    for (const address of pages) {
      await visit(page, address);
      await page.getByRole('tablist', { name: /开发者页面|Pages for developers/ }).waitFor();
      await expectAccessible(page);
      await expectFits(page);
    }
  }
});
