import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const pairingMessages = {
  name: ['结对', 'Pairing |||| Pairings'],
  fields: {
    ...fieldsOf(['Pairing'], {
      'household.village.code': 'household.village.path',
    }),
    started: ['开始日期', 'Begun'],
  },
  searchHint: ['户主姓名、拼音首字母', 'Name or initials of the head'],
  emptyHint: [
    '导入花名册时会建立结对，也可以在缺帮扶人的户中安排。',
    'Importing a roster makes pairings; helpers can be assigned to households without one too.',
  ],
  state: {
    running: ['在帮', 'Running'],
    ended: ['已结束', 'Ended'],
  },
  tab: {
    label: ['结对页面', 'Pairing pages'],
    all: ['结对关系', 'Pairings'],
    gaps: ['缺帮扶人的户', 'Without a helper'],
  },
  gaps: {
    title: ['缺帮扶人的户', 'Households without a helper'],
    none: ['应帮扶的户都已有帮扶联系人', 'Every household that needs a helper has one'],
    hint: [
      '有走访规则的类别，每户都应有一名主要联系人。',
      'Every household of a category with a visiting rule needs one main helper.',
    ],
  },
  stake: {
    title: ['涉及 %{smart_count} 户', '%{smart_count} household |||| %{smart_count} households'],
    from: ['现帮扶人 %{name}', 'now with %{name}'],
    ended: ['该结对已结束', 'this pairing has ended'],
    sameHelper: [
      '现由所选的人帮扶，不会移交',
      'the one chosen is the helper already: nothing is handed over',
    ],
    tooNew: [
      '%{day} 才开始，生效日期要在此之后；当天的移交可以撤销',
      'began on %{day}: the effective date must be later, or undo the transfer of that day',
    ],
  },
  assign: {
    label: ['安排帮扶人', 'Assign a helper'],
    title: ['为%{name}安排帮扶人', 'A helper for %{name}'],
    done: ['已安排帮扶人', 'Helper assigned'],
  },
  transfer: {
    label: ['移交', 'Hand over'],
    title: [
      '移交 %{smart_count} 个结对',
      'Hand over %{smart_count} pairing |||| Hand over %{smart_count} pairings',
    ],
    tooMany: ['一次最多移交 250 个', 'At most 250 at a time'],
    effectiveHint: ['原结对在前一天结束', 'The former pairings end the day before'],
    noteHint: [
      '原帮扶人交代的情况，接手干部可见',
      'What the former helper passes on; the new one can read it',
    ],
    results: ['移交结果', 'What was handed over'],
    summary: ['移交成功 %{done} 个，未移交 %{failed} 个。', '%{done} handed over, %{failed} not.'],
    ok: ['已移交', 'Handed over'],
    outcome: ['结果', 'Result'],
  },
  undo: {
    label: ['撤销移交', 'Undo the transfer'],
    lead: [
      '新结对将取消，原帮扶人照旧帮扶，如同没有移交。只能在移交当天、移交后没有走访或变动时撤销。',
      'The new pairing goes and the former helper carries on as if nothing had been. Only on the day of the transfer, and while no visit or change stands on it.',
    ],
    results: ['撤销结果', 'What was undone'],
    summary: ['已撤销 %{done} 个，未撤销 %{failed} 个。', '%{done} undone, %{failed} not.'],
    ok: ['已恢复原结对', 'Former pairing restored'],
  },
  end: {
    label: ['结束结对', 'End'],
    title: ['结束与%{name}的结对', 'End the pairing with %{name}'],
    lead: [
      '结束后该户没有此帮扶人；要换人请用“移交”。',
      'The household is then without this helper; to change the helper, hand over instead.',
    ],
    endedOn: labelWords('EndPairingInput', 'endedOn'),
    reason: labelWords('EndPairingInput', 'reason'),
    done: ['结对已结束', 'The pairing has ended'],
  },
} as const satisfies MessageTree;
