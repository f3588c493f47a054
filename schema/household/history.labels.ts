import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { calledAs, calledAsCode, defineLabels } from '#schema/codes/labels/define-labels.ts';
import { IncomeGroup, IncomeItem } from '#schema/codes/people/income.codes.ts';

export const historyLabels = [
  defineLabels(
    'CategoryPeriod',
    {
      category: calledAs(HouseholdCategory),
    },
    { title: ['监测对象类别时段', 'Category period'], isFollowed: true },
  ),
  defineLabels(
    'HouseholdRisk',
    {
      kind: calledAs(RiskKind),
      status: ['消除情况', 'Status', RiskStatus],
      identifiedOn: ['识别日期', 'Identified on'],
      eliminatedOn: ['消除日期', 'Eliminated on'],
    },
    {
      title: ['致贫返贫风险', 'Risk', 'Risks'],
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
    wage: calledAsCode(IncomeGroup, 'A'),
    business: calledAsCode(IncomeGroup, 'B'),
    property: calledAsCode(IncomeGroup, 'C'),
    transfer: calledAsCode(IncomeGroup, 'D'),
    expense: calledAsCode(IncomeGroup, 'E'),
    netIncome: ['家庭纯收入', 'Net income'],
    perCapita: ['人均纯收入', 'Net income a head'],
    items: ['收入项目', 'Income lines'],
  }),
  defineLabels('EliminateRiskInput', { status: ['如何消除', 'How it ended', RiskStatus] }),
  defineLabels('RollBackEliminationInput', { reason: ['回退原因', 'Why it was wrong'] }),
];
