import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const fundLineMessages = {
  name: ['资金指标', 'Line of a fund document |||| Lines of fund documents'],
  fields: fieldsOf(['FundLine'], { 'document.number': 'documentId', 'fund.name': 'fund' }),
  searchHint: ['文号、文件名称', 'Number or title of the document'],
  emptyHint: [
    '登记或导入资金文件后，各条指标列在这里。',
    'The lines of fund documents stand here once these are recorded or imported.',
  ],
  decide: ['核实', 'Decide'],
  decideTitle: ['是否为转下达的同一笔资金', 'The same money, passed on?'],
  decideLead: [
    '同一笔资金：不再入账；另一笔资金：入账。须由登记人以外的人核实。',
    'Same money: it is not posted again. Other money: it is posted. Somebody else than who recorded it decides.',
  ],
  assign: ['指明调减对象', 'Say what it takes back from'],
  assignLead: [
    '只能调减同一资金、同一级次的已入账指标，且不能超过其待分配余额。',
    'Only a line in the books of the same fund and level, and not more than is left of it without an allocation.',
  ],
} as const satisfies MessageTree;
