import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importFile } from '#modules/imports/batch/import-file.service.ts';
import { screenshot } from '#tests/browser/setup/browser.ts';
import { consoleApp, countyCode, expectAccessible, expectFits, visit } from '#tests/browser/setup/console.ts';
import { samples } from '#tests/factories/lists/sheets.ts';

const app = consoleApp();

it('shows documents with their lines and what is left to be decided, on screens of both widths', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  await importFile(app.test.app.systemContext(), {
    kind: 'FUND_DOCUMENTS',
    countyCode,
    filePath: fileURLToPath(samples.FUND_DOCUMENTS),
    dryRun: false,
  });
  const desk = await app.person('COUNTY_DESK');
  for (const [locale, width] of [
    ['zh-CN', 1280],
    ['en', 390],
  ] as const) {
    const page = await app.open({ locale, width, as: desk });
    await visit(page, '/fund-documents');
    await page.getByText('魏财农〔2026〕45号').first().waitFor();
    // To the fen: an amount on a screen is the text that the server sent.
    await page.getByText('256,347.00').first().waitFor();
    await screenshot(page, `fund-documents-${width}`);
    await expectFits(page);
    await expectAccessible(page);
    await page.getByText('邯财农〔2026〕53号').first().click();
    await page.getByRole('heading', { name: '邯财农〔2026〕53号', exact: true }).waitFor();
    await page.getByText('少数民族发展任务').first().waitFor();
    await screenshot(page, `fund-document-${width}`);
    await expectFits(page);
    await expectAccessible(page);
    await visit(page, `/fund-lines?filter=${encodeURIComponent(JSON.stringify({ reissue: ['ASKED'] }))}`);
    await page
      .getByRole('button', { name: /核实|Decide/ })
      .first()
      .waitFor();
    await screenshot(page, `fund-lines-${width}`);
    await expectFits(page);
    await expectAccessible(page);
  }
  const accountant = await app.person('FUND_ACCOUNTANT');
  const page = await app.open({ as: accountant });
  await visit(page, '/fund-documents/create');
  await page.getByRole('button', { name: /保存|Save/ }).waitFor();
  await screenshot(page, 'fund-document-create');
  await visit(page, '/imports/create');
  await page.getByText('资金指标文清单').first().waitFor();
  await screenshot(page, 'fund-import');
  await expectAccessible(page);
});

it('lets a person other than the importer decide about a re-issue', async (context) => {
  if (!app.canRun) return context.skip('no browser');
  const page = await app.open({ as: await app.person('COUNTY_DESK') });
  await visit(page, `/fund-lines?filter=${encodeURIComponent(JSON.stringify({ reissue: ['ASKED'] }))}`);
  const buttons = page.getByRole('button', { name: '核实', exact: true });
  await buttons.first().waitFor();
  const before = await buttons.count();
  await buttons.first().click();
  await page.getByRole('radio', { name: '同一笔资金' }).check();
  await page.getByRole('dialog').getByRole('button', { name: '核实', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => buttons.count()).toBe(before - 1);
});
