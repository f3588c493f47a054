import { expect, test } from 'vitest';
import { isUsername, normaliseUsername } from './username.ts';
import { usernameSkeleton } from './username-skeleton.ts';

test.each([
  ['admin', 'аdmin'],
  ['admin', 'ADMIN'],
  ['admin', 'ａｄｍｉｎ'],
  ['admin', 'аԁміп'],
  ['admin', 'adm1n'],
  ['admin', 'admln'],
  ['admin', 'àdmín'],
  ['admin', 'adrnin'],
  ['admin', 'ᴀᴅᴍɪɴ'],
  ['OOO', '000'],
  ['coco', 'сосо'],
  ['HELLO', 'НЕLLО'],
  ['vova', 'νονα'],
  ['weixian-O1', 'weixian-0l'],
  ['王土生', '王士生'],
  ['demo-desk', 'demo_desk'],
  ['demo-desk', 'demo.desk'],
  ['demo-desk', 'demo--desk'],
  ['demo-desk', 'demodesk'],
  ['demo_de.sk', 'demodesk'],
  ['desk-1-1', 'desk11'],
  ['zhangsan', 'zhang-san'],
  ['张-三', '张三'],
])('%s and %s cannot be told apart', (one, other) => {
  expect(usernameSkeleton(one)).toBe(usernameSkeleton(other));
});

test.each([
  ['zhang-san', 'zhang-sen'],
  ['desk-1', 'desk-2'],
  ['李明', '李朋'],
  ['user-10', 'user-100'],
  ['xin-1', 'xin-11'],
])('%s and %s can', (one, other) => {
  expect(usernameSkeleton(one)).not.toBe(usernameSkeleton(other));
});

test.each([
  'ad\u200bmin',
  'ad\u00admin',
  'ad\u3164min',
  'ad\u115fmin',
  '\u202eadmin',
  'аdmin',
  'pаypal',
  'αdmin',
  'a\u0301dmin x',
  'admiꞑ',
  'ɐdmin',
  'admın',
  'admin.',
  'admin-',
])('a name with signs that cannot be seen or of mixed scripts is none: %j', (name) => {
  expect(isUsername(normaliseUsername(name))).toBe(false);
});

test.each([
  'zhang-san',
  '张三',
  'zhang三',
  'desk_01',
  '才让卓玛',
  'José',
  'иван',
  'བསྟན་འཛིན'.replace(/[^\p{L}]/gu, ''),
])('a name as people have them is one: %s', (name) => {
  expect(isUsername(normaliseUsername(name))).toBe(true);
});
