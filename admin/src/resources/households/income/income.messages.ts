import { labelWords } from '../../../i18n/field-words.ts';
import type { MessageTree } from '../../../i18n/messages.ts';

export const incomeMessages = {
  item: ['收入项目（元）', 'Income (yuan)'],
  year: labelWords('SetIncomeInput', 'year'),
  net: labelWords('HouseholdYear', 'netIncome'),
  perCapita: labelWords('HouseholdYear', 'perCapita'),
  none: ['还没有登记收入。', 'No income on record.'],
  table: labelWords('Household', 'incomeYears'),
  add: ['登记年度收入', 'Add a year'],
  edit: ['编辑 %{year} 年', 'Edit %{year}'],
  title: ['%{year} 年收入', 'Income of %{year}'],
  newTitle: ['登记年度收入', 'Income of a year'],
  lead: [
    '按全年填写，单位元；没有的项目留空。合计和人均由系统计算。',
    'For the whole year, in yuan; leave lines empty that do not apply. The sums are worked out by the system.',
  ],
  yearTaken: ['该年度已登记，请在表中编辑', 'This year is on record; edit it in the table'],
  amountInvalid: ['应为不超过两位小数的金额', 'An amount with at most two decimals'],
  done: ['收入已保存', 'The income is saved'],
} as const satisfies MessageTree;
