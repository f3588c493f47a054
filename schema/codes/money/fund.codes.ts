import { type CodeOf, defineCodes } from '../define-codes.ts';

export const FundKind = defineCodes('FundKind', '资金种类', 'Kind of fund', {
  LINKAGE: {
    zh: '财政帮扶资金',
    en: 'Fiscal help fund',
    description: 'Fiscal money for consolidation and regular help, by indicator documents',
    synonyms: ['衔接资金', '常态化帮扶资金', '财政衔接资金'],
  },
  RELIEF: { zh: '防贫救助资金', en: 'Relief fund', synonyms: ['防贫保障基金', '救助基金'] },
  DONATION: { zh: '社会捐赠', en: 'Donations', synonyms: ['捐赠资金'] },
  PREMIUM: { zh: '保险保费', en: 'Insurance premiums', synonyms: ['防贫保保费'] },
  OTHER: { zh: '其他资金', en: 'Other' },
});
export type FundKind = CodeOf<typeof FundKind>;

export const FundStatus = defineCodes('FundStatus', '资金状态', 'Status of a fund', {
  OPEN: { zh: '使用中', en: 'Open' },
  CLOSED: { zh: '已结账', en: 'Closed', description: 'Nothing is posted to it any more' },
});
export type FundStatus = CodeOf<typeof FundStatus>;

export const FundAccountKind = defineCodes('FundAccountKind', '账户类别', 'Kind of account', {
  SOURCE: {
    zh: '资金来源户',
    en: 'Source of the money',
    description: 'Whence the money came; negative by what it has given',
  },
  LINE: { zh: '待分配', en: 'Not allocated', description: 'Arrived, and allocated to nothing yet' },
  ALLOCATED: {
    zh: '已分配未拨付',
    en: 'Allocated, not disbursed',
    description: 'Allocated, and not disbursed yet',
  },
  UNIT: {
    zh: '已拨付到单位',
    en: 'At the unit',
    description: 'Disbursed to a unit, and not yet paid to the final receiver: not spent',
  },
  RETAINED: {
    zh: '质保金',
    en: 'Retained',
    description: 'Quality money that is kept back until the works have stood the test: not spent',
  },
  PAID: {
    zh: '已支付到最终收款人',
    en: 'Paid to final receivers',
    description: 'With the final receiver, a contractor or a household: spent',
  },
});
export type FundAccountKind = CodeOf<typeof FundAccountKind>;

export const FundTransferKind = defineCodes('FundTransferKind', '业务类型', 'Kind of transfer', {
  CONTRIBUTION: { zh: '资金到账', en: 'Contribution' },
  REDUCTION: { zh: '指标调减', en: 'Reduction', description: 'A document takes back what one gave' },
  ALLOCATION: { zh: '指标分配', en: 'Money allocated' },
  DISBURSEMENT: { zh: '拨付到单位', en: 'Disbursement', description: 'To a unit; not spent yet' },
  PAYMENT: { zh: '支付到最终收款人', en: 'Payment', description: 'To the final receiver; spent' },
  RETENTION: { zh: '扣留质保金', en: 'Retention' },
  RETENTION_RELEASE: { zh: '支付质保金', en: 'Payment of what was retained' },
  PAYMENT_RETURN: {
    zh: '支付退回',
    en: 'Return of a payment',
    description: 'A receiver or a bank sent the money back',
  },
  UNIT_RETURN: { zh: '单位退回', en: 'Return by a unit' },
  RECOVERY: { zh: '收回', en: 'Recovery', description: 'Surplus that goes back to where it came from' },
  CARRY_OVER: { zh: '结转', en: 'Carry-over', description: 'From the fund of one year to that of another' },
  REVERSAL: { zh: '冲销', en: 'Reversal', description: 'Takes one transfer back, whole and once' },
});
export type FundTransferKind = CodeOf<typeof FundTransferKind>;

export const AllocationTarget = defineCodes('AllocationTarget', '分配对象类型', 'What is allocated to', {
  PROJECT: { zh: '用于项目', en: 'For a project' },
  PROGRAMME: {
    zh: '用于事项',
    en: 'For a programme',
    description: 'Named by its title, such as relief of illness',
  },
  UNIT: { zh: '用于单位', en: 'For a unit' },
  TOWNSHIP: { zh: '用于乡镇', en: 'For a township' },
});
export type AllocationTarget = CodeOf<typeof AllocationTarget>;

export const AllocationStatus = defineCodes('AllocationStatus', '分配状态', 'Status of an allocation', {
  PROPOSED: { zh: '待审批', en: 'Proposed' },
  APPROVED: { zh: '已批准', en: 'Approved' },
  REJECTED: { zh: '未批准', en: 'Turned down' },
});
export type AllocationStatus = CodeOf<typeof AllocationStatus>;

export const CommitmentStatus = defineCodes('CommitmentStatus', '承诺状态', 'Status of a commitment', {
  OPEN: { zh: '执行中', en: 'Open' },
  CLOSED: { zh: '已完结', en: 'Closed', description: 'Settled, or what was left is free again' },
});
export type CommitmentStatus = CodeOf<typeof CommitmentStatus>;

export const BookEventKind = defineCodes('BookEventKind', '结账事项', 'What was done to the books', {
  CLOSED: { zh: '结账', en: 'Closed' },
  REOPENING_REQUESTED: { zh: '申请重开', en: 'Reopening requested' },
  REOPENED: { zh: '重开', en: 'Reopened' },
  REOPENING_REFUSED: { zh: '不予重开', en: 'Reopening refused' },
});
export type BookEventKind = CodeOf<typeof BookEventKind>;
