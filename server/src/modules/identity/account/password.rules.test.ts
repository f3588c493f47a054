import { expect, it } from 'vitest';
import { passwordFault } from './password.rules.ts';

const username = 'wei-county-desk';

it.each([
  ['seven characters', 'x7-pqrm'],
  ['the commonest of all', 'password'],
  ['a common one in capitals', 'PassWord123'],
  ['a common one typed full-width', 'ｐａｓｓｗｏｒｄ'],
  ['one common in Chinese offices', 'woaini1314'],
  ['digits in a row', '1234567890'],
  ['digits in a row, over nought', '12345678901234'],
  ['digits downwards', '98765432109876'],
  ['digits by twos', '24680246802468'],
  ['letters in a row', 'abcdefghijkl'],
  ['letters backwards', 'zyxwvutsrq'],
  ['a row of the keyboard', 'qwertyuiop[]'],
  ['a row of the keyboard with shift', '!@#$%^&*()'],
  ['columns of the keyboard', '1qaz2wsx3edc4rfv'],
  ['letters and digits in turn', 'a1b2c3d4e5f6g7'],
  ['two rows in turn', '1q2w3e4r5t6y'],
  ['Chinese numbers in a row', '一二三四五六七八'],
  ['one character again and again', '啊啊啊啊啊啊啊啊'],
  ['two characters in turn', 'xyxyxyxyxy'],
  ['a few characters over and over', 'k7wk7wk7wk7wk7w'],
  ['each digit twice', '11223344556677'],
  ['a common one with signs for letters', 'Passw0rd!'],
  ['a common one with other signs for letters', '@dm1n1str@t0r'],
  ['a common one with accents', 'pässwôrd'],
  ['a common one with signs around', '#password#1'],
  ['a common one twice', 'Passw0rd!Passw0rd!'],
  ['a common one backwards', 'drowssap99'],
  ['two common ones', 'adminpassword'],
  ['a word and digits in a row', 'Admin@12345678'],
  ['a surname and a year', 'Zhang-1990!'],
  ['a surname and a birthday', 'wang19900101'],
  ['what the system is called, and the year', 'Bangfu@2026'],
  ['a mobile phone number', '13900001111'],
  ['one that begins like a day', '13011223847'],
  ['an identity number', '130499199003021234'],
  ['one that ends with a letter, and a surname', 'Wang13049919900302123x'],
  ['a mobile phone number with a surname', 'zhang13900001111'],
  ['a birthday', '19900101'],
  ['the user name', 'wei-county-desk'],
  ['the user name in another letter case', 'WEI-COUNTY-DESK'],
  ['the user name without its signs, and digits', 'WeiCountyDesk123'],
  ['the user name backwards', 'ksed-ytnuoc-iew'],
  ['a part of the user name over and over', 'countycounty'],
  ['the user name with signs for letters', 'wei-c0unty-desk!'],
  ['the user name and an abbreviation', 'wei-county-desk-pw'],
  ['a part of the user name, digits and a word', 'county88-pw'],
  ['words with signs between them', 'Weixian-xiangcun-2026!'],
  ['a place, a slogan and the year', '魏县乡村振兴2026'],
  ['a place, a slogan and the year with signs', '魏县-乡村振兴@2026'],
  ['a place of three characters and a slogan', '馆陶县脱贫攻坚2026'],
  ['a township and a slogan', '双井镇共同富裕88'],
  ['an office and a year', '魏县农业农村局2026'],
  ['slogans alone', '不忘初心牢记使命'],
  ['a slogan and a phone number', '乡村振兴13900001111'],
])('refuses %s', (_, password) => {
  expect(passwordFault(password, username)).toBe('WEAK_PASSWORD');
});

const long = 'Am Zhanghe 7, hinter der Brücke: drei Pappeln, zwei Esel und ein Brunnen, ';

it.each([
  ['eight characters', 'x7-pqrm2'],
  ['eight digits by chance', '83920174'],
  ['eight Chinese characters', '漳河水绕魏县城边'],
  ['words that say something', 'Weihe-river-2026'],
  ['a surname among others', '漳河-Zhang-71'],
  ['a common word among others', 'another long password 77'],
  ['signs by chance', '$^&%*@~!'],
  ['signs among letters', '@Kx#9v!T$'],
  ["a sentence of one's own", '魏县的桃花开了三里'],
  ['64 characters', long.slice(0, 64)],
  ['128 characters', `${long}${[...long].reverse().join('')}`.slice(0, 128)],
])('allows %s', (_, password) => {
  expect(passwordFault(password, username)).toBeNull();
});

it.each([
  ['zhangdesk9', 'zhangdesk9-pw'],
  ['zhangdesk2', 'zhangdesk9-pw'],
  ['zhang.desk', 'Zhangdesk9!'],
  ['张三测试', '张三测试2026!'],
  ['张三-13', '张三魏县2026'],
])('allows %s', (name, password) => {
  expect(passwordFault(password, name)).toBe('WEAK_PASSWORD');
});

it('refuses more than 128 characters', () => {
  expect(passwordFault(`${long}${long}`, 'desk')).toBe('TOO_LONG');
});

it('counts characters, not code points', () => {
  // Seven letters, each of a base and an accent: fourteen pieces.
  expect(passwordFault('e\u0301o\u0302u\u0308a\u0300n\u0303c\u0327y\u0301', 'desk')).toBe('WEAK_PASSWORD');
});
