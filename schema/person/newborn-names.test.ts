import { expect, it } from 'vitest';
import { isNewbornName } from './newborn-names.ts';

it.each([
  ...[
    '项新生儿',
    '新生儿',
    '新生儿1',
    '新生儿（女）',
    '未取名',
    '（暂未取名）',
    '项未命名',
    '待起名',
    '女婴',
  ],
  ...['李四之女', '项之子', '欧阳四之子', '李四的女儿', '李四长子', '李四女儿', '新 生 儿'],
])('takes %s for no name', (name) => {
  expect(isNewbornName(name)).toBe(true);
});

it.each([
  ...[
    '项婉清',
    '王宝宝',
    '项小宝',
    '毛毛',
    '王之',
    '子之',
    '长女',
    '李长子',
    '吴明',
    '新生',
    '项新生',
    '婴宁',
    '之子',
  ],
  ...['努尔·买买提', '名', ''],
])('takes %j for a name', (name) => {
  expect(isNewbornName(name)).toBe(false);
});
