import { expect, test } from 'vitest';
import { areCodes, splitCodes } from './codes.ts';

test('codes are split whatever separates them', () => {
  expect(splitCodes(' 130434，130529、13\n1304 ')).toEqual(['130434', '130529', '13', '1304']);
});

test('a code has the length of a level', () => {
  expect(areCodes('13 1304 130434 130434205 130434205201')).toBe(true);
  expect(areCodes('130434 12345')).toBe(false);
  expect(areCodes('魏县')).toBe(false);
});
