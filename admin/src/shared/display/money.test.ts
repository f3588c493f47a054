import { expect, test } from 'vitest';
import { formatMoney, isMoney } from './money.ts';

test('yuan are grouped by thousands, fen stay as they are', () => {
  expect(formatMoney('11440.00')).toBe('11,440.00');
  expect(formatMoney('999.50')).toBe('999.50');
  expect(formatMoney('-1234567.89')).toBe('-1,234,567.89');
});

test('more digits than a float can hold are kept', () => {
  expect(formatMoney('90071992547409931.01')).toBe('90,071,992,547,409,931.01');
});

test('an amount that can be typed has at most two digits of fen and no sign', () => {
  expect(['0', '12', '12.5', '12.50'].every(isMoney)).toBe(true);
  expect(['', '-1', '1,000', '1.234', '1e3', ' 1'].some(isMoney)).toBe(false);
});
