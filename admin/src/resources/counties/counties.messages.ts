import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const countyMessages = {
  name: ['本县设置', 'County settings |||| County settings'],
  fields: {
    ...fieldsOf(['County', 'DutyRule'], { 'division.name': 'division' }),
    days: ['起止日期', 'From – to'],
  },
  emptyHint: [
    '由系统管理员载入区划后出现。',
    'They appear once the system administrator has loaded their divisions.',
  ],
  load: labelWords('Cadre', 'load'),
  maxLoadHint: ['1 到 999', '1 to 999'],
  rules: {
    heading: labelWords('County', 'dutyRules'),
    lead: [
      '按类别规定多久走访一次。新规则从所定日期起生效，过去的任务不受影响。',
      'How often each category is visited. A new rule holds from its date on; past duties stay as they were.',
    ],
    current: ['现行规则', 'In force and upcoming'],
    history: ['历史规则', 'Former rules'],
    none: ['没有走访规则，任何类别都不产生走访任务。', 'No rules: no category owes visits.'],
    noHistory: ['没有历史规则。', 'No former rules.'],
    same: ['不变', 'The same'],
    atRisk: ['有未消除风险时：%{frequency}', 'While a risk is open: %{frequency}'],
    days: ['%{smart_count} 天', '%{smart_count} day |||| %{smart_count} days'],
    state: {
      now: ['现行', 'In force'],
      coming: ['未开始', 'Upcoming'],
      former: ['已结束', 'Ended'],
      label: ['状态', 'Status'],
    },
  },
  set: {
    label: ['制定规则', 'Set a rule'],
    change: ['调整', 'Change'],
    title: ['制定走访规则', 'Set a visiting rule'],
    done: ['规则已保存', 'The rule is set'],
    minDaysHint: [
      '一个周期内结对不足这些天，该周期不要求走访。0 到 92。',
      'Paired for fewer days of a period, no visit is owed in it. 0 to 92.',
    ],
    deadlineHint: [
      '在周期结束前这些天应完成走访。0 到 60。',
      'The visit is due this many days before the period ends. 0 to 60.',
    ],
    fromHint: ['不早于本季度第一天', 'Not before the first day of this quarter'],
  },
  end: {
    label: ['停用', 'End'],
    title: ['停用“%{category}”的走访规则', 'End the rule for “%{category}”'],
    lead: ['停用后，该类别的户不再产生走访任务。', 'From then on households of this category owe no visits.'],
    toOn: labelWords('EndDutyRuleInput', 'toOn'),
    done: ['规则已停用', 'The rule was ended'],
  },
} as const satisfies MessageTree;
