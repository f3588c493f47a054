import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { household } from '#schema/household/household.table.ts';
import { appUser, userGrant } from '#schema/identity/identity.table.ts';
import { visit as visitTable } from '#schema/visit/visit.table.ts';
import {
  consoleApp,
  countyCode,
  expectAccessible,
  expectFits,
  password,
  signIn,
  visit,
} from '#tests/browser/setup/console.ts';
import { anyVillage } from '#tests/factories/places/national-divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';

const app = consoleApp();
const words = '屋顶漏雨，约定月底前翻修';
let home: MadeHousehold;
let other: MadeHousehold;
let cadre: MadeCadre;

beforeAll(async () => {
  if (!app.canRun) return;
  const villageCode = await anyVillage(app.test);
  cadre = await makeCadre(app.test, { countyCode, name: '甲干部' });
  home = await makeHousehold(app.test, { villageCode, headName: '方一一' });
  other = await makeHousehold(app.test, { villageCode, headName: '孔二二' });
  for (const household of [home, other]) await makePairing(app.test, { household, cadre, villageCode });
});

const form = (page: Page, household: MadeHousehold) =>
  visit(
    page,
    `/visits/create?source=${encodeURIComponent(JSON.stringify({ householdId: household.globalId }))}`,
  );
const findings = (page: Page) => page.getByRole('textbox', { name: '走访情况' });
const kept = (page: Page) =>
  page.evaluate(() =>
    Object.entries(window.sessionStorage).filter(([key]) => key.startsWith('bangfu.draft:')),
  );
const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name, exact: true });

it('restores a draft after a reload and an expired session, asks before leaving, and forgets it once saved', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open({ as: desk });
  await form(page, home);
  await page.getByText('帮扶联系人:').waitFor();
  // Values from a link are nobody's input, and neither is input that was cleared again.
  await findings(page).fill(words);
  await expect.poll(() => kept(page)).toHaveLength(1);
  await findings(page).fill('');
  await expect.poll(() => kept(page)).toEqual([]);
  await menu(page, '问题').click();
  await page.waitForURL(/#\/problems/);
  await form(page, home);
  await findings(page).fill(words);
  await page.getByLabel('电话', { exact: true }).check();
  await page.reload();
  await page.getByText(/已恢复 .* 未保存的内容/).waitFor();
  expect(await findings(page).inputValue()).toBe(words);
  expect(await page.getByLabel('电话', { exact: true }).isChecked()).toBe(true);
  await expectAccessible(page);

  await menu(page, '问题').click();
  const question = page.getByRole('dialog', { name: '有未保存的内容' });
  await question.waitFor();
  await expectAccessible(page);
  await question.getByRole('button', { name: '继续填写' }).click();
  expect(await findings(page).inputValue()).toBe(words);

  await page.context().clearCookies();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('登录已过期').waitFor();
  await signIn(page, desk);
  await page.getByText(/已恢复 .* 未保存的内容/).waitFor();
  expect(await findings(page).inputValue()).toBe(words);

  // Another household has its own draft.
  await form(page, other);
  await expect.poll(() => findings(page).inputValue()).toBe('');
  await form(page, home);
  await page.getByText(/已恢复 .* 未保存的内容/).waitFor();
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/visits\/.*\/show/);
  expect(await kept(page)).toEqual([]);
  const [logged] = await app.test.owner.db
    .select()
    .from(visitTable)
    .where(eq(visitTable.householdId, home.id));
  expect(logged).toMatchObject({ findings: words, mode: 'PHONE' });
});

it('keeps a form while offline, and no personal number in its draft', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({
    expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/,
    as: await app.person('COUNTY_DESK'),
  });
  await visit(page, '/households/create');
  await page.getByRole('textbox', { name: '户主', exact: true }).fill('方三三');
  await page.getByLabel(/身份证号/).fill('130499197001011234');
  await page.getByLabel(/电话/).fill('13900000001');
  await page.context().setOffline(true);
  await page.getByLabel('备注').fill(words);
  await page.getByRole('button', { name: '保存' }).click();
  await page.context().setOffline(false);
  const text = JSON.stringify(await kept(page));
  expect(text).toContain('方三三');
  expect(text).toContain(words);
  expect(text).not.toMatch(/130499197001011234|13900000001/);
  await page.reload();
  await page.getByText(/已恢复 .* 未保存的内容/).waitFor();
  expect(await page.getByRole('textbox', { name: '户主', exact: true }).inputValue()).toBe('方三三');
  expect(await page.getByLabel(/身份证号/).inputValue()).toBe('');
  await page.getByRole('button', { name: '清除草稿' }).click();
  expect(await page.getByRole('textbox', { name: '户主', exact: true }).inputValue()).toBe('');
  expect(await kept(page)).toEqual([]);
});

it('asks before a dialog or session with input is closed, and leaves nothing to the next user', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ width: 390, as: await app.person('COUNTY_DESK') });
  const address = `/cadres/${encodeURIComponent(cadre.globalId)}/show`;
  await visit(page, address);
  await page.getByRole('button', { name: '干部离岗' }).click();
  const dialog = page.getByRole('dialog', { name: '甲干部 离岗' });
  await dialog.getByRole('textbox', { name: '离岗原因' }).fill(words);
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: '有未保存的内容' });
  await question.waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await question.getByRole('button', { name: '留作草稿并离开' }).click();
  await page.reload();
  await page.getByRole('button', { name: '干部离岗' }).click();
  await dialog.getByText(/已恢复 .* 未保存的内容/).waitFor();
  expect(await dialog.getByRole('textbox', { name: '离岗原因' }).inputValue()).toBe(words);
  await dialog.getByRole('button', { name: '取消' }).click();
  await question.getByRole('button', { name: '留作草稿并离开' }).click();

  // The session expires, and another user signs in on the same page.
  await page.context().clearCookies();
  await page.reload();
  await signIn(page, await app.person('COUNTY_DESK'));
  await visit(page, address);
  await page.getByRole('button', { name: '干部离岗' }).click();
  await dialog.getByRole('textbox', { name: '离岗原因' }).waitFor();
  expect(await dialog.getByText(/已恢复/).count()).toBe(0);
  expect(await dialog.getByRole('textbox', { name: '离岗原因' }).inputValue()).toBe('');
  expect(await kept(page)).toEqual([]);

  await dialog.getByRole('textbox', { name: '离岗原因' }).fill(words);
  await dialog.getByRole('button', { name: '取消' }).click();
  await question.getByRole('button', { name: '留作草稿并离开' }).click();
  await page.getByRole('button', { name: '账号' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByText('有未保存的草稿，退出登录后会清除。').waitFor();
  await page.getByRole('menuitem', { name: '清除草稿并退出' }).click();
  await page.getByRole('heading', { name: '登录' }).waitFor();
  expect(await kept(page)).toEqual([]);
});

it('keeps a form when its user must first change the password, or may no longer save', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const username = await app.person('COUNTY_DESK');
  const page = await app.open({ expected: /403/, as: username });
  const whose = eq(appUser.username, username);
  const [user] = await app.test.owner.db.select().from(appUser).where(whose);
  await visit(page, `/households/${encodeURIComponent(home.globalId)}`);
  const remarks = page.getByRole('textbox', { name: '备注' });
  await remarks.fill(words);
  await expect.poll(() => kept(page)).toHaveLength(1);
  await app.test.owner.db.update(appUser).set({ mustChangePassword: true }).where(whose);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '请先设置自己的密码' }).waitFor();
  expect(await kept(page)).toHaveLength(1);
  await page.locator('input[name=currentPassword]').fill(password);
  await page.locator('input[name=newPassword]').fill(`${password}-own`);
  await page.locator('input[name=repeated]').fill(`${password}-own`);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText(/已恢复 .* 未保存的内容/).waitFor();
  expect(await remarks.inputValue()).toBe(words);

  await app.test.owner.db
    .update(userGrant)
    .set({ role: 'OVERSEER' })
    .where(eq(userGrant.userId, String(user?.id)));
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('您没有办理此事项的权限').first().waitFor();
  expect(await kept(page)).toHaveLength(1);
  expect(await page.getByText('已保存', { exact: true }).count()).toBe(0);
});

it('says in English that the record has changed since the draft, and asks before leaving', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ locale: 'en', width: 390, as: await app.person('COUNTY_DESK') });
  const address = `/households/${encodeURIComponent(other.globalId)}`;
  await visit(page, address);
  await page.getByRole('textbox', { name: 'Remarks' }).fill(words);
  await expect.poll(() => kept(page)).toHaveLength(1);
  await app.test.owner.db
    .update(household)
    .set({ address: '村东头', version: 2 })
    .where(eq(household.id, other.id));
  await page.reload();
  await page.getByText(/What you typed at .* and did not save is back/).waitFor();
  await page.getByText('The record has changed since then; check before you save.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Remarks' }).inputValue()).toBe(words);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: 'Open menu' }).click();
  await page.getByRole('link', { name: 'Problems', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Not saved yet' });
  await question.waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await question.getByRole('button', { name: 'Discard' }).click();
  await page.waitForURL(/#\/problems/);
  expect(await kept(page)).toEqual([]);
});
