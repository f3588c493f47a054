import { composed } from '#platform/sheet/composed.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import { importColumnLabel } from '#schema/codes/labels/import-columns.labels.ts';
import type { Lang } from '#schema/codes/lang.ts';

const amounts = ['金额', '额度', '数', '数额', '资金', '资金额'];
const done = (words: readonly string[]) => composed(['已', '累计', '累计已'], words, ['', ...amounts]);

/** Columns of a list of indicator documents (资金指标文清单), one line of money a row. */
const ownNames = [
  {
    key: 'number',
    names: [
      ...composed(
        ['', '指标', '指标文', '文件', '资金', '资金文件', '下达', '发文', '来文', '预算', '预算指标'],
        ['文号', '文件号', '文件文号'],
      ),
      ...['发文字号', '文件字号', '文件编号', '指标文件编号'],
    ],
    required: true,
  },
  {
    key: 'title',
    names: [...composed(['文件', '指标文', '资金文件', '来文'], ['名称', '标题', '题名', '名']), ...['标题']],
  },
  {
    key: 'issuedOn',
    names: [
      ...composed(
        ['发文', '印发', '下达', '成文', '文件', '下文', '行文', '文件下达'],
        ['日期', '时间', '日'],
      ),
    ],
  },
  {
    key: 'receivedOn',
    names: [
      ...composed(['收文', '收到', '接收', '到文', '收件', '县级收文', '收到文件'], ['日期', '时间', '日']),
    ],
  },
  {
    key: 'budgetYear',
    names: [...composed(['预算', '资金', '指标', '财政', '所属', ''], ['年度', '年份'])],
  },
  {
    key: 'early',
    names: [...composed(['是否', ''], ['提前下达', '提前', '提前批', '提前批次'])],
  },
  {
    key: 'level',
    names: [
      ...composed(['资金', '资金来源', '来源', '预算', '指标', ''], ['级次', '层级', '级别']),
      ...['资金来源', '来源'],
    ],
    required: true,
  },
  {
    key: 'task',
    names: [
      ...composed(['任务', '资金', '支出', '使用', '资金使用', '资金任务'], ['方向', '用途']),
      ...['任务', '任务类别', '任务名称', '用途', '切块任务'],
    ],
  },
  {
    key: 'direct',
    names: [
      ...composed(['是否', ''], ['中央', ''], ['直达', '直达资金']),
      ...composed(['直达', '直达资金'], ['标识', '标志']),
    ],
  },
  {
    key: 'projectCode',
    names: [...composed(['预算', '中央', ''], ['项目代码', '项目编码'])],
  },
  {
    key: 'functionCode',
    names: [
      ...composed(['支出', '预算支出', ''], ['功能'], ['科目', '分类', '分类科目'], ['', '编码', '代码']),
      ...['支出科目'],
    ],
  },
  {
    key: 'economicCode',
    names: [
      ...composed(
        ['政府', '政府支出', '政府预算支出', '支出', ''],
        ['经济'],
        ['科目', '分类', '分类科目'],
        ['', '编码', '代码'],
      ),
    ],
  },
  {
    key: 'amount',
    names: [
      ...composed(
        ['指标', '下达', '资金', '文件', '安排', '本次下达', '资金下达', '下达资金', '指标文', ''],
        ['金额', '额度', '数额', '资金额'],
      ),
      ...['指标数', '下达数', '资金规模', '下达资金'],
    ],
    isNamed: (heading) => /^(?:指标|下达|资金|文件|安排)?(?:金额|额度)(?:万元|元)$/u.test(heading),
    required: true,
  },
  {
    key: 'allocated',
    names: [
      ...done(['分配', '分解', '分解下达', '安排', '分配到项目', '落实到项目', '安排到项目']),
      ...composed(['分配', '分解'], ['', ...amounts]),
    ],
  },
  {
    key: 'disbursed',
    names: [
      ...done(['拨付到单位', '拨付', '拨付单位', '下拨', '拨付至单位']),
      ...composed(['拨付', '拨付到单位'], ['', ...amounts]),
    ],
  },
  {
    key: 'paid',
    names: [
      ...done(['支付到最终收款人', '支付至最终收款人', '支付', '支出']),
      ...composed(['支付', '支出', '最终支付', '实际支付', '实际支出', '支付到最终收款人'], ['', ...amounts]),
    ],
  },
  { key: 'note', names: ['备注', '说明', '备注说明', '附注'] },
] as const satisfies readonly ColumnSpec[];

export type FundDocumentKey = (typeof ownNames)[number]['key'];

const labelOf = (key: FundDocumentKey, lang: Lang) => importColumnLabel(key, lang, 'FUND_DOCUMENTS');

/** Each is also read by its label in both languages. */
export const fundDocumentColumns: readonly (ColumnSpec & { readonly key: FundDocumentKey })[] = ownNames.map(
  (column) => ({ ...column, names: [...column.names, labelOf(column.key, 'zh'), labelOf(column.key, 'en')] }),
);
