import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type WriteCell, writeWorkbook } from '#platform/sheet/writer/write-workbook.ts';

/** Sample files and the expected results of their import. */
export const samples = {
  ROSTER: new URL('../../fixtures/帮扶联系人花名册-魏县.xlsx', import.meta.url),
  MEMBERS: new URL('../../fixtures/监测对象家庭成员-魏县.xlsx', import.meta.url),
  VISITS: new URL('../../fixtures/走访记录-魏县.xlsx', import.meta.url),
  FUND_DOCUMENTS: new URL('../../fixtures/资金指标文-魏县-2026.xlsx', import.meta.url),
  expectedFunds: new URL('../../fixtures/expected-资金指标文-魏县-2026.json', import.meta.url),
  expected: new URL('../../fixtures/expected-魏县.json', import.meta.url),
};

/** A small workbook: headings, then rows of text. */
export async function workbook(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly WriteCell[])[],
): Promise<{ name: string; content: Buffer }> {
  const out = new PassThrough();
  const content = buffer(out);
  const columns = headings.map((heading) => ({ heading }));
  await writeWorkbook(out, { sheets: [{ name: '表', columns, rows: rows.map((row) => [...row]) }] });
  return { name, content: await content };
}
