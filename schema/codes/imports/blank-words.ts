import { withoutBlanks } from '#schema/text.ts';

/** Every beginning with every end: people put the same few words together as they like. */
const put = (beginnings: readonly string[], ends: readonly string[]): string[] =>
  beginnings.flatMap((beginning) => ends.map((end) => beginning + end));

const telephones = ['电话', '手机', '电话号码', '手机号', '手机号码', '联系电话', '联系方式', '号码'];
const helpers = ['帮扶', '结对', '联系人', '责任人', '帮扶人', '帮扶责任人', '帮扶干部', '帮扶联系人'];
const documents = ['身份证', '身份证号', '身份证号码', '证件', '证件号', '证件号码'];
const doings = [
  ...['填', '填写', '填报', '录入', '采集', '提供', '登记', '上报', '补充', '完善', '核实', '确定'],
  ...['明确', '安排', '落实', '定', '补', '补录', '查', '报', '更新', '留'],
];

/** Words by which sheets say that there is nothing to say: a cell with one of them is as good as blank. */
const NOTHING = new Set([
  ...['', '无', '没有', '暂无', '均无', '都无', '全无', '尚无', '空', '空白', '(空)', '(空白)', '(无)'],
  ...[
    '空缺',
    '暂缺',
    '缺',
    '缺失',
    '缺项',
    '暂空',
    '无人',
    '无记录',
    '无数据',
    '无此项',
    '无内容',
    '暂时没有',
  ],
  ...['不详', '未知', '不清楚', '不知道', '不明', '不适用', '未说明', '待落实中', '没有人'],
  ...put(['未', '待', '暂未', '尚未', '还未', '没', '没有'], doings),
  ...put(['无', '没有', '没', '暂无', '未留', '未提供', '缺', '不详', '未知'], telephones),
  ...put(['无', '没有', '没', '暂无', '尚无'], [...helpers, '单位', '工作单位', '职务', '人员']),
  ...put(['无', '没有', '没', '暂无', '未办', '未办理', '未提供', '缺'], documents),
  ...['n/a', 'na', 'n.a', 'null', '(null)', 'nil', 'none', 'nan', 'undefined', '(blank)', 'unknown'],
]);

/** Dashes, strokes and dots put where a value would stand. */
const ONLY_SIGNS = /^[-\u2010-\u2015\u2212\u30fc_~/\\|.,·…。、*]+$/u;

const helping = ['帮扶', '结对', '结对帮扶', '包联', '联系', '包保', '包户', '驻村', '帮联', '服务', '有效'];
const ending = ['结束', '解除', '终止', '截止', '到期', '期满', '脱钩', '停止', '完成'];

/** Where a day ends something: that it goes on, so that there is no such day. */
const NO_END = new Set([
  ...put(['至', '到', '截至', '迄', '直到', ''], ['今', '现在', '目前', '如今', '当前', '今天']),
  ...put(
    ['长期', '永久', '持续', '一直', '继续', '仍在', '正在', '尚在', '还在', '在', '现在'],
    ['', ...helping],
  ),
  ...put(helping, ['中', '期间', '期内', '进行中', '至今', '持续中']),
  ...put(['未', '尚未', '还未', '仍未', '没有', '没', '未到'], ending),
  ...put(
    ['无', '没有', '不设', '暂无'],
    ['期限', '固定期限', '截止', '截止日期', '截止时间', '结束', '结束时间'],
  ),
  ...put(['无', '暂无'], ['结束日期', '终止', '终止日期', '解除', '解除日期', '限期', '限']),
  ...[
    '在帮',
    '进行中',
    '持续中',
    '持续进行',
    '履行中',
    '执行中',
    '在岗',
    '在职',
    '在任',
    '不限',
    '不限期',
    '无限',
    '期限不限',
  ],
  ...[
    'present',
    'tonow',
    'now',
    'ongoing',
    'current',
    'tilnow',
    'tillnow',
    'untilnow',
    'todate',
    'continuing',
  ],
]);

/** The days that programs and forms put where there is no end: 9999-12-31, 2099-12-31, 2099年12月, also by their serials. */
const FAR_DAY =
  /^(?:(?:2[0-9]99|2100|3000|9999)\D?12(?:\D?31)?\D?(?:\d{1,2}:\d{2}(?::\d{2})?)?|9999|(?:2958465|73050)(?:\.\d+)?)$/;

const fold = (text: string): string =>
  withoutBlanks(text)
    .toLowerCase()
    .replace(/[.。]+$/, '');

/** What the words begin with. Whatever begins with another letter or digit is none of them: most cells, so that one look is enough. */
const FIRST_LETTERS = new Set([...NOTHING].map((word) => word.charAt(0)));
const BEGINS_PLAIN = /^[0-9A-Za-z\u4e00-\u9fa5]/;

export function isBlankWord(text: string): boolean {
  if (BEGINS_PLAIN.test(text) && !FIRST_LETTERS.has(text.charAt(0).toLowerCase())) return false;
  return NOTHING.has(fold(text)) || ONLY_SIGNS.test(withoutBlanks(text));
}

export const isNoEnd = (text: string): boolean => {
  const folded = fold(text).replace(/^[-—~(]+|\)+$/g, '');
  return NO_END.has(folded) || FAR_DAY.test(folded);
};
