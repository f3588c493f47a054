import { DutyStatus, ExcuseReason } from '#schema/codes/help/duty.codes.ts';
import { calledAs, defineLabels } from '#schema/codes/labels/define-labels.ts';

export const dutyLabels = [
  defineLabels(
    'VisitDuty',
    {
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
    },
    { title: ['走访任务', 'Visit duty', 'Visit duties'] },
  ),
  defineLabels(
    'DutyExcuse',
    {
      reason: calledAs(ExcuseReason),
      excusedAt: ['免访登记时间', 'Excused at'],
      excusedBy: ['免访登记人', 'Excused by'],
      excusedByToken: ['免访登记令牌', 'Excused by token'],
    },
    { title: ['免访', 'Excuse'], isFollowed: true, inputs: ['ExcuseDutyInput', 'WithdrawExcuseInput'] },
  ),
];
