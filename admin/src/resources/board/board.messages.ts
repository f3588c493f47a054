import { DutyStatus } from '#schema/codes/help/duty.codes.ts';
import { codeWords, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const boardMessages = {
  name: ['季度看板', 'Quarter board'],
  numbers: {
    households: ['户数', 'Households'],
    duties: ['走访任务', 'Visit duties'],
    done: codeWords(DutyStatus, 'DONE'),
    lateDone: codeWords(DutyStatus, 'LATE_DONE'),
    dueInTime: codeWords(DutyStatus, 'DUE'),
    overdue: labelWords('VisitDuty', 'overdue'),
    missed: codeWords(DutyStatus, 'MISSED'),
    excused: codeWords(DutyStatus, 'EXCUSED'),
    upcoming: codeWords(DutyStatus, 'UPCOMING'),
    problemsOpen: ['未办结问题', 'Open problems'],
    missingHelper: ['无帮扶联系人', 'Without helper'],
    rate: ['完成率', 'Done rate'],
  },
  hints: {
    rate: ['已完成 ÷（任务 − 免访）', 'Done ÷ (duties − excused)'],
    done: ['含逾期完成 %{count}', '%{count} of them late'],
    overdue: ['周期未结束，已过截止日期', 'The period still runs, the due day is past'],
    missed: ['周期已结束', 'The period is over'],
    households: ['在册户', 'On the register'],
    duties: [
      '= 已完成 + 待走访 + 逾期未访 + 未完成 + 免访 + 未开始',
      '= done + due + overdue + missed + excused + upcoming',
    ],
  },
  noRate: ['无任务', 'No duties'],
  period: labelWords('VisitDuty', 'period'),
  place: ['查看范围', 'Place'],
  by: {
    label: ['分组方式', 'Rows by'],
    COUNTY: ['按县', 'Counties'],
    TOWNSHIP: ['按乡镇', 'Townships'],
    VILLAGE: ['按村', 'Villages'],
    CADRE: ['按干部', 'Cadres'],
  },
  row: {
    COUNTY: ['县', 'County'],
    TOWNSHIP: ['乡镇', 'Township'],
    VILLAGE: ['行政村', 'Village'],
    CADRE: labelWords('Household', 'helper'),
  },
  totals: ['合计', 'Total'],
  totalsOfCadres: [
    '一户可有多名帮扶人，各人户数和问题数之和可大于合计。',
    'A household can have several helpers, so their households and problems can add up to more than the total.',
  ],
  table: ['各单位走访情况', 'How the visits stand'],
  asOf: ['数据截至 %{day}，查询于 %{at}', 'As of %{day}, asked %{at}'],
  export: ['导出表格', 'Export CSV'],
  file: ['季度看板', 'quarter-board'],
  all: ['全部', 'All'],
  loading: ['正在统计…', 'Counting…'],
  failed: ['看板没有取到', 'The board could not be loaded'],
  nothing: ['这里还没有可统计的内容', 'There is nothing to count here yet'],
  empty: {
    heading: ['还没有农户数据', 'No households yet'],
    lead: [
      '导入帮扶联系人花名册后，这里会显示每个季度的走访进度。',
      'Once the roster of helpers is imported, the visits of each quarter show here.',
    ],
    ask: ['请联系本县专班导入花名册。', 'Ask your county desk to import the roster.'],
    import: ['导入花名册开始', 'Start by importing the roster'],
  },
} as const satisfies MessageTree;
