import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const organizationMessages = {
  name: ['单位', 'Organization |||| Organizations'],
  fields: { ...fieldsOf(['Organization'], { 'county.name': 'county' }), cadreCount: ['干部人数', 'Cadres'] },
  searchHint: ['单位名称、拼音首字母', 'Name or initials'],
  emptyHint: [
    '导入花名册时会建立帮扶单位，也可以逐个新建。',
    'Importing a roster makes them; they can be added one by one too.',
  ],
} as const satisfies MessageTree;
