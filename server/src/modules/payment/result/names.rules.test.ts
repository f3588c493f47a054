import { expect, test } from 'vitest';
import { namesFit } from './names.rules.ts';

test.each([
  ['艾合买提·吐尔逊', '艾合买提•吐尔逊'],
  ['艾合买提．吐尔', '艾合买提·吐尔逊'],
  ['?测试', '㛃测试'],
  ['？测试', '䶮测试'],
  ['甲 测 试', '甲测试'],
  ['甲测试', '甲测试'],
])('takes %s for %s', (said, payee) => {
  expect(namesFit(said, payee)).toBe(true);
});

test.each([
  ['乙测试', '甲测试'],
  ['甲', '甲测试'],
  ['甲测验', '甲测试'],
])('does not take %s for %s', (said, payee) => {
  expect(namesFit(said, payee)).toBe(false);
});
