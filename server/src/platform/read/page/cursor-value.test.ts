import { expect, it } from 'vitest';
import { isWrittenAs } from './cursor-value.ts';

it.each([
  ['uuid', '0192f0c1-0000-7000-8000-000000000000'],
  ['date', '2024-02-29'],
  ['timestamp with time zone', '2026-11-10 04:00:00+00'],
  ['timestamp with time zone', '2026-11-10 04:00:00.123456+05:30'],
  ['integer', '-2147483648'],
  ['bigint', '9223372036854775807'],
  ['numeric(10,2)', '-1.50'],
  ['boolean', 'false'],
  ['text', "'; --"],
  ['varchar(12)', '𠮷野家'],
])('takes %s as it is written', (type, text) => {
  expect(isWrittenAs(type, text)).toBe(true);
});

it.each([
  ['uuid', '$1'],
  ['date', '2026-02-30'],
  ['date', '130434100'],
  ['timestamp with time zone', '2026-11-10 24:00:61+00'],
  ['timestamp with time zone', '9999-99-99 00:00:00+00'],
  ['integer', '2147483648'],
  ['bigint', '9223372036854775808'],
  ['bigint', '1e3'],
  ['numeric', 'NaN'],
  ['boolean', ''],
  ['text', 'a\0b'],
  ['text', '\ud800'],
])('refuses what cannot be read back as %s', (type, text) => {
  expect(isWrittenAs(type, text)).toBe(false);
});
