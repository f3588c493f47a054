import { expect, test } from 'vitest';
import { errorMessage, errorTexts, isErrorCode } from './error-codes.ts';

test('every code has a text in Chinese and in English, and no two codes say the same', () => {
  const seen = new Map<string, string>();
  for (const [code, text] of Object.entries(errorTexts)) {
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
    expect(seen.get(text.zh), `${code} repeats`).toBeUndefined();
    seen.set(text.zh, code);
  }
});

test('a code is recognised by its own name only', () => {
  expect(isErrorCode('ID_CHECKSUM')).toBe(true);
  expect(isErrorCode('toString')).toBe(false);
  expect(errorMessage('NOT_FOUND', 'zh')).toBe('未找到该记录');
});
