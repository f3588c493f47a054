import { expect, it } from 'vitest';
import { isBlankWord, isNoEnd } from './blank-words.ts';

it.each([
  ...['', ' ', '无', '（无）', '/', '——', '暂无', '均无', '空', 'N/A', 'NULL', '未填写', '待核实', '不适用'],
  ...[
    '无电话',
    '没有电话',
    '没手机',
    '无手机号码',
    '未留',
    '未留电话',
    '未留联系方式',
    '暂缺',
    '未提供',
    '未登记',
  ],
  ...['无单位', '暂无职务', '无帮扶责任人', '没有帮扶干部', '未确定', '尚未落实', '暂未安排', '没有定'],
  ...['未办身份证', '无身份证号', '未 采 集', '待补录', '无。'],
])('takes %j for nothing', (word) => {
  expect(isBlankWord(word)).toBe(true);
});

it.each([
  // A number that reaches nobody is no word for none: the number on record would stay as if it did.
  ...['空号', '停机', '关机', '欠费', '号码有误', '打不通', '无人接听'],
  ...['同上', '#N/A', '吴', '无名氏', '吴有', '和某', '未来', '待业', '空军', '0', '长期'],
])('takes %j for something', (word) => {
  expect(isBlankWord(word)).toBe(false);
});

it.each([
  ...[
    '至今',
    '到目前',
    '截至目前',
    '长期',
    '长期帮扶',
    '长期有效',
    '永久',
    '持续帮扶',
    '一直帮扶',
    '继续帮扶',
  ],
  ...[
    '帮扶中',
    '结对中',
    '在帮',
    '正在帮扶',
    '仍在包联',
    '进行中',
    '未结束',
    '尚未结束',
    '还未解除',
    '没有到期',
  ],
  ...['无期限', '无截止日期', '不限', '（至今）', '—至今', 'Present', 'till now'],
  ...[
    '9999-12-31',
    '2099-12-31',
    '2099.12.31',
    '9999年12月31日',
    '2099年12月',
    '9999-12-31 23:59:59',
    '2958465',
  ],
])('takes %j for no end', (word) => {
  expect(isNoEnd(word)).toBe(true);
});

it.each([
  ...[
    '2026-12-31',
    '2099-11-30',
    '2206-03-01',
    '2026年12月',
    '已结束',
    '已解除',
    '结束',
    '帮扶',
    '长期外出',
    '9998',
  ],
])('takes %j for no such word', (word) => {
  expect(isNoEnd(word)).toBe(false);
});
