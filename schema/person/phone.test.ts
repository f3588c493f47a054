import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPhone, normalisePhone } from './phone.ts';

test.each([
  ['138 0000-6650', '13800006650'],
  ['１３８００００６６５０', '13800006650'],
  ['+86 13800006650', '13800006650'],
  ['8613800006650', '13800006650'],
  ['0310-3512345', '0310-3512345'],
  ['03103512345', '0310-3512345'],
  ['（0310）3512345', '0310-3512345'],
  ['010—65551234-12', '010-65551234-12'],
  ['12317', '12317'],
])('the phone number %s is %s', (text, phone) => {
  expect(normalisePhone(text)).toBe(phone);
  expect(isPhone(text)).toBe(true);
});

test.each([
  '',
  '无',
  '138000087149',
  '1380000665',
  '12000006650',
  '3512345',
  '13800006650/13800006651',
  '0010',
])('"%s" is no phone number', (text) => {
  expect(isPhone(text)).toBe(false);
});

test('a phone number once normalised stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(1[3-9]\d{9}|0[3-9]\d{2}-?\d{7,8}(-\d{1,6})?)$/), (text) => {
      const phone = normalisePhone(text);
      expect(phone).not.toBeNull();
      expect(normalisePhone(phone ?? '')).toBe(phone);
    }),
  );
});
