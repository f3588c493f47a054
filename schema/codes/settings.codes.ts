import { type CodeOf, defineCodes } from './define-codes.ts';

export const LoadPolicy = defineCodes('LoadPolicy', '结对户数超限时', 'Above the load limit', {
  WARN: { zh: '提醒', en: 'Warn', description: 'The pairing goes through and the answer says so' },
  REFUSE: { zh: '拒绝', en: 'Refuse', description: 'The pairing is refused' },
});
export type LoadPolicy = CodeOf<typeof LoadPolicy>;

/** What is masked everywhere and shown in full only to who may, for a reason, on record. */
export const PersonalField = defineCodes('PersonalField', '个人信息项', 'Personal data', {
  RESIDENT_ID: { zh: '证件号码', en: 'Document number' },
  PHONE: { zh: '联系电话', en: 'Phone' },
  BANK_ACCOUNT: { zh: '银行账号', en: 'Account number' },
});
export type PersonalField = CodeOf<typeof PersonalField>;

export const MemberLeaveReason = defineCodes('MemberLeaveReason', '成员减少原因', 'Why a member left', {
  DEATH: { zh: '死亡', en: 'Death', synonyms: ['去世', '自然死亡'] },
  MARRIED_OUT: { zh: '婚嫁迁出', en: 'Married into another household', synonyms: ['嫁出', '婚嫁'] },
  SPLIT: { zh: '分户', en: 'Has a household of their own', synonyms: ['分家', '拆户'] },
  MOVED: { zh: '户籍迁出', en: 'Moved away', synonyms: ['迁出'] },
  MILITARY: { zh: '服兵役', en: 'Military service', synonyms: ['参军', '入伍'] },
  PRISON: { zh: '服刑', en: 'In prison', synonyms: ['判刑收监'] },
  MISSING: { zh: '失踪', en: 'Missing', synonyms: ['宣告失踪'] },
  HOUSEHOLD_CLOSED: {
    zh: '整户销户',
    en: 'The household left the register',
    description: 'Set by the closing of the household; undone when it is reopened',
  },
  OTHER: { zh: '其他', en: 'Other', synonyms: ['其它'] },
});
export type MemberLeaveReason = CodeOf<typeof MemberLeaveReason>;
