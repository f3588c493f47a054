import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { consoleApp, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';

const app = consoleApp();

/** Makes a token in the console; returns the secret, which is shown only once. */
async function makeToken(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: '新建' }).click();
  await page.getByLabel('用途').fill(name);
  await page.getByRole('checkbox', { name: '查看农户' }).check();
  await page.getByLabel('每分钟额度').fill('5000');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存' }).click();
  const dialog = page.getByRole('dialog', { name: `新令牌 · ${name}` });
  const secret = await dialog.getByLabel('令牌', { exact: true }).inputValue();
  await dialog.getByText('curl', { exact: false }).first().waitFor();
  await dialog.getByRole('button', { name: '复制' }).click();
  await dialog.getByText('已复制').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '我已保存，关闭' }).click();
  return secret;
}

/** A program's request with it: the status, and the refusal if there is one. */
async function use(page: Page, secret: string) {
  const answer = await page.request.post('/graphql', {
    headers: { authorization: `Bearer ${secret}` },
    data: { query: '{ households { totalCount } }' },
  });
  const body = await answer.json();
  return { status: answer.status(), code: body.errors?.[0]?.extensions.code ?? null };
}

it('makes a token, shows its use, and revokes it', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open({ as: desk });
  await visit(page, '/tokens');
  await page.getByText('令牌让其他系统按您给的权限读写数据。').waitFor();
  const secret = await makeToken(page, '市平台数据交换');

  const row = page.getByRole('row', { name: /市平台数据交换/ });
  await row.getByText('从未使用').waitFor();
  expect(await use(page, secret)).toEqual({ status: 200, code: null });
  await page.getByRole('button', { name: '刷新' }).click();
  await row.getByText('今天 1 次').waitFor();
  expect(await row.getByText('从未使用').count()).toBe(0);
  await expectAccessible(page);

  await row.getByRole('link', { name: '市平台数据交换' }).click();
  await page.getByText('5,000 点').waitFor();
  await page.getByRole('table', { name: '用量' }).getByText('2026-11-10').waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('dialog').getByText('从下一次请求起就会被拒绝').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  expect((await use(page, secret)).status).toBe(200);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销').waitFor();
  expect(await use(page, secret)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
});

it('fits a phone, in English as well', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open({ locale: 'en', width: 390, as: desk });
  await visit(page, '/tokens');
  await page.getByText('市平台数据交换', { exact: false }).click();
  await page.getByRole('heading', { name: 'Usage' }).waitFor();
  await page.getByText('Revoked').waitFor();
  await expectAccessible(page);
  await expectFits(page);
});
