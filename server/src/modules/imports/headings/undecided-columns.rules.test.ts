import { expect, it } from 'vitest';
import { stageOf } from '#modules/imports/staging/stages.ts';
import { findHeader } from '#platform/sheet/header/find-header.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { catalog } from '#server/modules.ts';
import { householdHeadings } from '#tests/factories/lists/roster-headings.ts';
import { undecidedOf } from './undecided-columns.rules.ts';

/**
 * The choices asked of a person for a header: headings and their possible meanings. Two rows where groups stand above.
 */
function undecidedHeadings(kind: ImportKind, ...rows: readonly (readonly string[])[]): string[] {
  const stage = stageOf(catalog, kind);
  const header = findHeader(
    rows.map((texts, at) => ({
      number: at + 1,
      cells: texts.map((text) => (text === '' ? null : { text, kind: 'text' as const })),
    })),
    stage.columns,
  );
  if (!header.isFound) throw new Error('no header');
  return undecidedOf(stage.headings, { header }).map(({ heading, keys }) => `${heading} ${keys.join()}`);
}

const under = (group: string, ...headings: readonly string[]) =>
  [
    [...householdHeadings, ...headings.map((_, at) => (at === 0 ? group : ''))],
    [...householdHeadings.map(() => ''), ...headings],
  ] as const;

it.each([
  [['帮扶责任人（2025年）', '帮扶责任人（2026年）', '帮扶开始时间'], 'helperName'],
  [['帮扶责任人（县）', '帮扶责任人（乡）', '帮扶开始时间'], 'helperName'],
  [['帮扶责任人', '帮扶开始时间（第一次）', '帮扶开始时间（第二次）'], 'startedOn'],
  [['帮扶责任人', '帮扶开始时间', '行政村（合并后）'], 'village'],
  [['帮扶责任人', '帮扶开始时间', '户类型（2026年）'], 'category'],
  [['帮扶责任人', '新责任人', '帮扶开始时间'], 'helperName'],
  [['帮扶责任人', '接替人', '帮扶开始时间'], 'helperName'],
  [['帮扶责任人', '更换后帮扶人', '帮扶开始时间'], 'helperName'],
  [['帮扶责任人', '帮扶开始时间', '帮扶期间'], 'endedOn'],
  [['帮扶责任人', '帮扶开始时间', '任期'], 'endedOn'],
])('asks which of two columns of a roster applies: %j', (headings, key) => {
  expect(undecidedHeadings('ROSTER', [...householdHeadings, ...headings]).join(' ')).toContain(key);
});

it.each(['已解除结对', '已终止', '历史帮扶', '原结对帮扶', '变更前', '拟调整', '走访计划'])(
  'asks about columns below a group that says that they are past or planned: %s',
  (group) => {
    const undecided = undecidedHeadings(
      'ROSTER',
      ...under(group, '帮扶责任人', '帮扶责任人电话', '帮扶开始时间'),
    );
    expect(undecided.join(' ')).toContain('helperName');
  },
);

it('asks who made a visit and on which day where the sheet has it twice, or has plans', () => {
  const family = ['户主姓名', '户主身份证号'];
  for (const who of ['走访人（实际）', '实际走访人', '代走访人', '走访人2'])
    expect(
      undecidedHeadings('VISITS', [...family, '走访日期', '走访人', '走访情况', who]).join(),
      who,
    ).toContain('helperName');
  const planned = undecidedHeadings(
    'VISITS',
    [...family, '走访人', '走访计划', ''],
    [...family.map(() => ''), '', '走访日期', '走访情况'],
  );
  expect(planned.join(' ')).toContain('visitedOn');
});

it('asks about members below a group of former members', () => {
  const undecided = undecidedHeadings(
    'MEMBERS',
    ['户主姓名', '户主证件号码', '减少人员情况', '', ''],
    ['', '', '姓名', '证件号码', '与户主关系'],
  );
  expect(undecided.join(' ')).toContain('name');
});

it('asks nothing where each thing occurs once', () => {
  expect(
    undecidedHeadings(
      'ROSTER',
      ['乡镇', '行政村', '户主基本情况', '', '', '监测情况', '', '帮扶责任人情况', '', '', '备注'],
      [
        ...['', '', '姓名', '身份证号码', '健康状况', '监测对象类别', '消除时间'],
        ...['姓名', '联系电话', '帮扶开始时间', ''],
      ],
    ),
  ).toEqual([]);
  expect(undecidedHeadings('ROSTER', ...under('解除结对情况', '解除时间', '解除原因'))).toEqual([]);
  expect(
    undecidedHeadings('VISITS', [
      '户主姓名',
      '户主身份证号',
      '走访日期',
      '走访人',
      '走访情况',
      '下次走访时间',
    ]),
  ).toEqual([]);
});
