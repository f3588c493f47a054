import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleApp, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';

const app = consoleApp({ webhooksAnywhere: true });

const longName = '市防返贫监测平台与县乡村三级每日夜间数据同步';
let receiver: Server;
let url = '';
const received: string[] = [];
let answer = 200;

beforeAll(async () => {
  receiver = createServer((request, reply) => {
    received.push(String(request.headers['webhook-signature']));
    request.resume().on('end', () => reply.writeHead(answer).end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/${'in'.repeat(100)}`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

/** Makes a webhook for all types in the console; returns the secret, which is shown only once. */
async function makeWebhook(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: '新建' }).click();
  await page.getByLabel('用途').fill(name);
  await page.getByLabel('接收地址').fill('ftp://example.invalid');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('网址须以 https:// 开头').waitFor();
  await page.getByLabel('接收地址').fill(url);
  await page.getByRole('button', { name: '保存' }).click();
  const dialog = page.getByRole('dialog', { name: `签名密钥 · ${name}` });
  const secret = await dialog.getByLabel('密钥', { exact: true }).inputValue();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '我已保存，关闭' }).click();
  await dialog.waitFor({ state: 'detached' });
  return secret;
}

async function confirm(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  await page.getByRole('dialog', { name: verb }).getByRole('button', { name: verb }).click();
}

it('makes a webhook, shows its secret once and the results of its messages, and pauses it', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(page, '/webhooks');
  await page.getByText('还没有变更推送').waitFor();
  await expectAccessible(page);
  const secret = await makeWebhook(page, longName);
  expect(secret).toMatch(/^whsec_/);

  await page.getByText('还没有消息').waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.reload();
  await page.getByText('全部类型').waitFor();
  expect(await page.content()).not.toContain(secret);

  await confirm(page, '发送测试');
  const log = page.getByRole('table', { name: '推送记录' });
  await log.getByText('已送达').waitFor();
  await log.getByText('200').waitFor();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^v1,/);
  answer = 503;
  await confirm(page, '发送测试');
  await page.getByText('测试已发出，是否送达见推送记录').waitFor();
  await log.getByRole('row', { name: /失败.*503/ }).waitFor();
  await expectAccessible(page);

  await confirm(page, '暂停');
  await page.getByText('暂停 · 手动暂停').waitFor();
  await page.getByRole('button', { name: '恢复', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '暂停', exact: true }).count()).toBe(0);
  await visit(page, '/webhooks');
  const row = page.getByRole('row', { name: new RegExp(longName) });
  await row.getByText('暂停 · 手动暂停').waitFor();
  await expectAccessible(page);
  await expectFits(page);
});

it('rotates the secret of a webhook, and removes it', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(page, '/webhooks');
  await page.getByRole('row', { name: new RegExp(longName) }).waitFor();
  const secret = await makeWebhook(page, '试用');
  await page.getByText('旧密钥有效至').waitFor();
  await confirm(page, '轮换密钥');
  const dialog = page.getByRole('dialog', { name: '签名密钥 · 试用' });
  expect(await dialog.getByLabel('密钥', { exact: true }).inputValue()).not.toBe(secret);
  await dialog.getByRole('button', { name: '我已保存，关闭' }).click();
  await confirm(page, '删除');
  await page.getByRole('row', { name: new RegExp(longName) }).waitFor();
  expect(await page.getByText('试用').count()).toBe(0);
});

it('fits a phone in both languages', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await app.open({ locale, width: 390, as: await app.person('COUNTY_DESK') });
    await visit(page, '/webhooks');
    await page.getByText(longName).waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await page.getByText(longName).click();
    await page.getByRole('heading', { name: locale === 'en' ? 'Messages' : '推送记录' }).waitFor();
    await page.getByText('503', { exact: false }).waitFor();
    await expectAccessible(page);
    await expectFits(page);
    await visit(page, '/webhooks/create');
    await page.getByLabel(locale === 'en' ? 'Address' : '接收地址').waitFor();
    await expectAccessible(page);
    await expectFits(page);
  }
});
