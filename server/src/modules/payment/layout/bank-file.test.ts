import { expect, test } from 'vitest';
import { bankFile, resultLines } from './bank-file.ts';
import type { Layout } from './layout.ts';
import { readResults } from './result-file.rules.ts';
import { sampleLayouts } from './sample-layouts.ts';

const [piped, fen, workbook] = [...sampleLayouts] as unknown as [Layout, Layout, Layout];
const batch = { number: '202611100001', purpose: '临时救助' };
const payments = [
  { serial: 1, payeeName: '㛃测试', account: '6228480402564890018', bankName: '农行', amount: 1_234_50n },
  { serial: 2, payeeName: '乙|测试', account: '0012345678', bankName: '信用社', amount: 5n },
];
const gbk = (bytes: Uint8Array) => new TextDecoder('gbk').decode(bytes);

test('writes the columns, the unit and the trailer that a bank wants', async () => {
  expect(gbk(await bankFile(piped, batch, payments))).toBe(
    [
      '批次号|批内序号|收款人姓名|账号|金额|存折摘要',
      '202611100001|1|?测试|6228480402564890018|1234.50|临时救助',
      '202611100001|2|乙 测试|0012345678|0.05|临时救助',
      '合计|2|1234.55|',
      '',
    ]
      .join('\r\n')
      .replace('1234.55|', '1234.55'),
  );
  expect(gbk(await bankFile(fen, batch, payments)).split('\r\n')[1]).toBe(
    '0012345678,乙|测试,5,临时救助,202611100001',
  );
});

test('writes accounts into a workbook as text, with their zeros', async () => {
  const bytes = await bankFile(workbook, batch, payments);
  const lines = await resultLines(workbook, bytes, 'x.xlsx');
  expect(lines[2]?.cells).toEqual(['2', '乙|测试', '0012345678', '信用社', '0.05', '临时救助']);
});

const results = (layout: Layout, text: string) => resultLines(layout, Buffer.from(text), 'x.txt');
const body =
  "202611100001,0012 3456 78,甲,500,S,,20261112093000,\r\n\r\n202611100001,'99,乙,7,F,睡眠户,,\n2,507\n";

test('reads blanks in accounts, commas at the end and all kinds of line breaks', async () => {
  const rows = readResults(fen, await results(fen, body));
  expect(rows).toMatchObject([
    { rowNumber: 1, account: '0012345678', amount: 500n, said: 'PAID', paidOn: '2026-11-12', fault: null },
    { rowNumber: 3, account: '99', amount: 7n, said: 'FAILED', reason: '睡眠户', paidOn: null },
  ]);
});

test.each([
  ['a sum that differs', body.replace('2,507', '2,508'), 'TRAILER_DIFFERS'],
  ['a count that differs', body.replace('2,507', '3,507'), 'TRAILER_DIFFERS'],
  ['no trailer', body.replace('2,507\n', ''), 'TRAILER_MISSING'],
])('refuses the whole file for %s', async (_what, text, code) => {
  const lines = await results(fen, text);
  expect(() => readResults(fen, lines)).toThrow(
    expect.objectContaining({ fields: { 'input.fileId': code } }),
  );
});

test.each([
  ['1.005', 'MONEY_INVALID'],
  ['-5.00', 'AMOUNT_NOT_POSITIVE'],
  ['0.00', 'AMOUNT_NOT_POSITIVE'],
  ['１００', 'MONEY_INVALID'],
  ['1e9', 'MONEY_INVALID'],
])('names an amount of %s', async (amount, code) => {
  const layout = { ...piped, resultHeader: false, resultTrailer: [] };
  const [row] = readResults(layout, await results(layout, `1|1|a|123|${amount}|0000`));
  expect(row?.fault).toEqual({ column: 'AMOUNT', code });
});
