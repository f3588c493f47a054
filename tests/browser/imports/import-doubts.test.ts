import { expect, it } from 'vitest';
import { consoleApp, expectAccessible, visit } from '#tests/browser/setup/console.ts';
import { newPhone } from '#tests/factories/lists/imports.ts';
import { rosterCsv, rosterLine, uploadRoster } from './import-pages.ts';

const app = consoleApp();
it('shows all warnings about rows that are not refused, before and after the import, in both languages', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const desk = await app.person('COUNTY_DESK');
  const page = await app.open({ as: desk });
  await visit(page, '/imports/create');
  const ways = '户主身份证号 / 户编号 / 户主 + 户主出生日期（任选一种）';
  await page.getByText(ways).first().waitFor();
  expect(await page.getByText(ways).count()).toBe(3);
  await uploadRoster(
    page,
    rosterCsv(
      rosterLine('无人帮', '无', '', '', ''),
      rosterLine('有人帮', '乙测试', newPhone(), '2026-01-05', '好'),
    ),
  );
  const doubts = page.getByRole('table', { name: '需要核对的行' });
  await doubts.getByText('没有填写联系人：只登记农户，不建立结对').waitFor();
  await page.getByText('忽略的列（1）').waitFor();
  await page.getByText('H 心得').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('heading', { name: '导入结果' }).waitFor({ timeout: 60_000 });
  await doubts.getByText('没有填写联系人：只登记农户，不建立结对').waitFor();
  const inEnglish = await app.open({ locale: 'en', as: desk });
  await inEnglish.goto('/');
  await inEnglish.goto(page.url());
  await inEnglish
    .getByRole('table', { name: 'Rows to look at' })
    .getByText('No helper is given: the household is taken in and paired with nobody')
    .waitFor();
  await expectAccessible(inEnglish);
});

it('says so where there are no warnings, and names the ignored columns', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await page.goto('/');
  await uploadRoster(page, rosterCsv(rosterLine('都齐全', '丙测试', newPhone(), '2026-01-05', '')));
  await page.getByText('没有需要核对的行。').waitFor();
  await page.getByText('忽略的列（1）').waitFor();
});
