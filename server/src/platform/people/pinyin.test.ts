import { expect, test } from 'vitest';
import { pinyinKeys } from './pinyin.ts';

test.each([
  ['方相奎', ['fangxiangkui', 'fxk']],
  ['尉迟恭', ['yuchigong', 'ycg']],
  ['解晓东', ['xiexiaodong', 'xxd', 'jiexiaodong']],
  ['仇金', ['qiujin', 'qj']],
  ['欧阳修', ['ouyangxiu', 'oyx']],
  ['曾乐', ['zengle', 'zengyue', 'zl', 'zy']],
  ['吕布', ['lvbu', 'lubu', 'lb']],
])('%s is found as a person by %j', (name, keys) => {
  expect(pinyinKeys(name, 'person').split(' ')).toEqual(expect.arrayContaining(keys));
});

test('a surname is read as a surname first', () => {
  expect(pinyinKeys('单雄信', 'person')).toMatch(/^shanxiongxin sxx /);
});

test.each([
  ['单县', ['danxian', 'shanxian']],
  ['乐清市', ['yueqingshi', 'leqingshi']],
  ['六安市', ['luanshi', 'liuanshi']],
  ['张家堡村', ['zhangjiabaocun', 'zhangjiapucun', 'zhangjiabucun', 'zjbc']],
  ['行唐县', ['xingtangxian', 'hangtangxian']],
  ['解庄', ['xiezhuang', 'jiezhuang']],
])('%s is found as a place by %j', (name, keys) => {
  expect(pinyinKeys(name, 'place').split(' ')).toEqual(expect.arrayContaining(keys));
});

test('keys are plain small letters and digits, each once', () => {
  for (const name of ['ＡＢ张3', '阿依古丽·买买提', '𠮷野', '绿化村', '长乐行会巷圈堡屯露', '']) {
    const keys = pinyinKeys(name, 'person');
    expect(keys).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
    expect(new Set(keys.split(' ')).size).toBe(keys.split(' ').length);
  }
});

test('a name of many readings keeps a bounded number of keys', () => {
  expect(pinyinKeys('乐行长重朝曾盛柏查区车', 'person').split(' ').length).toBeLessThanOrEqual(24);
});
