import { DutyFrequency } from '#schema/codes/help/duty.codes.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { calledAs, defineLabels } from '#schema/codes/labels/define-labels.ts';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';

export const countyLabels = [
  defineLabels(
    'County',
    {
      maxLoad: ['每名干部结对户数上限', 'Households a cadre at most'],
      loadPolicy: ['超过上限时', 'Above the limit', LoadPolicy],
      division: ['县', 'County'],
      dutyRules: ['走访规则', 'Duty rules'],
    },
    { title: ['县', 'County', 'Counties'], isFollowed: true, inputs: ['UpdateCountyInput'] },
  ),
  defineLabels(
    'DutyRule',
    {
      category: calledAs(HouseholdCategory),
      frequency: calledAs(DutyFrequency),
      riskFrequency: ['有未消除风险时', 'While a risk is open', DutyFrequency],
      modes: ['算作走访的方式', 'What counts as a visit', VisitMode],
      minDays: ['最少结对天数', 'Minimum days paired'],
      deadlineDays: ['提前截止天数', 'Due before the end'],
      inForceOn: ['生效日', 'In force on'],
    },
    {
      title: ['走访规则', 'Duty rule', 'Duty rules'],
      isFollowed: true,
      inputs: ['SetDutyRuleInput', 'EndDutyRuleInput'],
    },
  ),
  defineLabels('EndDutyRuleInput', { toOn: ['最后一天', 'Last day'] }),
];
