import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { defineLabels } from '#schema/codes/labels/define-labels.ts';
import { IncomeItem } from '#schema/codes/people/income.codes.ts';

export const historyLabels = [
  defineLabels(
    'CategoryPeriod',
    {
      category: ['监测类别', 'Category', HouseholdCategory],
      fromOn: ['开始日期', 'From'],
      toOn: ['结束日期', 'To'],
    },
    { title: ['户类型时段', 'Category period'], isFollowed: true },
  ),
  defineLabels(
    'HouseholdRisk',
    {
      kind: ['风险类型', 'Kind of risk', RiskKind],
      status: ['消除情况', 'Status', RiskStatus],
      identifiedOn: ['识别日期', 'Identified on'],
      eliminatedOn: ['消除日期', 'Eliminated on'],
      note: ['说明', 'Remarks'],
    },
    {
      title: ['致贫返贫风险', 'Risk'],
      isFollowed: true,
      inputs: ['AddRiskInput', 'EliminateRiskInput', 'RollBackEliminationInput'],
    },
  ),
  defineLabels(
    'HouseholdIncome',
    {
      year: ['年度', 'Year'],
      item: ['项目', 'Item', IncomeItem],
      amount: ['金额', 'Amount'],
    },
    { title: ['收支明细', 'Income or expense'], isFollowed: true, inputs: ['IncomeItemInput'] },
  ),
  defineLabels('HouseholdYear', {
    year: ['年度', 'Year'],
    wage: ['工资性收入', 'Wages'],
    business: ['生产经营性收入', 'Business income'],
    property: ['财产性收入', 'Property income'],
    transfer: ['转移性收入', 'Transfers'],
    expense: ['生产经营性支出', 'Business expense'],
    netIncome: ['家庭纯收入', 'Net income'],
    perCapita: ['人均纯收入', 'Net income a head'],
    items: ['收入项目', 'Income lines'],
  }),
  defineLabels('EliminateRiskInput', { status: ['如何消除', 'How it ended', RiskStatus] }),
  defineLabels('RollBackEliminationInput', { reason: ['回退原因', 'Why it was wrong'] }),
];
