import { expect, it } from 'vitest';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { isOfSomethingElse, stateHeading } from './state-headings.ts';
import { readState } from './state-words.ts';

const kinds = ['ROSTER', 'MEMBERS', 'VISITS'] as const satisfies readonly ImportKind[];
const split = (text: string) => text.split(' ');

it.each(kinds)('recognises every heading composed of words for a state, in a list of %s', (kind) => {
  // Changes in a family, and days of an end, do not concern a visit.
  const ofOthers = kind === 'VISITS' ? '' : ' 变动类型 人口变动情况 增减情况 是否变更 减少日期 解除原因';
  const headings = split(
    '状态 帮扶状态 结对状态 户状态 人员状态 成员状态 户籍状态 监测对象状态 记录状态 存续状态 人员状况 ' +
      '是否在帮 是否仍在帮扶 是否结对 是否在册 是否在世 是否有效 是否死亡 户主是否已死亡 是否外迁 是否户口迁出 是否注销户口 ' +
      '注销标志 作废标识 帮扶是否结束 是否解除 死亡时间 死亡原因 销户日期 状态（在帮/解除） 有效性 是否病故 是否因故解除帮扶 责任人是否调离' +
      ofOthers,
  );
  expect(headings.filter((heading) => stateHeading(kind, heading) === null)).toEqual([]);
  const states = split('帮扶 结对 户 人员').map((group) => stateHeading(kind, '状态', group));
  expect(states).not.toContain(null);
});

it.each(kinds)('does not mistake other headings for a state, in a list of %s', (kind) => {
  const headings = split(
    '健康状况 婚姻状况 就业状态 风险是否已消除 监测状态 是否享受低保 是否残疾 是否脱贫户 是否户主 是否监测对象 是否易地搬迁 迁出地 ' +
      '是否完成改厕 是否危房 是否新增 是否常住 配偶是否死亡 残疾证注销日期 家庭状况 帮扶情况 帮扶措施 帮扶方式 联系方式 备注 序号 ' +
      '户类别 人员类别 家庭人口 停发原因 致贫原因 是否参加医疗保险 问题是否解决 政策落实情况 务工结束时间 有无帮扶责任人 是否需要帮扶 家庭医生签约状态',
  );
  expect(headings.filter((heading) => stateHeading(kind, heading) !== null)).toEqual([]);
  expect(stateHeading(kind, '状态', '监测信息')).toBeNull();
  expect(isOfSomethingElse(kind, '是否死亡', '配偶')).toBe(true);
});

it('recognises states of visits only in a list of visits', () => {
  const headings = split(
    '走访状态 是否见面 是否见到本人 是否完成 是否走访 走访完成情况 任务完成状态 未走访原因 是否成功走访农户 走访（状态）',
  );
  expect(headings.filter((heading) => stateHeading('VISITS', heading) === null)).toEqual([]);
  const ofVisits = headings.filter((heading) => /走访|见/.test(heading));
  expect(ofVisits.filter((heading) => stateHeading('ROSTER', heading) !== null)).toEqual([]);
});

it.each([
  ['是否在帮', 'RUNS', 'HELP_OVER'],
  ['是否还在帮扶名单中', 'RUNS', 'HELP_OVER'],
  ['是否有效', 'RUNS', 'OVER'],
  ['是否不在册', 'OVER', 'RUNS'],
  ['是否死亡', 'OVER', 'RUNS'],
  ['是否未解除', 'RUNS', 'OVER'],
  ['是否解除', 'HELP_OVER', 'RUNS'],
  ['是否变更', null, 'RUNS'],
  ['状态', null, null],
])('reads yes and no below %s by the question', (heading, yes, no) => {
  expect(stateHeading('ROSTER', heading)).toMatchObject({ yes, no });
});

it.each([
  [
    'RUNS',
    '在帮 未解除 尚未解除结对关系 帮扶中 正在帮扶 持续帮扶 已结对 正常 正常户 有效 在册 健在 未死亡 无变动 不变 新增 自然增加 ' +
      '迁入 脱贫 稳定脱贫户 监测中 未消除 脱贫不稳定户 审核通过 外出务工 空挂 active',
  ],
  [
    'HELP_OVER',
    '已解除 解除 已结束 终止帮扶 帮扶结束 到期 不再帮扶 未结对 暂停帮扶 拟结对 退出帮扶 不在帮 （已解除）',
  ],
  [
    'OVER',
    '死亡 已死亡 已故 病故 因病去世 2026年5月1日死亡 死亡（2026-05-01） 因车祸死亡 5月迁出 户籍迁出 外迁 已销户 户口注销 自然减少 ' +
      '作废 已作废 无效 不在册 不在了 已取消 历史 未通过 closed',
  ],
  [null, '失联 服刑 已退出 变更 已搬迁 草稿 拒访 1 2026-05-01 完成'],
] as const)('reads words composed in other ways as %s', (said, texts) => {
  const read = split(texts).map((text) => [text, readState(text)]);
  expect(read).toEqual(split(texts).map((text) => [text, said]));
});

it('reads what was done on a visit', () => {
  const read = (text: string) => split(text).map((one) => readState(one, true));
  expect(new Set(read('已完成 完成 已走访 走访 见面 已入户 已见面'))).toEqual(new Set(['RUNS']));
  expect(new Set(read('未完成 未走访 待走访 计划走访 未见面 没有见到本人 取消 延期走访'))).toEqual(
    new Set(['OVER']),
  );
});
