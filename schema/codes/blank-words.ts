import { withoutBlanks } from '../text.ts';

/** Words by which sheets say that there is nothing to say: a cell with one of them is as good as blank. */
const NOTHING = new Set([
  ...[
    '',
    '无',
    '没有',
    '暂无',
    '均无',
    '空',
    '空白',
    '(空)',
    '(空白)',
    '(无)',
    '未填',
    '未填写',
    '未录入',
    '未采集',
  ],
  ...['空缺', '暂缺', '未定', '未确定', '待确定', '未明确', '待明确', '未安排', '待安排', '未落实', '待落实'],
  ...[
    '无人',
    '无帮扶',
    '无结对',
    '无联系人',
    '无责任人',
    '无帮扶人',
    '无帮扶责任人',
    '无电话',
    '无手机',
    '没有电话',
    '无单位',
  ],
  ...['不详', '未知', '不清楚', '待定', '待补', '待补充', '待核实', '缺', '缺失', '无记录', '无数据'],
  ...['n/a', 'na', 'n.a', 'null', '(null)', 'nil', 'none', 'nan', 'undefined', '(blank)', 'unknown'],
]);

/** Dashes, strokes and dots put where a value would stand. */
const ONLY_SIGNS = /^[-\u2010-\u2015\u2212\u30fc_~/\\|.,·…。、*]+$/u;

/** Where a day ends something: that it goes on, so that there is no such day. */
const NO_END = new Set([
  ...[
    '至今',
    '迄今',
    '到今',
    '到现在',
    '至现在',
    '现在',
    '目前',
    '今',
    '长期',
    '长期有效',
    '永久',
    '永久有效',
  ],
  ...['未结束', '未解除', '未终止', '未截止', '未到期', '进行中', '在帮', '在帮扶', '正在帮扶', '仍在帮扶'],
  ...['持续', '持续帮扶', '无期限', '无固定期限', '不限', 'present', 'tonow', 'now', 'ongoing', 'current'],
]);

const fold = (text: string): string =>
  withoutBlanks(text)
    .toLowerCase()
    .replace(/[.。]+$/, '');

/** What the words begin with. Whatever begins with another letter or digit is none of them: most cells, so told at a glance. */
const FIRST_LETTERS = new Set([...NOTHING].map((word) => word.charAt(0)));
const BEGINS_PLAIN = /^[0-9A-Za-z\u4e00-\u9fa5]/;

export function isBlankWord(text: string): boolean {
  if (BEGINS_PLAIN.test(text) && !FIRST_LETTERS.has(text.charAt(0).toLowerCase())) return false;
  return NOTHING.has(fold(text)) || ONLY_SIGNS.test(withoutBlanks(text));
}

export const isNoEnd = (text: string): boolean => NO_END.has(fold(text).replace(/^[-—~]+/, ''));
