import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { consoleApp, password, visit } from '#tests/browser/setup/console.ts';

const app = consoleApp();

interface Seen {
  /** How many sign-in forms there were, one after the other. */
  forms: number;
  /** The pages on the way. */
  pages: string[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Types into the sign-in form as soon as it is there, and notes what else appears. */
async function typeAtOnce(page: Page, typed: string): Promise<void> {
  await page.evaluate((text) => {
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const inputs = new Set<Element>();
    const seen: Seen = { forms: 0, pages: [] };
    window.seen = seen;
    new MutationObserver(() => {
      seen.pages.push(window.location.hash);
      const input = document.querySelector('input[name=username]');
      if (!input || inputs.has(input)) return;
      inputs.add(input);
      seen.forms = inputs.size;
      if (inputs.size > 1) return;
      write?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }).observe(document, { childList: true, subtree: true });
  }, typed);
}

const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true });

/** How the page learns that the session has ended, and the address to which the user returns. */
const ways: readonly [way: string, act: (page: Page) => Promise<void>, back: RegExp][] = [
  [
    'the next page of a list is refused',
    (page) => page.getByRole('button', { name: '下一页' }).click(),
    /#\/divisions\?.*page=2/,
  ],
  ['several requests of a page are refused', (page) => menu(page, '季度看板').click(), /#\/board/],
  [
    'it asks again who is signed in',
    async (page) => {
      await page.clock.fastForward('02:00');
      await menu(page, '单位').click();
    },
    /#\/organizations/,
  ],
];

it.each(ways)(
  'opens the sign-in form once when %s, and keeps what is typed at once',
  async (_, act, back) => {
    if (!app.canRun) return;
    const desk = await app.person('COUNTY_DESK');
    const page = await app.open({ as: desk });
    await visit(page, '/divisions');
    await page.getByText('魏城镇', { exact: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await typeAtOnce(page, desk);
    await page.context().clearCookies();
    await act(page);
    await page.getByText('登录已过期').waitFor();
    await page.waitForLoadState('networkidle');
    const { forms, pages } = await page.evaluate(() => window.seen);
    expect(forms).toBe(1);
    expect(pages.filter((address) => /denied|error/.test(address))).toEqual([]);
    // The reason stands above the form; a notification of the refusal would only repeat it.
    expect(await page.getByText('请先登录').count()).toBe(0);
    expect(await page.locator('input[name=username]').inputValue()).toBe(desk);
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(back);
    await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  },
);
