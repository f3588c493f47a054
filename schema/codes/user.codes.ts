import { type CodeOf, defineCodes } from './define-codes.ts';

export const UserStatus = defineCodes('UserStatus', '账号状态', 'Status of an account', {
  ACTIVE: { zh: '正常', en: 'Active', synonyms: ['启用'] },
  DISABLED: { zh: '停用', en: 'Disabled', synonyms: ['禁用'], description: 'Cannot sign in' },
});
export type UserStatus = CodeOf<typeof UserStatus>;
