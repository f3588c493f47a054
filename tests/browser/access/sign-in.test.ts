import { expect, it } from 'vitest';
import {
  consoleApp,
  expectAccessible,
  password,
  signIn,
  switchToEnglish,
  tryToSignIn,
  visit,
} from '#tests/browser/setup/console.ts';

const app = consoleApp();

it('refuses a wrong password at the form, and returns to the same page after an expired session', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open();
  await visit(page, '/divisions');
  await tryToSignIn(page, desk, 'not-the-password');
  await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
  await expectAccessible(page);
  await signIn(page, desk);
  await page.getByText('魏城镇', { exact: true }).first().waitFor();

  await page.context().clearCookies();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('登录已过期').waitFor();
  await expectAccessible(page);
  await signIn(page, desk);
  await page.getByRole('table').waitFor();
  expect(page.url()).toMatch(/#\/divisions\?.*page=2/);

  await page.getByRole('button', { name: /测试人员/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
});

it('shows only the change of password to a user who must change it', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const username = await app.person('COUNTY_DESK', { mustChangePassword: true });
  const page = await app.open({ locale: 'en' });
  await visit(page, '/users');
  await switchToEnglish(page);
  await tryToSignIn(page, username, password);
  await page.getByRole('heading', { name: 'Choose a password of your own first' }).waitFor();
  await expectAccessible(page);
  await page.locator('input[name=currentPassword]').fill(password);
  await page.locator('input[name=newPassword]').fill('password');
  await page.locator('input[name=repeated]').fill('password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('The password is too weak').waitFor();
  await page.locator('input[name=newPassword]').fill('Nine-lives-of-a-cat');
  await page.locator('input[name=repeated]').fill('Nine-lives-of-a-cat');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('table').getByText(username).waitFor();
});

it('offers Chinese again only once the page is in English', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open();
  await visit(page, '/users');
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await switchToEnglish(page);
  expect(await page.getByRole('heading', { name: 'Sign in' }).isVisible()).toBe(true);
});

it('creates an account whose owner chooses a password with the link', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open();
  await visit(page, '/users/create');
  await signIn(page, desk);
  await page.getByLabel('用户名').fill('xiaowei');
  await page.getByLabel('姓名').fill('小魏测试');
  await page.getByRole('combobox', { name: '角色' }).click();
  await page.getByRole('option', { name: '帮扶联系人' }).click();
  await page.getByText('只看得到与本人结对的户').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存' }).click();
  const link = await page.getByRole('textbox', { name: '链接' }).inputValue();
  await expectAccessible(page);

  const owner = await app.open();
  await owner.goto(link);
  await owner.locator('input[name=newPassword]').fill('Nine-lives-of-a-cat');
  await owner.locator('input[name=repeated]').fill('Nine-lives-of-a-cat');
  await owner.getByRole('button', { name: '设置密码' }).click();
  await owner.getByText('密码已设置，请登录。').waitFor();
  await owner.locator('input[name=password]').fill('Nine-lives-of-a-cat');
  await owner.locator('button[type=submit]').click();
  await owner.getByRole('button', { name: '小魏测试' }).waitFor();

  const again = await app.open();
  await again.goto(link);
  await again.locator('input[name=newPassword]').fill('Some-other-cat');
  await again.locator('input[name=repeated]').fill('Some-other-cat');
  await again.getByRole('button', { name: '设置密码' }).click();
  await again.getByText('重置链接无效或已过期').waitFor();
});

it('offers a helper only what a helper may do', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const helper = await app.person('HELPER');
  const page = await app.open();
  await visit(page, '/visits');
  await signIn(page, helper);
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await menu.getByRole('link', { name: '走访', exact: true }).waitFor();
  for (const hidden of ['导入', '用户', '接口令牌', '审计记录']) {
    expect(await menu.getByRole('link', { name: hidden, exact: true }).count(), hidden).toBe(0);
  }
  for (const address of ['/users/create', '/secondFactorPolicy', '/tokens']) {
    await visit(page, address);
    await page.getByRole('heading', { name: '没有权限', level: 1 }).waitFor();
    await menu.getByRole('link', { name: '走访', exact: true }).click();
    await page.getByRole('heading', { name: '没有权限', level: 1 }).waitFor({ state: 'detached' });
  }
  await visit(page, '/users/create');
  await page.getByRole('heading', { name: '没有权限', level: 1 }).waitFor();
  await expectAccessible(page);
});
