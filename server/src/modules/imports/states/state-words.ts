import { halfWidth, withoutBlanks } from '#schema/text.ts';

/**
 * The state in a cell: it continues, it has ended, or only the help has ended, which is valid beside the day on which
 * it ended.
 */
export type HelpState = 'RUNS' | 'OVER' | 'HELP_OVER';

const words = (text: string): readonly string[] => text.split(' ');

/** The people concerned, and words without a meaning of their own. */
const subjects = words(
  '帮扶 结对 包联 包保 联系 对接 农户 户主 户籍 户口 家庭 人员 成员 人口 对象 本人 关系 干部 责任人 联系人 帮扶人 记录 数据 ' +
    '信息 任务 责任 状态 情况 此户 该户 本户 此人 该人 整户 全户 户 人 因病 因故 意外 自然 正常性 于 因',
);
const fillers = words(
  '已经 已 正在 正 仍然 仍在 仍 现在 现 还在 还 均 全部 被 了 中 的 在 是 为 予以 处于 继续 持续',
);
const visiting = words('走访 入户 上门 探访 遍访 回访 家访 慰问 访问 见面 见到 到户 到位');
const negations = words('尚未 还未 还没 暂未 从未 没有 并未 不再 未 没 不 非 无');
/** Not begun, or broken off. */
const pendings = words('等待 待 拟 计划 预计 准备 暂停 中止 暂缓 暂不 推迟 延期');

/** Ended for good: died, left, removed from the books or void. */
const gone = words(
  '死亡 死 去世 过世 离世 逝世 辞世 病逝 病故 亡故 身故 已故 亡 故去 不在世 不在人世 不在了 消亡 灭失 ' +
    '销户 注销 吊销 除名 移除 剔除 删除 清退 迁出 外迁 迁走 迁移出 搬走 搬离 转出 迁离 嫁出 婚出 出嫁 ' +
    '作废 废止 废除 失效 无效 过期 停用 禁用 封存 关闭 撤回 撤销 取消 减少 减员',
);
const helpOver = words(
  '解除 结束 终止 截止 停止 终结 完结 到期 期满 届满 脱钩 解绑 退帮 退出帮扶 脱离 卸任 离任 调离',
);
const running = words(
  '在册 在户 在籍 在世 健在 存活 生存 存续 存在 有效 生效 保留 启用 激活 活动 进行 正常 通过 ' +
    '审核 提交 上报 确认 录入 新增 增加 迁入 转入 嫁入 婚入 出生 新生儿 回迁 纳入 补录 更新',
);
/** Help that continues; otherwise it may have ended on a day in the row. */
const helping = words('在帮 在任 在岗 在职 在编 现任');
/** No end, or known to the register otherwise: 风险未消除, 脱贫不稳定户, 外出务工. */
const steady = words(
  '风险 消除 脱贫 稳定 一般 识别 监测 边缘易致贫 突发严重困难 返贫 致贫 外出 务工 打工 返乡 在家 居家 常住 在校 在读 就读 就业 参军 ' +
    '服兵役 空挂 独居 空巢 健康',
);
/** An end only with a word that says which; no change means that the state continues. */
const changes = words('变动 变化 变更 调整 增减 变');
/** For a visit it was made; for help it is over, or only a task is done. */
const done = words('完成 办结');

type Kind =
  | 'SUBJECT'
  | 'FILLER'
  | 'VISIT'
  | 'NOT'
  | 'PENDING'
  | 'GONE'
  | 'HELP_OVER'
  | 'RUNS'
  | 'HELPS'
  | 'STEADY'
  | 'CHANGE'
  | 'DONE';
const kinds = new Map<string, Kind>();
for (const [list, kind] of [
  [subjects, 'SUBJECT'],
  [fillers, 'FILLER'],
  [visiting, 'VISIT'],
  [negations, 'NOT'],
  [pendings, 'PENDING'],
  [running, 'RUNS'],
  [helping, 'HELPS'],
  [steady, 'STEADY'],
  [changes, 'CHANGE'],
  [done, 'DONE'],
  [helpOver, 'HELP_OVER'],
  [gone, 'GONE'],
] as const)
  for (const word of list) kinds.set(word, kind);
const LONGEST_WORD = Math.max(...[...kinds.keys()].map((word) => word.length));

/** Words of other languages, and those that cannot be composed of the ones above. */
const whole = new Map<string, HelpState>([
  ...['active', 'open', 'valid', 'alive', 'running', 'done'].map((word): [string, HelpState] => [
    word,
    'RUNS',
  ]),
  ...[
    'inactive',
    'closed',
    'ended',
    'dead',
    'deceased',
    'void',
    'cancelled',
    'left',
    '不在',
    '故',
    '历史',
  ].map((word): [string, HelpState] => [word, 'OVER']),
]);

/** A day or a month in the text, and separators between words. */
const DAYS =
  /(?:\d{4}年)?\d{1,2}月份?(?!\d)|(?:\d{4}(?:年|[-./])?)?\d{0,2}(?:月份?|[-./])?\d{1,2}[日号]?|\d{4}年/g;
const SIGNS = /[()[\]{}【】〔〕《》<>,.、;:。!/|*·\-—~"“”'√]/g;

export const plainState = (text: string): string =>
  withoutBlanks(halfWidth(text)).replace(DAYS, '').replace(SIGNS, '').toLowerCase();

/** The words of a text one after another, the longest first; null if something is not a known word. */
function wordsOf(text: string): Kind[] | null {
  const found: Kind[] = [];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(LONGEST_WORD, text.length - at);
    while (length > 0 && !kinds.has(text.slice(at, at + length))) length -= 1;
    const kind = kinds.get(text.slice(at, at + length));
    if (kind === undefined) return null;
    found.push(kind);
    at += length;
  }
  return found;
}

/** 未解除 continues, 未走访 does not; 不再帮扶 has no word for an end and means one. */
function saidBy(found: readonly Kind[], isAboutVisit: boolean): HelpState | null {
  let isNot = false;
  let last: HelpState | null = null;
  const say = (said: HelpState) => {
    // A word for an end outweighs everything else in the cell.
    if (last === null || last === 'RUNS') last = said;
    isNot = false;
  };
  for (const kind of found) {
    if (kind === 'NOT' || kind === 'PENDING') isNot = true;
    else if (kind === 'GONE') say(isNot ? 'RUNS' : 'OVER');
    else if (kind === 'HELP_OVER') say(isNot ? 'RUNS' : 'HELP_OVER');
    else if (kind === 'RUNS') say(isNot ? 'OVER' : 'RUNS');
    else if (kind === 'HELPS') say(isNot ? 'HELP_OVER' : 'RUNS');
    else if (kind === 'VISIT' || (kind === 'DONE' && isAboutVisit)) say(isNot ? 'OVER' : 'RUNS');
    else if (kind === 'STEADY' || (kind === 'CHANGE' && isNot)) say('RUNS');
    else if (kind === 'CHANGE' || kind === 'DONE') return null;
  }
  if (last !== null && !isNot) return last;
  const isOpen = found.includes('SUBJECT') || found.includes('VISIT');
  if (!isOpen) return null;
  if (isNot) return isAboutVisit ? 'OVER' : 'HELP_OVER';
  return found.includes('FILLER') || found.length === 1 ? 'RUNS' : null;
}

/** Words for an end that no other word cancels. */
const SAYS_GONE =
  /死亡|去世|过世|离世|逝世|病逝|病故|亡故|身故|已故|销户|注销|迁出|外迁|作废|(?:解除|终止|结束|停止|不再|退出)(?:结对|帮扶|包联|联系)/;
const TAKES_BACK = /[未没不非无]|待|拟|如|若|可能|或|前|后|防/;
/** Another family member, or a document: neither 丈夫已故 nor 残疾证注销 ends the household. */
const OF_OTHERS = /丈夫|妻|配偶|老伴|爱人|[父母儿女孙爷奶婆兄弟姐妹证卡贷岗]|低保|保险|补贴|合同/;

/** Whether a longer text mentions an end, such as 2026年3月因车祸死亡. */
export const speaksOfEnd = (text: string): boolean =>
  SAYS_GONE.test(text) && !OF_OTHERS.test(text) && !TAKES_BACK.test(text.replace('不再', ''));

/** The state in a text that consists of words for states only; null for any other text. */
export function readPlainState(text: string, isAboutVisit = false): HelpState | null {
  const plain = plainState(text);
  if (plain === '') return null;
  const found = wordsOf(plain);
  return whole.get(plain) ?? (found && saidBy(found, isAboutVisit));
}

/** The same for a text below a heading that asks for a state: 因车祸死亡. */
export const readState = (text: string, isAboutVisit = false): HelpState | null =>
  readPlainState(text, isAboutVisit) ?? (speaksOfEnd(plainState(text)) ? 'OVER' : null);

/** Whether words for a change could mean an end: 转走, 出嫁, or a day alone; not 修改, 婚入. */
export const mayBeEnd = (text: string): boolean =>
  plainState(text) === '' ||
  /[死亡故逝殁解终止销注迁搬转退离废效联停撤消减嫁走未没不否非脱移删除去旧原]|历史/.test(plainState(text));
