import type { Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  type Console,
  consoleApp,
  expectAccessible,
  expectFits,
  signIn,
  visit,
} from '#tests/browser/setup/console.ts';

const guarded = consoleApp({ persistedOnly: true });
const open = consoleApp();

const isOperation = (request: Request) => new URL(request.url()).pathname === '/graphql';
const bodyOf = (request: Request) => request.postDataJSON() ?? {};

/** Operations that a page sends from now on, oldest first: 'hash', or the document. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (isOperation(request)) sent.push(bodyOf(request).query ?? 'hash');
  });
  return sent;
}

/** From now on the server gets unknown hashes and texts, as from a page of another release. */
async function becomeOutdated(page: Page): Promise<void> {
  await page.route('/graphql', (route) => {
    const { query, extensions, ...rest } = bodyOf(route.request());
    const persistedQuery = { version: 1, sha256Hash: '0'.repeat(64) };
    const postData =
      query === undefined ? { ...rest, extensions: { persistedQuery } } : { ...rest, query: `${query} ` };
    return route.continue({ postData });
  });
}

/** Browsers report every refused request as an error. */
const refusals = /status of 40[04]/;

async function deskAt(app: Console, address: string): Promise<Page> {
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open({ expected: refusals });
  await visit(page, address);
  await signIn(page, desk);
  await page.getByRole('table').first().waitFor();
  return page;
}

it('works where browsers may send only persisted operations, and sends nothing else', async (context) => {
  if (!guarded.canRun) return context.skip('no browser');
  const desk = await guarded.person('COUNTY_DESK');
  const page = await guarded.open();
  const sent = sentBy(page);
  await visit(page, '/divisions');
  await signIn(page, desk);
  await page.getByText('魏城镇', { exact: true }).first().waitFor();
  for (const address of [
    '/households',
    '/board',
    '/cadres',
    '/users',
    '/audit',
    '/imports',
    '/organizations',
  ]) {
    const before = sent.length;
    await visit(page, address);
    await expect.poll(() => sent.length, { message: address }).toBeGreaterThan(before);
    await page.waitForLoadState('networkidle');
  }
  expect(new Set(sent)).toEqual(new Set(['hash']));
  await visit(page, '/developers/reference');
  await page.getByText('households', { exact: true }).first().waitFor();
  expect(sent.filter((one) => one !== 'hash')).toEqual([expect.stringContaining('query IntrospectionQuery')]);
  await page.getByRole('button', { name: /测试人员/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  expect(sent.length).toBeGreaterThan(10);
  const headers = { 'content-type': 'application/json' };
  const free = await page.request.post('/graphql', { headers, data: { query: '{ me { rights } }' } });
  expect([free.status(), await free.text()]).toEqual([400, expect.stringContaining('PERSISTED_ONLY')]);
});

it('continues after an upgrade of the server: an unknown hash is sent in full, once per hash', async (context) => {
  if (!open.canRun) return context.skip('no browser');
  const page = await deskAt(open, '/divisions');
  const sent = sentBy(page);
  await becomeOutdated(page);
  await page.getByRole('button', { name: '下一页' }).click();
  const inFull = expect.stringContaining('query DivisionList(');
  await expect.poll(() => sent).toEqual(['hash', inFull]);
  await page.getByRole('button', { name: '下一页' }).click();
  await expect.poll(() => sent).toEqual(['hash', inFull, inFull]);
  expect(await page.getByText('本页面是旧版本').count()).toBe(0);
});

it('asks to be reloaded where the server accepts no documents in full', async (context) => {
  if (!guarded.canRun) return context.skip('no browser');
  const page = await deskAt(guarded, '/divisions');
  await becomeOutdated(page);
  await page.getByRole('button', { name: '下一页' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '本页面是旧版本' }).first();
  await notice.waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await page.unroute('/graphql');
  await notice.getByRole('button', { name: '重新加载' }).click();
  await page.getByRole('table').getByRole('row').nth(1).waitFor();
  expect(await page.getByText('本页面是旧版本').count()).toBe(0);
});

it('asks to be reloaded where its own documents are gone too', async (context) => {
  if (!open.canRun) return context.skip('no browser');
  const page = await deskAt(open, '/divisions');
  await page.route(/operations-/, (route) => route.fulfill({ status: 404, json: { status: 'not found' } }));
  await becomeOutdated(page);
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByRole('alert').filter({ hasText: '本页面是旧版本' }).first().waitFor();
});
