import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const policyMessages = {
  name: ['救助政策', 'Relief policy |||| Relief policies'],
  fields: {
    ...fieldsOf(['ReliefPolicy', 'PolicyThreshold', 'PolicyBand'], { 'county.name': 'county' }),
    rate: ['比例（%）', 'Rate (%)'],
    pays: ['救助', 'Pays'],
    days: ['生效期', 'In force'],
  },
  searchHint: ['政策名称', 'Name'],
  emptyHint: [
    '先起草救助政策（起付线、分档、封顶），由另一人审批后生效。',
    'Draft a policy with its thresholds, bands and caps; once another person approves it, it is in force.',
  ],
  sampleLead: [
    '样例仅供参考，不是本县的规定；请核对后起草本县的政策。',
    'A sample is an example and nobody’s rule; check it and draft the policy of the county.',
  ],
  addBand: ['增加一档', 'Add a band'],
  addThreshold: ['增加类别', 'Add a category'],
  bandsHint: [
    '下限含在档内，上限不含；最后一档不填上限。',
    'The lower end is in the band, the upper end is not; the last band has no upper end.',
  ],
  documentsHint: ['每行一项', 'One a line'],
  noEnd: ['不封口', 'no end'],
  noLimit: ['不封顶', 'no limit'],
  flat: ['定额 %{amount} 元', '%{amount} yuan flat'],
  rate: ['%{rate}%', '%{rate} %'],
  versions: ['版本', 'Versions'],
  noVersions: ['没有其他版本', 'No other version'],
  newVersion: ['起草新版本', 'Draft a new version'],
  propose: ['提请审批', 'Propose'],
  sendBack: ['退回', 'Send back'],
  end: ['结束', 'End'],
  endTitle: ['结束政策', 'End the policy'],
  preview: {
    title: ['试算', 'Preview'],
    lead: [
      '试算不保存；与案件核定用同一个计算函数。',
      'Nothing is stored; the same function works out claims.',
    ],
    try: ['试算金额（元）', 'Amount to try (yuan)'],
    curve: ['救助金额随计算金额变化的曲线', 'What is paid, by the amount that counts'],
    asTable: ['以表格查看曲线', 'The curve as a table'],
    amount: ['计算金额', 'Amount'],
    paid: ['救助金额', 'Paid'],
    cliffs: ['跳档', 'Cliffs'],
    cliffsLead: [
      '自付多一分钱，救助金额变化超过一分钱的地方。',
      'Where one fen more of own cost changes what is paid by more than one fen.',
    ],
    noCliffs: ['没有跳档', 'There are none'],
    before: ['少一分钱时', 'One fen less'],
    after: ['到此金额时', 'At the amount'],
    jump: ['相差', 'Step'],
  },
  samples: {
    label: ['载入样例政策', 'Load samples'],
    lead: [
      '把系统自带的样例政策作为草稿加入本县；已有的不重复加入。样例不是任何县的规定。',
      'Adds the samples that come with the system to the county as drafts; those it has are left alone. They are nobody’s rules.',
    ],
  },
  approveLead: [
    '批准后不能再修改；新版本批准后，旧版本止于其生效前一天。',
    'Once approved it is not changed; a version that it replaces ends the day before it begins.',
  ],
} as const satisfies MessageTree;
