import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const fundMessages = {
  name: ['资金', 'Fund |||| Funds'],
  fields: fieldsOf(['Fund', 'FundEntry', 'FundTransfer']),
  searchHint: ['资金名称', 'Name of the fund'],
  emptyHint: [
    '还没有资金。先为本年度建立资金，再登记指标文。',
    'There are no funds yet. Open one for the year, then record its documents.',
  ],
  figures: ['资金去向', 'Where the money stands'],
  statement: {
    title: ['明细账', 'Statement'],
    empty: ['还没有发生额', 'Nothing was posted yet'],
    more: ['更早的明细', 'Earlier entries'],
    reverse: ['冲销', 'Reverse'],
    reverseTitle: ['冲销这笔业务', 'Reverse this transfer'],
  },
} as const satisfies MessageTree;
