import { normaliseHeading, withoutRemarks } from '#platform/sheet/header/heading.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import type { HelpState } from './state-words.ts';

/**
 * A column that says whether something continues: 帮扶状态, 是否在帮, 是否死亡, 变动类型, 销户原因. Null: a bare yes or no means nothing
 * there, or the column has no words that could be read.
 */
export interface StateHeading {
  readonly yes: HelpState | null;
  readonly no: HelpState | null;
  /** The state that any value of the column implies, such as a day or a reason. */
  readonly anything: HelpState | null;
  /** 变动情况: most changes are no end, so only words that could mean an end are asked about. */
  readonly isOfChange?: true;
  /** 走访状态, 任务是否完成. */
  readonly isOfVisits: boolean;
}

type Answers = Omit<StateHeading, 'isOfVisits'>;

const any = (text: string) => `(?:${text.split(' ').join('|')})`;

/** States that are no end, or concern something else: 健康状况, 就业状态, 是否易地搬迁, 配偶是否死亡, 残疾证注销日期. */
const OF_SOMETHING_ELSE = new RegExp(
  any(
    '健康 身体 婚姻 婚育 就业 务工 就学 上学 入学 在校 学籍 教育 学历 劳动 残 住房 房 饮水 水 医保 医疗 参保 保险 险 养老 低保 ' +
      '五保 特困 救助 风险 消除 产业 贷款 收入 政治 致贫 返贫 脱贫(?!户|人口) 贫困(?!户|人口) 搬迁 安置 厕 项目 资金 补贴 补助 费 ' +
      '卡 证(?!件) 照 账 网 微信 手机 电话 疫苗 病(?![故亡逝世死]) 签约 医生 学生 兵役 服役 军 党 刑 信用 土地 耕地 宅基 合同 车 问题 诉求 需求 整改 事项 措施 政策 ' +
      '发放 支付 享受 停发 公益 岗位 居住 常住 核查 核实 复核 审核 审批 录入 采集 上报 同步 办理 办结 配偶 老伴 爱人 父 母 子女 儿子 女儿 监护 妻 丈夫 丧葬 企业 公司 合作社 畜 禽 迁[出入]地 原户主 监测(?!对象|户|帮扶|联系|人)',
  ),
);
const OF_VISITS = /走访|入户|上门|探访|遍访|回访|家访|慰问|访问|见面|见到|到户/;

const questionWords =
  '是否 是不是 有没有 有无 能否 已否 与否 已经 已 正在 仍在 仍 继续 持续 还在 还 在 被 否';
const help =
  '监测帮扶 对口帮扶 定点帮扶 帮扶 结对 包联 包保 联系 对接 挂联 包抓 驻村 干部 责任人 联系人 帮扶人 关系';
const subjects =
  `${help} 自然 监测对象 监测户 帮扶对象 帮扶户 脱贫户 脱贫人口 贫困户 贫困人口 农户 户主 户籍 户口 家庭 人员 成员 人口 对象 本人 本户 ` +
  '该户 数据 记录 信息 任务 工作 本次 本月 本季度 季度 本年 年度 当前 目前 最新 现 户 人 [-/的之]';
const visits = '走访 入户 上门 探访 遍访 回访 家访 慰问 访问';
const nouns = '状态 状况 情况 标识 标志 标记 类型 类别 方式 结果 性 与否 否';
const whys = '原因 说明 去向 年月日 年月 时间 日期 时点 日 文号 依据';
const gone =
  '死亡 已故 去世 过世 离世 逝世 病故 亡故 身故 销户 注销 迁出 外迁 迁走 迁离 搬走 搬离 转出 作废 废止 失效 删除 移除 除名 自然减少 减少 减员 核减 清退';
const ended =
  '解除 结束 终止 截止 停止 终结 到期 期满 届满 取消 撤销 脱钩 解绑 退帮 退出 离任 调离 卸任 撤离';
const running =
  '在帮 帮扶中 在册 在户 在籍 在世 健在 存活 生存 存续 有效 生效 现任 在任 在岗 启用 保留 延续 在库 存在';
const met = '完成 见面 见到 到户 到位 面见 面访';
const changed = '变动 变更 变化 增减 异动 调整 更换 轮换';

const STATE = /状态(?:说明|备注|描述|代码|码|名称)?$|status$/;
/** Anywhere in the heading. */
const MET_ANYWHERE = new RegExp(any(`${visits} ${met.replace('完成 ', '')}`));
const TO_COME = /需要|需再|再次|下次|计划|愿意|同意|要求/;
const ENDED_ANYWHERE = new RegExp(any(ended));
const HELP_ANYWHERE = new RegExp(any('帮扶 结对 包联 包保 责任人 联系人'));
const RUNNING_ANYWHERE = new RegExp(any(running.replace(' 启用 保留', '')));
const GONE_ANYWHERE = new RegExp(any(gone.replace(' 减少', '')));
const state = (core: string, of: string, ...behind: string[]) =>
  new RegExp(
    `^(?:${any(questionWords)}|${any(of)})*(未|没有|不)?${any(core)}(?:${any(of)}|${behind.map(any).join('|')})*$`,
  );
const ENDED = state(`${ended} ${gone}`, subjects, nouns);
const END_WITH_REASON = state(`${ended} ${gone}`, subjects, nouns, whys);
const RUNNING = state(running, subjects, nouns);
const CHANGED = state(changed, subjects, nouns, whys);
const MET = state(`${visits} ${met}`, `${subjects} ${visits}`, nouns, met);
const NOT_MET = state(`${visits} ${met}`, `${subjects} ${visits}`, nouns, met, whys);
/** Whether help runs: only in a question, since 帮扶 alone may mean anything. */
const HELPED = new RegExp(
  `^(?:目前|现在|当前)?(?:是否|是不是)(?:已经|已|正在|仍在|仍|继续|持续|还在|还|有人)*${any('帮扶 结对 包联 包保 包抓 挂联 对接')}+$|^(?:帮扶|结对)与否$`,
);
const OF_HELP = /在帮|帮扶|结对|现任|在任|在岗/;
const IS_QUESTION = /是否|是不是|有没有|有无|能否|已否|与否|否$/;
const OF_NOW = /^(?:帮扶|结对|存续|生存|人员|成员|包联)+(?:存续|生存)?状况$/;

const over = (said: HelpState): Answers => ({ yes: said, no: 'RUNS', anything: null });
const runs: Answers = { yes: 'RUNS', no: 'OVER', anything: null };
/** Help that does not run may have ended on a day in the row. */
const helps: Answers = { yes: 'RUNS', no: 'HELP_OVER', anything: null };
const words: Answers = { yes: null, no: null, anything: null };

/** The kind of state an unrecognised heading is about; null where it is about none. */
export function stateHeading(kind: ImportKind, heading: string, group = ''): StateHeading | null {
  if (isOfSomethingElse(kind, heading, group)) return null;
  // 状态（在帮/解除） without what is in brackets, 走访（状态） with it.
  const own = [withoutRemarks(normaliseHeading(heading)), plain(heading)];
  const placed = plain(group) + plain(heading);
  for (const one of new Set([...own, ...own.map((words) => plain(group) + words)])) {
    const found = of(kind, one.slice(0, LONGEST));
    if (found) return { ...found, isOfVisits: OF_VISITS.test(placed) || /任务|完成/.test(placed) };
  }
  return null;
}
/** Headings are shorter: of a longer text only the beginning is examined. */
const LONGEST = 30;

const plain = (heading: string) =>
  normaliseHeading(heading).replace(/\(?是\/否\)?|\((?:必填|选填|填写|下拉)[^()]*\)|[()]/g, '');

/** Whether the content of a column concerns another person or thing. */
export const isOfSomethingElse = (kind: ImportKind, heading: string, group = ''): boolean => {
  const text = plain(group) + plain(heading);
  return OF_SOMETHING_ELSE.test(text) || (kind !== 'VISITS' && OF_VISITS.test(text));
};

function of(kind: ImportKind, heading: string): Answers | null {
  // For a person, 在岗 concerns employment.
  if (kind === 'MEMBERS' && /在岗|在任/.test(heading)) return null;
  const isDenied = ENDED.exec(heading)?.[1] ?? RUNNING.exec(heading)?.[1];
  if (isDenied) return ENDED.test(heading) ? runs : over('OVER');
  if (kind === 'VISITS' && MET.test(heading)) {
    if (/[未没不]/.test(heading)) return over('OVER');
    return IS_QUESTION.test(heading) || /状态|状况|标[识志记]|完成|见面|见到/.test(heading) ? runs : null;
  }
  if (kind === 'VISITS' && IS_QUESTION.test(heading) && MET_ANYWHERE.test(heading) && !TO_COME.test(heading))
    return /[未没]/.test(heading) ? over('OVER') : runs;
  if (kind === 'VISITS' && /[未没不]/.test(heading) && NOT_MET.test(heading))
    return { ...words, anything: 'OVER' };
  if (ENDED.test(heading)) return over(new RegExp(any(gone)).test(heading) ? 'OVER' : 'HELP_OVER');
  if (END_WITH_REASON.test(heading) && (kind !== 'VISITS' || GONE_ANYWHERE.test(heading)))
    return { ...words, no: 'RUNS', anything: new RegExp(any(gone)).test(heading) ? 'OVER' : 'HELP_OVER' };
  if (GONE_ANYWHERE.test(heading))
    return new RegExp(any(whys)).test(heading) ? { ...words, no: 'RUNS', anything: 'OVER' } : over('OVER');
  if (RUNNING.test(heading) || HELPED.test(heading)) return OF_HELP.test(heading) ? helps : runs;
  // Changes in the family are findings of a visit.
  if (CHANGED.test(heading)) return kind === 'VISITS' ? null : { ...words, no: 'RUNS', isOfChange: true };
  if (IS_QUESTION.test(heading)) {
    if (ENDED_ANYWHERE.test(heading) && HELP_ANYWHERE.test(heading)) return over('HELP_OVER');
    if (RUNNING_ANYWHERE.test(heading)) {
      if (/[未没不]/.test(heading.replace('是不是', ''))) return over('OVER');
      return OF_HELP.test(heading) ? helps : runs;
    }
  }
  return STATE.test(heading) || OF_NOW.test(heading) ? words : null;
}
