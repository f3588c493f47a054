import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';
import { incomeMessages } from './income/income.messages.ts';
import { memberMessages } from './members/members.messages.ts';
import { registerMessages } from './register/register.messages.ts';

export const householdMessages = {
  name: ['户', 'Household |||| Households'],
  fields: fieldsOf(['Household'], { 'village.code': 'village' }),
  tab: {
    facts: ['基本情况', 'Facts'],
    members: labelWords('Household', 'members'),
    income: ['收入', 'Income'],
    risks: labelWords('Household', 'risks'),
    categories: labelWords('Household', 'categories'),
    pairings: ['结对', 'Pairings'],
    visits: ['走访', 'Visits'],
    problems: ['问题', 'Problems'],
    claims: ['救助申请', 'Claims'],
    payments: ['发放', 'Paid'],
    audit: ['审计', 'Audit'],
  },
  header: {
    helper: labelWords('Household', 'helper'),
    noHelper: ['暂无帮扶联系人', 'No helper'],
    since: ['自 %{day} 起', 'since %{day}'],
    duty: ['%{period} 走访', 'Visit of %{period}'],
    dueOn: ['截止 %{day}', 'due %{day}'],
    overdue: ['已逾期', 'overdue'],
    never: ['从未走访', 'Never'],
  },
  reveal: {
    label: ['查看完整号码', 'Show in full'],
    title: ['%{name}：%{field}', '%{name}: %{field}'],
    lead: [
      '完整号码只在这里显示，查看人、时间和用途会记入审计。',
      'The full number is shown here only. Who looked, when and why goes on record.',
    ],
    reason: labelWords('RevealPersonalDataInput', 'reason'),
    hint: ['至少 4 个字', 'At least 4 characters'],
    shown: [
      '请勿抄录、转发；关闭后需重新填写用途。',
      'Do not copy or pass on. To see it again, give the reason again.',
    ],
  },
  members: memberMessages,
  income: incomeMessages,
  risks: {
    fields: fieldsOf(['HouseholdRisk']),
    none: ['没有登记过风险。', 'No risks on record.'],
    add: ['登记风险', 'Add a risk'],
    added: ['风险已登记', 'The risk is on record'],
    eliminate: ['消除风险', 'Eliminate'],
    eliminateTitle: ['消除风险：%{kind}', 'End of the risk: %{kind}'],
    eliminateStatus: labelWords('EliminateRiskInput', 'status'),
    eliminated: ['风险已消除', 'The risk has ended'],
    rollBack: ['回退', 'Roll back'],
    rollBackTitle: ['回退风险消除：%{kind}', 'Take the end of the risk back: %{kind}'],
    rollBackLead: ['该风险将恢复为未消除。', 'The same risk is open again.'],
    rollBackReason: labelWords('RollBackEliminationInput', 'reason'),
    rolledBack: ['风险已恢复为未消除', 'The risk is open again'],
  },
  categories: {
    fields: fieldsOf(['CategoryPeriod']),
    none: ['没有类别记录。', 'No categories on record.'],
    set: ['调整类别', 'Change the category'],
    title: ['调整%{name}户的类别', 'Category of the household of %{name}'],
    effectiveHint: ['原类别在前一天结束', 'The former category ends the day before'],
    done: ['类别已调整', 'The category is changed'],
  },
  pairings: {
    none: ['从未结对。', 'Never paired.'],
  },
  audit: {
    none: ['没有审计记录。', 'No audit events.'],
  },
  register: registerMessages,
  emptyHint: ['可以导入花名册，或逐户新建。', 'Import a roster, or add households one by one.'],
  phoneHint: ['不改请留空', 'Leave empty to keep it'],
  searchHint: ['姓名、拼音首字母、身份证号、电话', 'Name, initials, resident ID, phone'],
} as const satisfies MessageTree;
