import { fieldsOf, labelWords } from '../../../i18n/field-words.ts';
import type { MessageTree } from '../../../i18n/messages.ts';

export const memberMessages = {
  fields: {
    ...fieldsOf(['Member', 'ChangeHeadInput']),
    contact: ['证件号码、电话', 'Document, phone'],
    schooling: ['文化程度或在校', 'Schooling'],
    work: ['务工', 'Work'],
  },
  none: ['还没有登记成员。', 'No members on file.'],
  former: ['已离开的成员', 'Former members'],
  dibao: ['低保', 'Allowance'],
  months: ['%{smart_count} 个月', '%{smart_count} month |||| %{smart_count} months'],
  keepHint: ['不改请留空', 'Leave empty to keep it'],
  fromIdHint: ['有身份证号时由号码得出', 'Taken from the resident ID where there is one'],
  educationHint: ['只填非在校生', 'Of who is not at school'],
  schoolHint: ['只填在校生', 'Of who is at school'],
  add: ['增加成员', 'Add a member'],
  added: ['成员已增加', 'The member is on file'],
  edit: ['编辑', 'Edit'],
  editTitle: ['编辑成员：%{name}', 'Edit %{name}'],
  edited: ['成员信息已保存', 'The member is saved'],
  leave: ['减少成员', 'Leaves'],
  leaveTitle: ['%{name}离开本户', '%{name} leaves the household'],
  lastDay: labelWords('MemberLeavesInput', 'leftOn'),
  left: ['成员已减少', 'The member has left'],
  return: ['恢复在户', 'Back in the household'],
  returnTitle: ['恢复%{name}在户', '%{name} is in the household again'],
  returnLead: [
    '用于误记的死亡或离户，以及回到本户的人；原记录保留在操作日志中。',
    'For a death or departure noted by mistake, and for who came back. What was noted stays in the audit trail.',
  ],
  returnReason: labelWords('MemberReturnsInput', 'reason'),
  returned: ['成员已恢复在户', 'The member is in the household again'],
  makeHead: ['设为户主', 'Make the head'],
  makeHeadTitle: ['设%{name}为户主', 'Make %{name} the head'],
  makeHeadLead: [
    '户主姓名和身份证号随之变更。其他成员与新户主的关系可在下面改写，不填的保持原样；原户主不填时记为配偶或其他。',
    'The household takes the new head’s name and number. Relations to the new head can be given below; left empty they stay, and the former head becomes spouse or other.',
  ],
  headChanged: ['户主已变更', 'The head is changed'],
} as const satisfies MessageTree;
