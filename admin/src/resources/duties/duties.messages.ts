import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const dutyMessages = {
  name: ['走访任务', 'Visit duty |||| Visit duties'],
  fields: fieldsOf(['VisitDuty', 'DutyExcuse'], {
    'household.village.code': 'household.village.path',
  }),
  table: ['走访任务', 'Visit duties'],
  empty: ['没有走访任务', 'No visit duties'],
  emptyHint: [
    '有帮扶联系人、且按规则需要走访的户，每个周期有一项走访任务。',
    'Each household that has a helper and is to be visited by the rules is owed one visit a period.',
  ],
  period: {
    quarter: ['%{year}年第%{number}季度', '%{year} Q%{number}'],
    month: ['%{year}年%{number}月', '%{year}-%{number}'],
    now: ['%{name}（本季度）', '%{name} (this quarter)'],
  },
  overdue: labelWords('VisitDuty', 'overdue'),
  overdueChoice: {
    yes: ['只看逾期未访', 'Only overdue ones'],
    no: ['不看逾期未访', 'Without overdue ones'],
  },
  daysLeft: {
    left: ['还有 %{smart_count} 天', '%{smart_count} day left |||| %{smart_count} days left'],
    today: ['今天到期', 'due today'],
    late: ['已逾期 %{smart_count} 天', '%{smart_count} day late |||| %{smart_count} days late'],
  },
  excused: ['免访：%{reason}', 'Excused: %{reason}'],
  log: ['登记走访', 'Log a visit'],
  excuse: {
    label: ['免访', 'Excuse'],
    title: ['免访登记', 'Excuse from the visit'],
    titleMany: [
      '免访登记（%{smart_count} 户）',
      'Excuse %{smart_count} visit |||| Excuse %{smart_count} visits',
    ],
    lead: [
      '%{name}，%{period}。登记免访后，这项任务不计入完成率。',
      '%{name}, %{period}. An excused duty is left out of the rate.',
    ],
    leadMany: [
      '登记免访后，所选任务不计入完成率。已完成或已免访的会被退回。',
      'Excused duties are left out of the rate. Those done or excused already are refused.',
    ],
    stake: ['涉及 %{smart_count} 项任务', '%{smart_count} duty |||| %{smart_count} duties'],
    notOpen: ['已完成或已免访', 'done or excused already'],
    withdraw: ['撤销免访', 'Withdraw the excuse'],
    withdrawLead: ['撤销后这项走访任务重新计入。', 'The duty stands again.'],
    results: ['免访登记结果', 'What became of each'],
    summary: ['成功 %{done} 户，未成功 %{failed} 户', '%{done} excused, %{failed} refused'],
    outcome: ['结果', 'Result'],
    ok: ['已免访', 'Excused'],
    tooMany: ['一次最多选择 %{most} 项', '%{most} at most at once'],
  },
  ofHousehold: {
    title: ['走访任务', 'Visit duties'],
    none: ['近四个季度没有走访任务', 'No visit duties in the last four quarters'],
  },
} as const satisfies MessageTree;
