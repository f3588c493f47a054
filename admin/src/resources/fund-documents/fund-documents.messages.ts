import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const fundDocumentMessages = {
  name: ['资金文件', 'Fund document |||| Fund documents'],
  fields: fieldsOf(['FundDocument']),
  searchHint: ['文号、文件名称', 'Number or title'],
  emptyHint: [
    '逐份登记指标文，或在“导入”中导入资金指标文清单。',
    'Record the documents one by one, or import a list of them.',
  ],
  noLines: ['还没有指标明细。', 'No lines yet.'],
} as const satisfies MessageTree;
