import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { installedBrowser, packagedBrowser } from './find-browser.ts';

const SHOTS = join(import.meta.dirname, '../shots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NO_BROWSER = [
  '',
  '!! The browser tests did NOT run: no Chromium or Chrome could be started.',
  '!! Install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.',
  '',
].join('\n');

const start = (executablePath: string) => chromium.launch({ executablePath, args: FLAGS });

/** The installed browser, otherwise the packaged one if it runs; undefined if neither does. */
async function anyBrowser(): Promise<Browser | undefined> {
  const installed = installedBrowser();
  if (installed) return start(installed);
  const packaged = await packagedBrowser();
  return packaged ? start(packaged).catch(() => undefined) : undefined;
}

/** A browser for the tests; undefined with a loud message where there is none, which fails in CI. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const browser = await anyBrowser();
  if (browser) return browser;
  if (process.env.CI === 'true') throw new Error(NO_BROWSER);
  console.warn(NO_BROWSER);
  return undefined;
}

interface OpenOptions {
  baseURL: string;
  locale?: 'zh-CN' | 'en';
  width?: number;
  height?: number;
  /** The page's time at its start; its clock runs on from there. */
  now?: Date;
}

export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** Console errors, uncaught exceptions and requests to other machines, in order. */
  faults: string[];
}

const isLocal = (url: string) =>
  /^(data|blob|about):/.test(url) || ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/** Browsers report it as an error, but this is how a page learns that nobody is signed in. */
const isUnauthenticated = (text: string) => text.includes('status of 401');

function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isUnauthenticated(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (!isLocal(request.url())) faults.push(`request: ${request.url()}`);
  });
  return faults;
}

/** A page with its own browser profile; `faults` must be empty at the end of a test. */
export async function openPage(browser: Browser, options: OpenOptions): Promise<WatchedPage> {
  const { baseURL, locale = 'zh-CN', width = 1280, height = 800 } = options;
  const context = await browser.newContext({
    baseURL,
    locale,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  if (options.now) await context.clock.install({ time: options.now });
  const page = await context.newPage();
  return { page, context, faults: watch(page) };
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: 'disabled' });
}

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string; target: string[] }[] }[];
}

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResult> };
  }
}

/** WCAG 2.2 A and AA violations of the page: `label (critical): <input …>`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Not as a script element: the page's content security policy refuses those, as it should.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, target }) => `${id} (${impact}): ${target.join(' ')} ${html.slice(0, 200)}`),
  );
}
