import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const cadreMessages = {
  name: ['干部', 'Cadre |||| Cadres'],
  fields: fieldsOf(['Cadre'], { 'organization.name': 'organization', 'division.code': 'division' }),
  searchHint: ['姓名、拼音首字母、电话', 'Name, initials, phone'],
  emptyHint: [
    '导入花名册时会建立帮扶干部，也可以逐人新建。',
    'Importing a roster makes the helpers; they can be added one by one too.',
  ],
  phoneHint: ['不改请留空', 'Leave empty to keep it'],
  load: {
    of: ['%{load} 户，上限 %{max} 户', '%{load} households of at most %{max}'],
    count: ['%{smart_count} 户', '%{smart_count} household |||| %{smart_count} households'],
    after: [
      '%{name}：现有 %{load} 户，完成后 %{after} 户，本县上限 %{max} 户。',
      '%{name}: %{load} households now, %{after} afterwards; the county’s limit is %{max}.',
    ],
    over: {
      WARN: ['超过上限，本县只提醒。', 'Above the limit; the county only warns.'],
      REFUSE: ['超过上限，超出的会被拒绝。', 'Above the limit; those beyond it are refused.'],
    },
  },
  tab: {
    running: ['在帮户', 'Households now'],
    past: ['曾帮户', 'Former households'],
  },
  none: {
    running: ['在您可查看的范围内，目前没有结对户。', 'No households at present that you may see.'],
    past: ['在您可查看的范围内，没有已结束的结对。', 'No former households that you may see.'],
  },
  leave: {
    label: ['干部离岗', 'Cadre leaves'],
    title: ['%{name} 离岗', '%{name} leaves'],
    lead: [
      '目前结对 %{smart_count} 户，将由接任干部从离岗次日起全部接手；要么全部移交，要么都不变。',
      'Their %{smart_count} household goes to the successor from the day after. |||| Their %{smart_count} households all go to the successor from the day after, or none does.',
    ],
    split: [
      '要分给几名干部，请先在“在帮户”中勾选并分别移交。',
      'To share them out among several cadres, select and hand them over in the table first.',
    ],
    leftOn: labelWords('CadreLeavesInput', 'leftOn'),
    toCadre: labelWords('CadreLeavesInput', 'toCadre'),
    reason: labelWords('CadreLeavesInput', 'reason'),
    done: ['%{name} 已离岗', '%{name} has left'],
    none: ['名下没有结对户，无须移交。', 'There are no households to hand over.'],
  },
} as const satisfies MessageTree;
