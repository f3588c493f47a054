import type { MessageTree } from '../../i18n/messages.ts';

export const organizationMessages = {
  name: ['单位', 'Organization |||| Organizations'],
  fields: {
    name: ['单位名称', 'Name'],
    level: ['隶属关系', 'Level'],
    countyCode: ['所在县', 'County'],
    'county.name': ['所在县', 'County'],
    divisionCode: ['所在县', 'County'],
    cadreCount: ['干部人数', 'Cadres'],
    createdAt: ['建档时间', 'Put on file'],
  },
  searchHint: ['单位名称、拼音首字母', 'Name or initials'],
  emptyHint: [
    '导入花名册时会建立帮扶单位，也可以逐个新建。',
    'Importing a roster makes them; they can be added one by one too.',
  ],
} as const satisfies MessageTree;
