import type { Page } from 'playwright-core';
import { visit } from '#tests/browser/setup/console.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';

// The last one is not recognised.
const headings = ['乡镇', '行政村', '户主姓名', '身份证号', '帮扶责任人', '电话', '结对时间', '心得'];

/** A roster as a user picks it from the disk. */
export const rosterCsv = (...lines: string[][]) => ({
  name: '花名册.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([headings, ...lines].map((line) => line.join()).join('\n')),
});

/** A line of it: a new household with its helper. */
export const rosterLine = (name: string, ...helper: string[]) => [
  ...['魏城镇', '南关村', name, residentId()],
  ...helper,
];

/** Uploads it in the wizard and waits for the end of its check. */
export async function uploadRoster(page: Page, file: ReturnType<typeof rosterCsv>): Promise<void> {
  await visit(page, '/imports/create');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '上传并核对' }).click();
  await page.getByRole('heading', { name: '核对结果（还没有写入）' }).waitFor();
}
