import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['en', 'en'],
  ['EN-us', 'en'],
  ['fr-FR, en;q=0.7, zh;q=0.3', 'en'],
  ['zh;q=0.3, en;q=0.7', 'en'],
  ['en;q=0.2, zh-Hans;q=0.9', 'zh'],
  ['en, zh', 'en'],
  ['zh, en', 'zh'],
  ['en;q=0', 'zh'],
  ['fr', 'zh'],
  ['english', 'zh'],
  ['en;q=nonsense', 'zh'],
])('%s asks for %s', (header, expected) => {
  expect(languageOf(header)).toBe(expected);
});
