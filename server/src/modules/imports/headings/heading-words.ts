import { composed } from '#platform/sheet/composed.ts';

/** Words that headings are composed of, the usual ones first; see `composed`. */

export const numberOfId = [
  ...[
    '身份证号',
    '身份证号码',
    '证件号码',
    '证件号',
    '身份证',
    '公民身份号码',
    '公民身份证号',
    '公民身份证号码',
  ],
  ...['居民身份证号', '居民身份证号码', '居民身份证', '身份证件号', '身份证件号码', '身份号码'],
];

export const telephone = [
  ...['电话', '联系电话', '手机号', '手机', '手机号码', '电话号码', '联系方式', '移动电话', '联系手机'],
  ...['联系电话号码', '手机电话'],
];

const personName = ['姓名', '', '名字'];

/** The household's number in the national system. */
export const householdNumbers = [
  ...composed(
    ['', '农户', '家庭', '脱贫户', '监测户', '监测对象', '贫困户'],
    ['户编号', '户编码', '编号', '编码'],
  ),
  ...['户ID', '户代码', '家庭户编号'],
].filter((name) => name !== '编号' && name !== '编码');
export const birthHeadings = composed(['出生'], ['日期', '年月', '年月日', '时间']);
export const headBirths = composed(['户主', '农户', '监测对象', '帮扶对象'], [...birthHeadings, '生日']);

/** Helpers of a household. */
const helpers = [
  ...['帮扶责任人', '帮扶联系人', '帮扶干部', '帮扶人', '帮扶人员', '结对干部', '结对帮扶人', '结对帮扶干部'],
  ...['结对帮扶责任人', '结对联系人', '结对责任人', '结对人', '包户干部', '包联干部', '包联责任人', '包联人'],
  ...['包保干部', '包保责任人', '包保人', '联户干部', '联系干部', '监测联系人'],
];
const first = ['第一', '第1', '主要'];
const second = ['第二', '第2', '副', '协助', '其他'];
const ones = ['1', '一', '(1)', '(一)', '①'];
const twos = ['2', '二', '(2)', '(二)', '②'];
const bearers = ['责任人', '联系人', ...helpers];
/** Where a household has two helpers: the first is the main one, the second assists. */
export const firstHelpers = [...composed(first, bearers), ...composed(bearers, ones)];
export const secondHelpers = [...composed(second, bearers), ...composed(bearers, twos)];
const numbered = (facts: readonly string[], marks: readonly string[]) => composed(facts, marks);
export const secondNames = [
  ...composed(secondHelpers, personName),
  ...numbered(['姓名', '责任人姓名'], twos),
];
export const secondPhones = [...composed(secondHelpers, telephone), ...numbered(telephone, twos)];
export const secondUnits = [
  ...composed(secondHelpers, ['', '所在', '工作'], ['单位', '部门']),
  ...numbered(['单位', '帮扶单位', '工作单位'], twos),
];
export const secondFacts = (facts: readonly string[]): string[] => [
  ...composed(secondHelpers, facts),
  ...numbered(facts, twos),
];

export const helperNames = [
  ...composed(helpers, personName),
  ...composed(firstHelpers, personName),
  ...numbered(['姓名', '责任人姓名'], ones),
];
export const helperPhones = [
  ...composed([...helpers, '干部', '联系人', '责任人', '帮扶', ...firstHelpers], telephone),
  ...numbered(telephone, ones),
];
export const helperFacts = (facts: readonly string[]): string[] => [
  ...composed([...helpers, '干部', ...firstHelpers], facts),
  ...numbered(facts, ones),
];
export const helperUnits = [
  ...composed([...helpers, ...firstHelpers], ['', '所在', '工作'], ['单位']),
  ...numbered(['单位', '帮扶单位', '工作单位'], ones),
];
/** The column that says which helper the row is about. */
export const helperRoles = composed(
  [...helpers.slice(0, 8), '责任人', '联系人', '帮扶'],
  ['类型', '类别', '角色', '序号', '顺序', '次序'],
);

/** Heads of helped households. Without a word for the name, some of these would match columns of marks. */
const heads = [
  '户主',
  '农户',
  '帮扶对象',
  '监测对象',
  '监测对象户主',
  '帮扶户户主',
  '帮扶户',
  '监测户',
  '脱贫户',
];
export const headNames = [
  ...['户主姓名', '户主', '户主名', '帮扶对象', '帮扶户户主'],
  ...composed(heads, ['姓名', '名字']),
];
export const headIds = composed(
  ['户主', '农户', '帮扶对象', '监测对象', '监测对象户主', '帮扶户户主'],
  numberOfId,
);
export const householdPhones = composed(
  ['农户', '户主', '户', '家庭', '本户', '帮扶对象', '监测对象', '帮扶户'],
  telephone,
);

export const townships = composed(
  ['', '所在', '所属'],
  ['乡镇', '乡(镇)', '乡', '镇', '乡镇街道', '乡镇(街道)', '乡镇/街道'],
  ['', '名称', '名'],
);
export const villages = composed(
  ['', '所在', '所属'],
  [
    ...[
      '行政村',
      '村',
      '村庄',
      '村居',
      '村(社区)',
      '村(居)',
      '村委会',
      '村民委员会',
      '行政村(社区)',
      '村社区',
    ],
    ...['村/社区', '行政村/社区'],
  ],
  ['', '名', '名称'],
);

/** The relation of a helper to a household. */
const ties = [
  ...['帮扶', '结对', '结对帮扶', '包联', '联系', '选派', '包保', '包户', '联户', '对接', '挂钩', '挂联'],
];
const days = ['时间', '日期', '年月日', '年月', '日'];
const starts = ['开始', '起始', '起'];
const makings = ['开始', '建立', '起始', '确立', '确定'];
export const startsOfTies = [
  ...composed(ties.slice(0, 2), starts.slice(0, 2), days),
  ...composed(ties, days),
  ...composed(ties, ['', '关系'], starts, ['', ...days]),
  ...composed(makings, ties, ['', '关系'], ['', ...days]),
  ...composed(['开始', '起始'], days),
];
const ends = ['结束', '解除', '终止', '截止', '终了', '停止', '到期', '期满', '撤销'];
export const endsOfTies = [
  ...composed(ties, ['', '关系'], [...ends, '止', '截至'], ['', ...days]),
  ...composed(ends, ties, ['', '关系'], ['', ...days]),
  ...composed(ends, days),
];
