import type { Bilingual } from '../lang.ts';

export const policies = {
  POLICY_GAP: {
    zh: '各档之间有空档：起付线以上的每个金额都应属于某一档，最后一档不封口',
    en: 'The bands leave a gap: each amount from the threshold on must lie in a band, and the last band has no end',
  },
  POLICY_OVERLAP: { zh: '与另一档重叠', en: 'Overlaps another band' },
  BAND_EMPTY: { zh: '该档的上限应大于下限', en: 'The band ends where it begins, or before' },
  BAND_OF_OTHER_MODE: {
    zh: '按比例计算的政策不填定额，定额政策不填比例',
    en: 'A policy by rates has no flat amounts, and one of flat amounts no rates',
  },
  POLICY_NOT_EDITABLE: {
    zh: '已提请审批或已批准的政策不能修改；请起草新版本',
    en: 'A policy that is proposed or approved is not changed; draft a new version',
  },
  POLICY_STEP_INVALID: {
    zh: '政策当前状态不能办理此事项',
    en: 'The policy is not in a state for this',
  },
  POLICY_IN_FORCE: {
    zh: '同类别、同对象在这段时间已有批准的政策；请起草其新版本或先结束它',
    en: 'Another approved policy of this kind holds for the same households in these days; replace it or end it first',
  },
  POLICY_OTHER_KIND: {
    zh: '新版本应与所替代的政策同类',
    en: 'A new version is of the same kind as the policy whose place it takes',
  },
  POLICY_ENDED: { zh: '该政策已结束', en: 'The policy has an end already' },
} satisfies Record<string, Bilingual>;
/** The ledger of the funds. */
export const ledger = {
  FUND_INSUFFICIENT: {
    zh: '可用余额不足（余额减去冻结）',
    en: 'Not enough is available: the balance without what is frozen',
  },
  FUND_CLOSED: { zh: '该资金已结账', en: 'This fund is closed' },
  PERIOD_CLOSED: { zh: '该日期所在的会计期间已结账', en: 'The books are closed for this day' },
  OUTSIDE_FISCAL_YEAR: {
    zh: '日期不在该资金的年度内',
    en: 'The day is not in the fiscal year of the fund',
  },
  ALREADY_REVERSED: { zh: '该业务已冲销', en: 'This transfer was reversed already' },
  PERIOD_OPEN: { zh: '该期间没有结账', en: 'The books are not closed for this period' },
  NOT_MONTH_END: { zh: '应为某月的最后一天', en: 'Not the last day of a month' },
  ALREADY_DECIDED: { zh: '已经审批过', en: 'This was decided already' },
  ALLOCATION_NOT_APPROVED: { zh: '该分配尚未批准', en: 'The allocation is not approved' },
  TARGET_OF_OTHER_KIND: {
    zh: '与所选的分配对象类型不符，不应填写',
    en: 'Does not go with the kind of target; leave it out',
  },
  COMMITMENT_EXCEEDED: { zh: '超过该承诺的剩余金额', en: 'More than is left of the commitment' },
  COMMITMENT_CLOSED: { zh: '该承诺已完结', en: 'The commitment is closed' },
  REVERSAL_NOT_REVERSIBLE: {
    zh: '冲销不能再冲销，请重新登记原业务',
    en: 'A reversal cannot be reversed; record the transfer anew',
  },
} satisfies Record<string, Bilingual>;
