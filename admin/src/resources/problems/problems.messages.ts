import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const problemMessages = {
  name: ['问题', 'Problem |||| Problems'],
  fields: {
    ...fieldsOf(['Problem', 'ReopenProblemInput'], {
      'household.village.code': 'household.village.path',
    }),
    raised: ['发现日期', 'Found'],
  },
  table: ['问题', 'Problems'],
  emptyHint: [
    '走访中发现的问题会列在这里，也可以单独登记。',
    'Problems found on visits come here; one can be added alone as well.',
  ],
  searchHint: ['问题描述中的文字', 'Words of the problem'],
  statusFilter: ['按办理状态筛选', 'Filter by status'],
  all: ['全部', 'All'],
  count: ['%{label} %{count}', '%{label} %{count}'],
  raise: ['登记问题', 'Add a problem'],
  raiseForVisit: ['补报问题', 'Add a problem'],
  byVisit: ['%{day} 走访', 'Visit of %{day}'],
  byVisitOf: ['%{day} 走访（%{name}）', 'Visit of %{day} (%{name})'],
  byDesk: ['直接登记', 'Entered by itself'],
  take: ['接手办理', 'Take in hand'],
  takeAgain: ['更换办理人', 'Hand to another'],
  close: ['办结', 'Close'],
  closeTitle: ['办结问题', 'Close the problem'],
  reopen: ['重新办理', 'Open again'],
  step: {
    raised: ['登记', 'Put on record'],
    reopened: ['重新办理', 'Opened again'],
    handedOn: ['更换办理人', 'Handed to another'],
  },
  ofHousehold: {
    all: ['全部问题', 'All problems'],
    none: ['没有登记过问题', 'No problems on record'],
  },
} as const satisfies MessageTree;
