import { expect, it } from 'vitest';
import { yuanOf } from '#schema/scalars.ts';
import { type MoneyUnit, parseMoney, unitIn, unitOfHeading } from './money.ts';

const read = (text: string, unit: MoneyUnit | null) => {
  const parsed = parseMoney({ text }, unit);
  return parsed.ok ? yuanOf(parsed.fen) : parsed.code;
};

it.each([
  ['3290.21', '万元', '32902100.00'],
  ['1390万元', '万元', '13900000.00'],
  ['4,560,000元', '万元', '4560000.00'],
  ['1390万元', '元', '13900000.00'],
  ['1.5亿元', '万元', '150000000.00'],
  ['１７３．９５１８２５', '万元', '1739518.25'],
  ['5,000', '万元', '50000000.00'],
  ['-25.75', '万元', '-257500.00'],
  ['－23.12', '万元', '-231200.00'],
  ['(25.75)', '万元', '-257500.00'],
  ['¥1,234.50元整', '万元', '1234.50'],
  ['0', '万元', '0.00'],
  ['0.00', null, '0.00'],
  ['12.30', '元', '12.30'],
  ['12.300', '元', '12.30'],
  ['1000000000', '元', '1000000000.00'],
])('reads %j in %s as %s yuan', (text, unit, yuan) => {
  expect(read(text, unit as MoneyUnit | null)).toBe(yuan);
});

it.each([
  // Beyond the fen: an amount is never rounded.
  ['12.345', '元'],
  ['12.3456789', '元'],
  ['1.2345678', '万元'],
  ...['见附表', '12O.5', '1e9', '1.2.3', '1,23', '--5', '约120', '12 万 5'].map((text) => [text, '万元']),
])('refuses %j in %s', (text = '', unit = '') => {
  expect(read(text, unit as MoneyUnit)).toBe('MONEY_INVALID');
});

it('guesses no unit', () => {
  expect(read('3290.21', null)).toBe('UNIT_UNKNOWN');
});

it('finds the unit that a title or a heading states', () => {
  expect(unitIn('单位：万元')).toBe('万元');
  expect(unitIn('填报单位：魏县财政局        单位:元')).toBe('元');
  expect(unitIn('金额单位：人民币万元')).toBe('万元');
  expect(unitIn('填报单位：魏县财政局')).toBe(null);
  expect(unitIn('2026年资金指标文登记表（单位：万元）')).toBe('万元');
  expect(unitOfHeading('指标金额（万元）')).toBe('万元');
  expect(unitOfHeading('金额（元）')).toBe('元');
  expect(unitOfHeading('金额万元')).toBe('万元');
  expect(unitOfHeading('指标金额')).toBe(null);
});
