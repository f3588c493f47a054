import { expect, test } from 'vitest';
import { maskAccount, maskPhone, maskResidentId } from './mask.ts';

test('a masked number keeps only its end, by which it is recognised', () => {
  expect(maskResidentId('130434197001011234')).toBe('****1234');
  expect(maskResidentId('11010519491231002X')).toBe('****002X');
  expect(maskPhone('13800008000')).toBe('****8000');
  expect(maskAccount('6228480402564890018')).toBe('****0018');
});

test('a certificate with the resident id in it shows what the id shows', () => {
  expect(maskResidentId('13043419700101123443')).toBe('****1234');
  expect(maskResidentId('1304341970010112344312')).toBe('****1234');
});

test('a landline shows less, since its exchange is known to everybody around', () => {
  expect(maskPhone('0310-3512345')).toBe('****45');
  expect(maskPhone('010-65123456-12')).toBe('****56');
});

test('the public hotline is no personal number', () => {
  expect(maskPhone('12317')).toBe('12317');
});

test('of unusual numbers two characters show at most', () => {
  expect(maskResidentId('E12345678')).toBe('****78');
  expect(maskAccount('12345')).toBe('****');
  expect(maskPhone('123456')).toBe('****56');
  expect(maskPhone('12345')).toBe('****');
  expect(maskResidentId('')).toBe('****');
});
