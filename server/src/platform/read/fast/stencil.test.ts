import { expect, test } from 'vitest';
import { between, plainly } from './stencil.ts';

test('gives the same list for the same text, by which a statement is known without reading it', () => {
  expect(plainly(` limit ${20}`).texts).toBe(plainly(' limit 20').texts);
  expect(plainly(' limit 20').texts).not.toBe(plainly(' limit 21').texts);
  expect(between(' = ', 1).texts).toBe(between(' = ', 2).texts);
  expect(between(' = ', 1, '::text').texts).toEqual([' = ', '::text']);
  expect(plainly('$1').texts).toEqual(['$1']);
  expect(between('', 1).texts).toEqual(['', '']);
});
