import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { RoleKey } from '#schema/codes/rights.ts';
import type { AppDeps } from '#server/app.ts';
import { buildConsole } from '#server/boot/console-build.ts';
import { makeUser } from '#tests/factories/people/people.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { type TestApp, testApp } from '#tests/setup/app.ts';
import { accessibilityFaults, launchBrowser, openPage, screenshot, type WatchedPage } from './browser.ts';

export const countyCode = '130434';
export const password = 'Longer-than-most-7';

interface Options {
  locale?: 'zh-CN' | 'en';
  width?: number;
  /** Username of a user who is signed in already. */
  as?: string;
  /** Faults that the test expects. */
  expected?: RegExp;
}

export interface Console {
  readonly test: TestApp;
  /** False where no browser could be started, which was reported loudly. */
  readonly canRun: boolean;
  open(options?: Options): Promise<Page>;
  /** An account of the county that can sign in. */
  person(role: RoleKey, traits?: Parameters<typeof makeUser>[1]): Promise<string>;
}

/** A real server with the built console and a county ready for use. Any fault of a page fails the test. */
export function consoleApp(settings: Partial<AppDeps> = {}): Console {
  let browser: Browser | undefined;
  let baseURL = '';
  let opened: (WatchedPage & Options)[] = [];
  const test = testApp(async () => {
    browser = await launchBrowser();
    return { ...settings, adminDist: browser ? await buildConsole(() => undefined) : null };
  });
  beforeAll(async () => {
    if (!browser) return;
    await loadCounties(test, countyCode);
    baseURL = await test.app.listen(0, '127.0.0.1');
    await test.app.jobs.start();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      for (const [at, { page }] of opened.entries())
        await screenshot(page, `${task.name.slice(0, 40)} ${at}`);
    }
    const faults = opened.flatMap((one) => one.faults.filter((fault) => !one.expected?.test(fault)));
    await Promise.all(opened.map(({ context }) => context.close()));
    opened = [];
    expect(faults).toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    test,
    get canRun() {
      return browser !== undefined;
    },
    async open(options = {}) {
      if (!browser) throw new Error('no browser');
      const watched = await openPage(browser, { baseURL, now: test.clock.now(), ...options });
      opened.push({ ...watched, ...options });
      if (options.as) await startSession(watched.context, options.as);
      if (options.as && options.locale === 'en') await rememberEnglish(watched.context);
      return watched.page;
    },
    async person(role, traits) {
      const { username } = await makeUser(test, { role, divisionCode: countyCode, password, ...traits });
      return username;
    },
  };
}

const login = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';

/** Signs in without the login page, which has tests of its own. */
async function startSession({ request }: BrowserContext, username: string): Promise<void> {
  const answer = await request.post('/graphql', {
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    data: { query: login, variables: { input: { username, password } } },
  });
  expect(await answer.json()).toMatchObject({ data: { login: { user: {} } } });
}

/** As if the language had been chosen earlier. */
async function rememberEnglish(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (window.localStorage.getItem('RaStorebangfu.locale')) return;
    window.localStorage.setItem('RaStorebangfu.version', '1');
    window.localStorage.setItem('RaStorebangfu.locale', '"en"');
  });
}

/**
 * On the login page. Waits for the English messages, with which the page is mounted again and its inputs are cleared.
 */
export async function switchToEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: '中文' }).waitFor();
}

/** Fills in the login form and sends it, whatever the result. */
export async function tryToSignIn(page: Page, username: string, secret: string): Promise<void> {
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(secret);
  await page.locator('button[type=submit]').click();
}

export async function signIn(page: Page, username: string): Promise<void> {
  await tryToSignIn(page, username, password);
  await page.locator('input[autocomplete=current-password]').waitFor({ state: 'detached' });
}

/** Opens a page of the console by its address behind the `#`. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(`/#${address}`);
}

/** Waits until the page is still, and expects no accessibility violations. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  expect(await accessibilityFaults(page), page.url()).toEqual([]);
}

/** Nothing overflows sideways. */
export async function expectFits(page: Page): Promise<void> {
  const [needed, given] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needed, page.url()).toBe(given);
}
