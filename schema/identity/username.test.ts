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
  ['李晚口', '李晩囗'],
  ['adm丨n', 'admin'],
  ['demo-desk', 'demo_desk'],
  ['demo-desk', 'demo.desk'],
  ['demo-desk', 'demo--desk'],
  ['demo-desk', 'demodesk'],
  ['demo_de.sk', 'demodesk'],
  ['desk-1-1', 'desk11'],
  ['zhangsan', 'zhang-san'],
  ['张-三', '张三'],
])('%s and %s look the same', (one, other) => {
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
  ['signs that cannot be seen', ['ad\u200bmin', 'ad\u00admin', 'ad\u3164min', 'ad\u115fmin', '\u202eadmin']],
  ['marks above letters', ['a\u0301dmin', 'José', 'naïve', 'ådmin']],
  ['letters of phonetic and old alphabets', ['admiꞑ', 'ɐdmin', 'admın', 'ᴀᴅᴍɪɴ', 'þorn']],
  ['Cyrillic, Greek, Armenian', ['аdmin', 'pаypal', 'иван', 'αdmin', 'ΑΒΓ', 'ադմին']],
  ['small alphabets', ['ꓮdmin', 'ꓮꓓꓟꓲꓠ', 'ᎪᎠᎷᎥN', 'ᎪᎠᎷ', 'ⲁⲇⲙ', '𐐰𐐱𐐲', 'ꮯꮯ', '𐊠𐊡', '𝼀𝼁', '𞓐𞓑']],
  [
    'scripts that hold strokes and rings',
    ['الله', 'ㅇㅣ', 'ᄋᄋ', '한글', 'ོོ', 'ꀀꀁ', 'ᠠᠡ', 'ཀཁ', 'ߋߊ', 'ᐯᐱ'],
  ],
  ['kana and phonetic signs', ['エロ', 'ㄧㄨ', '王ニ', 'ーー']],
  ['digits of other scripts', ['desk٠١', 'desk०१', 'desk߀߁']],
  ['radicals, strokes, numerals of merchants', ['王⺌', '⺊⺌', '王㇐', '〡〢', '王々']],
  [
    'numbers of people',
    ['13900001234', '张三13900001234', '130499197001010011', '一三九零零零零一二三四', '139-0000-1234'],
  ],
  ['symbols', ['🅰🅱', 'a★b', 'a·b', 'a‐b', '张。三']],
  ['signs at an end, blanks', ['admin.', 'admin-', '-admin', '.张三', '_a', 'wei county', '张\n三']],
  ['too few or too many', ['a', '张', '张'.repeat(33), 'a'.repeat(33), '𠮷'.repeat(33)]],
])('a user name has no %s', (_what, names) => {
  expect(names.filter((name) => isUsername(normaliseUsername(name)))).toEqual([]);
});

test('a user name is Chinese characters, the letters a to z, digits, and signs between them', () => {
  const names = [
    'zhang-san',
    '张三',
    'zhang三',
    'desk_01',
    'ａｄｍｉｎ',
    '才让卓玛',
    '𠮷野',
    '李〇',
    '龘'.repeat(32),
  ];
  expect(names.filter((name) => !isUsername(normaliseUsername(name)))).toEqual([]);
});
