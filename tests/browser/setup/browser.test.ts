import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, launchBrowser, openPage } from './browser.ts';

const PAGE = `<!doctype html><html lang="en"><title>t</title><main><h1>t</h1><input></main>
<script>console.error('broken'); new Image().src = 'http://elsewhere.invalid/pixel';</script></html>`;

let browser: Browser | undefined;
let server: Server;

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.close();
  await browser?.close();
});

test('the page watcher reports console errors, requests to other machines and unnamed inputs', async (context) => {
  if (!browser) return context.skip('no browser');
  const { port } = server.address() as AddressInfo;
  const { page, faults } = await openPage(browser, { baseURL: `http://127.0.0.1:${port}` });
  await page.goto('/');
  await expect.poll(() => faults).toContain('request: http://elsewhere.invalid/pixel');
  expect(faults).toContain('console: broken');
  expect((await accessibilityFaults(page)).join()).toMatch(/^label \(critical\): input/);
});
