import { expect, it } from 'vitest';
import { passwordFault } from './password.rules.ts';

it.each([
  ['seven characters', 'x7-pqrm'],
  ['the commonest of all', 'password'],
  ['a common one in capitals', 'PassWord123'],
  ['a common one typed full-width', 'ｐａｓｓｗｏｒｄ'],
  ['one common in Chinese offices', 'woaini1314'],
  ['digits in a row', '1234567890'],
  ['one character again and again', '啊啊啊啊啊啊啊啊'],
  ['two characters in turn', 'xyxyxyxyxy'],
  ['the user name in another letter case', 'WEI-COUNTY-DESK'],
])('refuses %s', (_, password) => {
  expect(passwordFault(password, 'wei-county-desk')).toBe('WEAK_PASSWORD');
});

it.each([
  ['eight characters', 'x7-pqrm2'],
  ['eight Chinese characters', '漳河水绕魏县城边'],
  ['64 characters', 'ab3'.repeat(21).concat('z')],
  ['128 characters', 'ab3-'.repeat(32)],
])('allows %s', (_, password) => {
  expect(passwordFault(password, 'wei-county-desk')).toBeNull();
});

it('refuses more than 128 characters', () => {
  expect(passwordFault('ab3-'.repeat(32).concat('x'), 'desk')).toBe('TOO_LONG');
});

it('counts characters and not the pieces they are written with', () => {
  // Seven letters, each of a base and an accent: fourteen pieces.
  expect(passwordFault('e\u0301o\u0302u\u0308a\u0300n\u0303c\u0327y\u0301', 'desk')).toBe('WEAK_PASSWORD');
});
