import { expect, it } from 'vitest';
import { mayBeSeveralNames } from './names.rules.ts';

it.each([
  ...['张三李四', '车甲仁李二助', '张三李四五', '王小明张三', '欧阳修李四', '李四欧阳小明', '张三李四王五'],
  ...['陈方安生', '车甲仁李二助王三丁赵四戊'],
])('reads %s as possibly several names', (text) => {
  expect(mayBeSeveralNames(text)).toBe(true);
});

it.each([
  ...[
    '张三',
    '王小明',
    '欧阳小明',
    '司马相如',
    '淳于小明',
    '李小姗姗',
    '张三干部',
    '努尔·买买提',
    '张三、李四',
  ],
  ...['古丽米热', '古丽巴哈尔', '白玛曲珍', '桑吉卓玛', '平措卓玛', '阿卜杜热合曼', '巴图白音', '审计局', ''],
])('reads %j as one name', (text) => {
  expect(mayBeSeveralNames(text)).toBe(false);
});
