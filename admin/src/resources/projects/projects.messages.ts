import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const projectMessages = {
  name: ['帮扶项目', 'Project |||| Projects'],
  fields: fieldsOf(['Project'], { 'organization.name': 'organization', 'division.code': 'division' }),
  searchHint: ['项目名称、拼音首字母', 'Name or initials'],
  emptyHint: [
    '项目是资金使用的去处：先建项目，再把资金分配到项目。',
    'A project is what money is spent on: put it on file here, then allocate money to it.',
  ],
} as const satisfies MessageTree;
