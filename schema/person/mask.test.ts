import { expect, test } from 'vitest';
import { maskAccount, maskPhone, maskResidentId } from './mask.ts';

test('a masked number keeps only what is needed to recognise it', () => {
  expect(maskResidentId('130434197001011234')).toBe('130434********1234');
  expect(maskPhone('13800008000')).toBe('138****8000');
  expect(maskPhone('0310-3512345')).toBe('0310-****345');
  expect(maskAccount('6228480402564890018')).toBe('6228 **** **** 0018');
  expect(maskPhone('12317')).toBe('12317');
});

test('a masked number never shows more than four characters of an unusual number', () => {
  expect(maskResidentId('E12345678')).toBe('****78');
  expect(maskAccount('12345')).toBe('****');
  expect(maskPhone('123456')).toBe('****56');
  expect(maskResidentId('')).toBe('****');
});

test('masking hides the birth date in every resident id', () => {
  expect(maskResidentId('11010519491231002X')).toBe('110105********002X');
});
