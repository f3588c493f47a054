import { expect, test } from 'vitest';
import { encodeGbk } from './gbk.ts';

test('writes what reads as the same text, in two bytes a character', () => {
  const text = '帮扶资金，魏县|6228480402564890018|100.00';
  const bytes = encodeGbk(text);
  expect(new TextDecoder('gbk').decode(bytes)).toBe(text);
  expect(bytes.length).toBe(text.length + 7);
});

test('writes a question mark for a rare character, as banks do', () => {
  expect(new TextDecoder('gbk').decode(encodeGbk('㛃测试'))).toBe('?测试');
});
