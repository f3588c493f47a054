import englishMessages from 'ra-language-english';
import { expect, test } from 'vitest';
import { bangfuMessages } from './bangfu.ts';
import { flatten, phrasesOf } from './messages.ts';
import { resourceMessages } from './phrases.ts';
import { zhCN } from './zh-CN.ts';

const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g))].sort();
const english = flatten(englishMessages);
const chinese = flatten(zhCN);
const own = { bangfu: bangfuMessages, resources: resourceMessages };

test('the Chinese words of react-admin have exactly the keys of its English ones', () => {
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
});

test('a Chinese text of react-admin uses no placeholder that its English text lacks', () => {
  const unknown = Object.entries(chinese).filter(
    ([key, text]) =>
      !placeholders(text).every((name) => name === '%{smart_count}' || english[key]?.includes(name)),
  );
  expect(unknown).toEqual([]);
});

test('each text of ours exists in both languages with the same placeholders', () => {
  const zh = flatten(phrasesOf(own, 'zh'));
  const en = flatten(phrasesOf(own, 'en'));
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  for (const [key, text] of Object.entries(zh)) {
    expect(text, key).not.toBe('');
    expect(en[key], key).not.toBe('');
    expect(placeholders(text), key).toEqual(placeholders(en[key] ?? ''));
  }
});

test('Chinese texts are Chinese and English texts are not', () => {
  const name = 'bangfu.app.name';
  expect(flatten(phrasesOf(own, 'zh'))[name]).toMatch(/\p{Script=Han}/u);
  for (const [key, text] of Object.entries(flatten(phrasesOf(own, 'en')))) {
    expect(text, key).not.toMatch(/\p{Script=Han}/u);
  }
});
