import { DutyFrequency, DutyStatus, ExcuseReason } from '../help/duty.codes.ts';
import { VisitMode } from '../help/visit.codes.ts';
import { HouseholdCategory } from '../household.codes.ts';
import { defineLabels } from './define-labels.ts';

export const dutyLabels = [
  defineLabels('VisitDuty', {
    startOn: ['周期开始', 'Period from'],
    endOn: ['周期结束', 'Period to'],
    dueOn: ['截止日期', 'Due on'],
    status: ['任务状态', 'Status', DutyStatus],
    isOverdue: ['已逾期', 'Overdue'],
    daysLeft: ['剩余天数', 'Days left'],
    visit: ['完成情况', 'Done by'],
    excuse: ['免访', 'Excuse'],
    overdue: ['逾期未访', 'Overdue'],
    cadreId: ['帮扶联系人', 'Helper'],
    visitId: ['完成情况', 'Done by'],
    excuseId: ['免访', 'Excuse'],
  }),
  defineLabels(
    'DutyExcuse',
    {
      reason: ['免访原因', 'Why excused', ExcuseReason],
      note: ['说明', 'Remarks'],
      excusedAt: ['免访登记时间', 'Excused at'],
      excusedBy: ['免访登记人', 'Excused by'],
      excusedByToken: ['免访登记令牌', 'Excused by token'],
    },
    { inputs: ['ExcuseDutyInput', 'WithdrawExcuseInput'] },
  ),
  defineLabels(
    'DutyRule',
    {
      category: ['监测类别', 'Category', HouseholdCategory],
      frequency: ['走访频次', 'Frequency', DutyFrequency],
      riskFrequency: ['有未消除风险时', 'While a risk is open', DutyFrequency],
      modes: ['算作走访的方式', 'What counts as a visit', VisitMode],
      minDays: ['最少结对天数', 'Minimum days paired'],
      deadlineDays: ['提前截止天数', 'Due before the end'],
      fromOn: ['起始日期', 'From'],
      toOn: ['截止日期', 'To'],
      inForceOn: ['生效日', 'In force on'],
    },
    { inputs: ['SetDutyRuleInput', 'EndDutyRuleInput'] },
  ),
  defineLabels('EndDutyRuleInput', { toOn: ['最后一天', 'Last day'] }),
];
