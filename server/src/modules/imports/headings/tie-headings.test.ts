import { expect, it } from 'vitest';
import { memberColumns } from '#modules/imports/members/members.columns.ts';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { visitColumns } from '#modules/imports/visits/visits.columns.ts';
import { findHeader } from '#platform/sheet/header/find-header.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import { normaliseHeading, withoutRemarks } from '#platform/sheet/header/heading.ts';
import {
  isEndOfTie,
  isStartOfTie,
  maySpeakOfEnd,
  maySpeakOfHelper,
  maySpeakOfThirdHelper,
} from './tie-headings.ts';
import { maySpeakOfVisit } from './visit-headings.ts';

const rosterOf = ['行政村', '户主姓名', '户主身份证号', '帮扶责任人姓名', '帮扶单位'];

/** The key that a heading is read as beside the usual ones; null if none. */
function readAs(heading: string, headings: readonly string[], columns: readonly ColumnSpec[]): string | null {
  const cells = [...headings, heading].map((text) => ({ text, kind: 'text' as const }));
  const header = findHeader([{ number: 1, cells }], columns);
  if (!header.isFound) throw new Error('no header');
  return header.recognised.find((one) => one.heading === heading)?.key ?? null;
}
/** By its parts alone, as in the whole sheets below. */
function inRoster(heading: string): string | null {
  const plain = withoutRemarks(normaliseHeading(heading));
  return isEndOfTie(plain) ? 'endedOn' : isStartOfTie(plain) ? 'startedOn' : null;
}

const days = ['时间', '日期', '年月', '年月日', '日'];
const ties = [
  ...[
    '帮扶',
    '结对',
    '结对帮扶',
    '包联',
    '联系',
    '选派',
    '包抓',
    '驻村',
    '驻村帮扶',
    '挂联',
    '包保',
    '帮联',
    '对口帮扶',
  ],
  ...[
    '帮扶责任人',
    '结对干部',
    '帮扶联系人',
    '帮扶人',
    '包保责任人',
    '联系干部',
    '责任人',
    '驻村工作队',
    '帮扶关系',
  ],
  ...['结对帮扶关系', '结对/', '结对 '],
];
const ends = ['解除', '结束', '终止', '截止', '到期', '期满', '脱钩', '取消', '撤销', '停止'];

it.each(ends)('reads every relation word beside %s and a word for a day as the end', (end) => {
  const headings = ties.flatMap((tie) => days.map((day) => tie + end + day));
  expect(headings.filter((heading) => inRoster(heading) !== 'endedOn')).toEqual([]);
});

it.each([
  ...[
    '脱钩时间',
    '解除结对关系时间',
    '终止结对日期',
    '解除\n时间',
    '结束时间（帮扶）',
    '帮扶到期日',
    '帮扶止',
    '帮扶结束',
    '*包抓截止日期：',
    '帮扶时间止',
    '结对日期至',
    '帮扶责任人帮扶时间截止',
  ],
])('reads %j as the end', (heading) => {
  expect(inRoster(heading)).toBe('endedOn');
});

it('reads every relation word beside one for a beginning as the beginning', () => {
  const starts = ['开始', '起始', '建立', '确定', '安排', '落实', '认亲', '签订'];
  const headings = ties.flatMap((tie) => starts.flatMap((start) => days.map((day) => tie + start + day)));
  expect(headings.filter((heading) => inRoster(heading) !== 'startedOn')).toEqual([]);
});

it.each([
  ...[
    '结对认亲时间',
    '安排时间',
    '包抓时间',
    '驻村时间',
    '选派时间',
    '认亲日期',
    '帮扶起',
    '开始时间',
    '结对/建立时间',
    '派驻时间',
    '帮扶时间起',
    '结对日期自',
  ],
])('reads %j as the beginning', (heading) => {
  expect(inRoster(heading)).toBe('startedOn');
});

it.each([
  ...[
    '确定时间',
    '认定时间',
    '纳入时间',
    '脱贫时间',
    '建档时间',
    '出生日期',
    '止',
    '结束',
    '起',
    '开始',
    '认亲',
    `${'帮扶'.repeat(15)}结束时间`,
    `${'帮扶'.repeat(15)}开始时间`,
    '选派单位',
    '截止目前收入',
  ],
])('reads %j as no day of a pairing', (heading) => {
  expect(['startedOn', 'endedOn']).not.toContain(inRoster(heading));
});

it('distinguishes the two where both stand side by side', () => {
  for (const [start, end] of [
    ['结对认亲时间', '结对/解除时间'],
    ['包抓开始日期', '包抓截止日期'],
    ['驻村帮扶时间', '驻村帮扶结束时间'],
  ] as const) {
    expect(readAs(start, [...rosterOf, end], rosterColumns)).toBe('startedOn');
    expect(readAs(end, [...rosterOf, start], rosterColumns)).toBe('endedOn');
  }
});

it.each([
  '退帮时间',
  '帮扶起止时间',
  '调整时间',
  '第二责任人解除时间',
  '监测解除时间',
  '离任日期',
  '服务期限至何时截止',
  ...[
    '何时解除',
    '截止到',
    '帮扶（止）',
    '帮扶(至)',
    '帮扶至',
    '帮扶时间至',
    '有效期至',
    '结对到',
    '联系为止',
  ],
  ...['帮扶期限', '结对期限', '不再帮扶时间', '脱离结对时间', '轮换时间', '离村时间', '更换时间', '交接时间'],
  ...['移交日期', '到何年何月', '哪年结束', '至', '止', '终', '结束', '解除'],
])('asks about %s, which may be an end', (heading) => {
  expect(maySpeakOfEnd(heading) || inRoster(heading) === 'endedOn').toBe(true);
});
it.each([
  '备注',
  '家庭人口',
  '出生日期',
  '帮扶措施',
  '脱贫时间',
  '纳入监测时间',
  '务工时间',
  '截止目前收入',
  '说明',
  ...['到户产业', '至今是否务工', '帮扶', '帮扶需求', '联系方式', '到校就读', '户籍所在地', '到户项目名称'],
])('does not ask about %s', (heading) => {
  expect(maySpeakOfEnd(heading)).toBe(false);
});

it.each(['帮扶责任人员姓名', '包保干部名单', '联户单位', '结对人手机', '责任部门'])(
  'asks about %s in a list without helpers, which may name them',
  (heading) => {
    expect(maySpeakOfHelper(heading)).toBe(true);
  },
);
it.each(['户主姓名', '家庭人口', '帮扶措施', '备注', '监测对象电话'])('does not ask about %s', (heading) => {
  expect(maySpeakOfHelper(heading)).toBe(false);
});

it('reads months and place of work under every usual heading', () => {
  const members = ['户主证件号码', '姓名', '证件号码', '与户主关系'];
  for (const heading of [
    '外出务工月数',
    '务工月数',
    '外出务工时间',
    '务工时间（月）',
    '年务工月数',
    '外出务工时长',
    '打工月数',
  ])
    expect(readAs(heading, members, memberColumns), heading).toBe('workMonths');
  for (const heading of ['外出务工地点', '务工所在地', '外出务工地'])
    expect(readAs(heading, members, memberColumns), heading).toBe('workPlace');
});

it('reads the day of a visit under every usual heading', () => {
  const visits = ['走访干部', '户主姓名', '户主身份证号'];
  for (const heading of [
    '走访时间',
    '入户时间',
    '走访慰问时间',
    '帮扶走访日期',
    '遍访日期',
    '上门时间',
    '入户日',
  ])
    expect(readAs(heading, visits, visitColumns), heading).toBe('visitedOn');
});

it('asks about a third helper, for whom there is no column', () => {
  const third = [
    '第三责任人姓名',
    '帮扶责任人3',
    '帮扶责任人（三）',
    '第3帮扶人',
    '结对干部四',
    '帮扶联系人③',
  ];
  expect(third.filter((heading) => !maySpeakOfThirdHelper(heading))).toEqual([]);
  const others = ['第二责任人姓名', '帮扶责任人', '帮扶责任人2', '第三产业人员', '家庭人口3', '三类人员'];
  expect(others.filter(maySpeakOfThirdHelper)).toEqual([]);
});

it('asks about a second day of a visit, and ignores a planned one', () => {
  const visits = ['走访干部', '户主姓名', '户主身份证号'];
  const second = [
    '走访日期（二季度）',
    '走访日期2',
    '实际走访日期',
    '第二次入户时间',
    '走访时间（二）',
    '2季度走访日期',
  ];
  expect(second.filter((heading) => !maySpeakOfVisit(heading))).toEqual([]);
  const others = [
    '下次走访日期',
    '计划走访日期',
    '走访日期（计划）',
    '走访情况',
    '走访方式',
    '日期',
    '走访次数',
  ];
  expect(others.filter(maySpeakOfVisit)).toEqual([]);
  expect(readAs('走访日期（计划）', visits, visitColumns)).toBeNull();
  expect(readAs('走访日期（实际）', [...visits, '走访日期（计划）'], visitColumns)).toBe('visitedOn');
});
