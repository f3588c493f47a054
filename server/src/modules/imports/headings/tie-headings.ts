import { normaliseHeading, withoutRemarks } from '#platform/sheet/header/heading.ts';

/**
 * Headings of the days on which help begins and ends. Offices put them together of a few words as they like, so a
 * heading is read by its parts: who or what ties (帮扶责任人, 驻村, 包抓), what happens (解除, 认亲) and a word for a day. A
 * list of whole headings would always lack one, and where the day of an end is not read, help that is over runs on.
 */
const any = (words: string) => `(?:${words.split(' ').join('|')})`;

const help =
  '监测帮扶 对口 定点 帮扶 结对 包联 联系 选派 包保 包户 联户 对接 挂钩 挂联 包抓 驻村 帮联 联帮 挂包 包帮 帮包 ' +
  '帮带 包靠 挂点 包干 包组 包村 结帮 帮困 派驻 结亲 认亲';
const ties =
  '干部 责任人 联系人 负责人 帮扶人 人员 工作队 队员 单位 第一 第1 主要 人 户 对子 关系 责任 工作 任务 协议 服务 周期';
const ends = '结束 解除 终止 截止 截至 终了 终结 停止 到期 期满 届满 撤销 取消 脱钩 解绑 止';
/** These mean a beginning by themselves; the others only beside a word for help. */
const starts = '开始 起始 起 安排 选派 派驻 结亲 认亲';
const makings = '建立 确立 确定 明确 落实 签订 认领 指定 分配 到岗 进驻 形成';
const startDay = any('年月日 年月 时间 日期 时点 日');
const day = any('年月日 年月 时间 日期 时点 月份 日 期');
const tie = `(?:${any(`${help} ${ties}`)}|[-/·、_之的及与和])`;
const LONGEST = 30;

/** 帮扶时间起, 结对日期至: for 起 and 至 below 帮扶时间 in a header of two rows. */
const tieDayThen = (words: string) => `${any(help)}${tie}*${startDay}${any(words)}`;
const END = new RegExp(`^(?:${tie}*${any(ends)}${tie}*${day}?|${tieDayThen(`${ends} 至 到 终 讫`)})$`);
const START = new RegExp(
  `^(?:${tie}*(?:${any(`${starts} ${makings}`)}${tie}*${startDay}|${any('开始 起始 起')}${tie}*)|${tieDayThen('开始 起始 起 自 从 始')})$`,
);
const TIE_DAY = new RegExp(`^${any(help)}${tie}*${startDay}$`);
const ALONE = new RegExp(`^${any(`${ends} ${starts}`)}$`);
const MAKING_DAY = new RegExp(`^${any(makings)}${day}?$`);

/** The normalised heading, cut to the greatest length of any pattern. */
const toCompare = (heading: string): string => withoutRemarks(normaliseHeading(heading)).slice(0, LONGEST);

/** 解除时间, 帮扶责任人解除时间, 结对/解除日期, 解除结对关系时间; not 止 or 结束 alone. */
export const isEndOfTie = (heading: string): boolean =>
  heading.length <= LONGEST && END.test(heading) && !ALONE.test(heading);

/** 结对认亲时间, 安排时间, 包抓时间, 帮扶责任人确定日期; 确定时间 alone may be of anything. */
export const isStartOfTie = (heading: string): boolean =>
  heading.length <= LONGEST &&
  !ALONE.test(heading) &&
  !MAKING_DAY.test(heading) &&
  (START.test(heading) || TIE_DAY.test(heading));

const leaving =
  '退出 退帮 调离 调出 离岗 离任 离村 卸任 撤离 撤出 变更 更换 轮换 交接 移交 调整 脱离 不再 中止 中断 完结';
const endWords = any(`${ends} ${leaving}`);
const someDay = any('年月日 年月 时间 日期 时点 月份 期限 年度 日 期 止');
const SPEAKS_OF_END = new RegExp(
  [
    `${endWords}.*${someDay}$|${someDay}.*${endWords}$`,
    // 何时解除, 截止到, 帮扶(止), 帮扶至, 有效期至, 帮扶期限, 到何年何月.
    `(?:何时|何年|哪年).*${endWords}|${endWords}[到至]$|\\((?:止|至)\\)$`,
    `${any(help)}.*(?:期间|时段|年限)$|^(?:任期|服务期|服务期限)$|完成(?:帮扶|结对).*${someDay}$`,
    `^(?:${any(ends)}|[至到终讫])$|(?:${any(help)}|${someDay})(?:为止|[到至])$|${any(help)}.*期限?$|^[到至].*(?:何|哪|${someDay})`,
  ].join('|'),
);

/** 脱贫退出时间: out of poverty, while help continues. */
const OF_POVERTY = /(?:脱贫|贫困|风险)(?:户|人口|村)?退出/;

/** Whether an unrecognised heading may hold the day on which help ended: 退帮时间, 帮扶起止时间. */
export const maySpeakOfEnd = (heading: string): boolean => {
  const plain = toCompare(heading);
  if (OF_POVERTY.test(plain)) return false;
  // (止) looks like a remark, but has a meaning.
  return isEndOfTie(plain) || SPEAKS_OF_END.test(plain) || SPEAKS_OF_END.test(normaliseHeading(heading));
};

const SPEAKS_OF_HELPER =
  /(?:帮|结对|包联|包保|包户|包抓|联户|联系|责任|干部).*(?:人|姓名|名单|人员|干部|电话|手机|单位|部门)$/;

/** Whether an unrecognised heading may be about the helper. */
export const maySpeakOfHelper = (heading: string): boolean =>
  SPEAKS_OF_HELPER.test(toCompare(heading).replace(/\([^()]*\)/g, ''));

const SUCCESSOR =
  /^(?:接替|接任|接续|接手|后任|继任|新任?|调整后|更换后|变更后|替换|轮换后)的?(?:结对|帮扶|包联|包保)*(?:责任人|联系人|干部|帮扶人|人员?)?(?:姓名)?$/;

/** Whether a heading names the successor of the helper in another column: 新责任人, 接替人, 更换后帮扶人. */
export const maySpeakOfSuccessor = (heading: string): boolean => SUCCESSOR.test(normaliseHeading(heading));

const THIRD = /第[三四五345]|(?:[三四五345]|\([三四五345]\))$/;

/** Whether a heading names a third helper or more, for whom there is no column: 第三责任人姓名, 帮扶责任人3. */
export function maySpeakOfThirdHelper(heading: string): boolean {
  const plain = normaliseHeading(heading);
  const unnumbered = plain.replace(/(?:[三四五345]|\([三四五345]\))$/, '');
  return THIRD.test(plain) && /(?:人|姓名|名单|干部|人员)$/.test(unnumbered) && maySpeakOfHelper(unnumbered);
}
