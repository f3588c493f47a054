import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPhone, normalisePhone } from './person/phone.ts';
import { normaliseResidentId } from './person/resident-id.ts';
import { foldLine, foldName, halfWidth, readableLength, withoutBlanks } from './text.ts';

test('full-width digits and letters become plain, and every kind of blank around goes', () => {
  expect(halfWidth('\u3000１３０ＡＢｘ（一）\u00a0\u200b\ufeff ')).toBe('130ABx(一)');
  expect(withoutBlanks(' 1 3\u30000\n4 ')).toBe('1304');
});

test.each([
  ['项　小　龙', '项小龙'],
  ['项 小\n龙', '项小龙'],
  ['ＡＢＣ项', 'ABC项'],
  ['Anna\u3000 Maria', 'Anna Maria'],
  ['Anna\r\nMaria', 'Anna Maria'],
  ['张\u200b三', '张三'],
  ['\u202a张三\u202c', '张三'],
  ['\u2066张三\u2069', '张三'],
  ['张\u0007三', '张三'],
  ['葛\ufe00\u{e0100}某', '葛某'],
  ['\u3164张三\u2800', '张三'],
  ['a\ufeffb', 'ab'],
])('the name %j is kept as %s', (written, kept) => {
  expect(foldName(written)).toBe(kept);
});

test.each([...'·•‧・･∙⋅●⸱ㆍ．.'])('努尔%s买买提江 has the one middle dot', (dot) => {
  expect(foldName(`努尔${dot}买买提江`)).toBe('努尔·买买提江');
  expect(foldName(`努尔 ${dot} 买买提江`)).toBe('努尔·买买提江');
});

test('a full stop that is no dot between Chinese names stays', () => {
  expect(foldName('J. Smith')).toBe('J. Smith');
  expect(foldName('zhang.san')).toBe('zhang.san');
  expect(foldName('Ａ．Ｂ')).toBe('A·B');
  expect(foldLine('3.5里地')).toBe('3.5里地');
});

test('what is folded once stays as it is', () => {
  const pieces = fc.constantFrom(...'张三aB1 .．·•\u200b\u202e\u3000\n\u0007ﾞが㎡ﬁ'.split(''));
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const fold of [halfWidth, withoutBlanks, foldLine, foldName]) {
        expect(fold(fold(text))).toBe(fold(text));
      }
    }),
    // An accent behind a blank that is taken out, and a note that is written as two.
    { numRuns: 1_000, examples: [['\u{1d15e}\ufe74']] },
  );
});

test.each(['\u200e', '\u202a', '\u202c', '\u2066', '\u061c', '\u2060', '\ufe0f', ' ', '\u3000', '\u0000'])(
  'a number with %j before, behind and inside is the number',
  (mark) => {
    const marked = (text: string) => mark + text.slice(0, 6) + mark + text.slice(6) + mark;
    expect(normaliseResidentId(marked('11010519491231002x'))).toBe('11010519491231002X');
    expect(normalisePhone(marked('13800006650'))).toBe('13800006650');
    expect(isPhone(marked('0310-3512345'))).toBe(true);
  },
);

test.each([
  ['到户核实', 4],
  ['e\u0301 12', 3],
  ['\u200b\u200b', 0],
  ['\ue000\ue000', 0],
  ['\u{1d159}\u{1d159}', 0],
  ['........', 0],
  ['\u0301\u0301', 0],
  ['\ufffd\u0378\ufdd0', 0],
  ['\u{16fe4}\u{f0000}\u{10ffff}', 0],
  ['ーーーー', 0],
  ['ـــ ʹʹ ꓸꓸ', 0],
  ['—— ……。。、、ㆍㆍ', 0],
  ['√ ★ ☑ ？', 0],
  ['①甲', 2],
  ['张\ue000', 1],
])('of %j so many characters say something: %i', (text, length) => {
  expect(readableLength(text)).toBe(length);
});
