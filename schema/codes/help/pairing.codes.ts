import { type CodeOf, defineCodes } from '../define-codes.ts';

export const PairingRole = defineCodes('PairingRole', '结对角色', 'Helper’s role', {
  MAIN: {
    zh: '主要联系人',
    en: 'Main helper',
    synonyms: [
      ...['帮扶责任人', '帮扶联系人', '主要', '主责', '主', '1', '第一', '第一责任人', '第一联系人'],
      ...['第一帮扶责任人', '主要责任人', '主要帮扶责任人'],
    ],
    description: 'One at a time for a household',
  },
  ASSISTANT: {
    zh: '协助',
    en: 'Assistant',
    synonyms: [
      ...['协助联系人', '协助帮扶人', '副', '2', '第二', '第二责任人', '第二联系人', '第二帮扶责任人'],
      ...['副责任人', '协助责任人', '协助帮扶责任人'],
    ],
  },
});
export type PairingRole = CodeOf<typeof PairingRole>;

export const PairingEndReason = defineCodes('PairingEndReason', '结对结束原因', 'Why a pairing ended', {
  HANDED_OVER: { zh: '移交', en: 'Handed over', synonyms: ['调整', '移交他人', '结对调整'] },
  CADRE_LEFT: { zh: '干部调离', en: 'Cadre left', synonyms: ['调离', '干部离岗', '退休'] },
  HOUSEHOLD_CLOSED: {
    zh: '户已销',
    en: 'Household closed',
    synonyms: ['已销户', '户合并', '户迁出'],
    description: 'Merged, moved away or closed',
  },
  ENDED: { zh: '帮扶结束', en: 'Help ended', synonyms: ['到期', '期满', '结束', '风险消除'] },
  MISTAKE: { zh: '登记有误', en: 'Entered by mistake', synonyms: ['登记错误', '录入错误'] },
  OTHER: { zh: '其他', en: 'Other', synonyms: ['其它', '其他原因'] },
});
export type PairingEndReason = CodeOf<typeof PairingEndReason>;
