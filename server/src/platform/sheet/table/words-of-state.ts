import { withoutBlanks } from '#schema/text.ts';

/**
 * Words in lines, titles and sheet names for records that are no longer current. Offices combine them freely
 * (以下为已解除结对农户, 作废名单, 2025年历史数据), so they are searched anywhere in the text.
 */
const over =
  '解除|解绑|脱钩|终止|中止|终结|停止|停用|取消|撤销|删除|剔除|清退|注销|销户|作废|废弃|废止|无效|失效|过期|到期|期满|届满|' +
  '退帮|停帮|退库|核减|核销|销号|(?:减少|出列)户|自然减少|移交(?=外|$)|^已退出$|退出(?=帮扶|结对|包联|联系|名单|名册|台账)|(?:帮扶|结对|包联)已?退出|死亡|亡故|已故|去世|病故|迁出|迁走|外迁|搬走|已搬(?:走|离|出)|调离|离任|卸任|离岗|不再|[不未](?:在帮|在册)|非在|结束(?!语)|完结|' +
  '历史(?!文化|名|街|遗|建筑|悠|存量|最)|往年|往期|历年|去年|上年|过往|前任|存档|归档|备份';
const noData = '示例|样例|范例|样表|举例|模板|模版|草稿|填表说明|填写说明|填报说明|勿用|不用|请勿';
/**
 * 退出 and 搬迁 alone concern poverty and housing: 2020年退出户 are households that still get help. 旧 and 原 also begin place
 * names: 旧县镇, 原平.
 */
const former =
  '[(（]?(?:旧|原)[)）]$|^[旧原](?:表|版|名单|名册|花名册|台账|数据|帮扶|结对|责任人|户|$)|[_\\-—·]旧$|(?:名单|名册|台账|表|版)旧$';
const english =
  '\\b(?:old|void|archived?|history|historical|backup|examples?|samples?|templates?|cancell?ed|ended|closed|inactive|former|instructions?|draft)\\b';

const OVER = new RegExp(`${over}|${former}`);
const ASIDE = new RegExp(`${over}|${noData}|${former}|${english}`, 'i');

/** Whether words say that something is over, void or former. */
export const saysOver = (text: string): boolean => OVER.test(withoutBlanks(text));

/** Whether the name of a sheet says that it holds no current records: 已解除, 作废, 填写示例, 模板. */
export const isSetAside = (name: string): boolean =>
  ASIDE.test(withoutBlanks(name)) || ASIDE.test(name.replaceAll('_', ' '));
