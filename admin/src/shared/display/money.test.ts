import { expect, test } from 'vitest';
import { formatMoney, isMoney } from './money.ts';

test('yuan are grouped by thousands, fen stay unchanged', () => {
  expect(formatMoney('11440.00')).toBe('11,440.00');
  expect(formatMoney('999.50')).toBe('999.50');
  expect(formatMoney('-1234567.89')).toBe('-1,234,567.89');
});

test('amounts with more digits than a float can hold keep them', () => {
  expect(formatMoney('90071992547409931.01')).toBe('90,071,992,547,409,931.01');
});

test('a typed amount has at most two decimals and no sign', () => {
  expect(['0', '12', '12.5', '12.50'].every(isMoney)).toBe(true);
  expect(['', '-1', '1,000', '1.234', '1e3', ' 1'].some(isMoney)).toBe(false);
});
