import { recordTitles } from '#schema/codes/labels/field-labels.ts';
import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';
import { auditActions } from './actions.ts';

export const auditMessages = {
  name: ['审计记录', 'Audit trail'],
  fields: fieldsOf(['AuditEvent']),
  /** The actor of what the server does by itself. */
  system: ['系统', 'System'],
  noCounty: ['全国', 'Whole country'],
  emptyHint: ['每次登录和修改都会记在这里。', 'Every sign-in and every change is noted here.'],
  expand: ['看变化', 'Show the changes'],
  ofRecord: ['只看这条记录', 'This record only'],
  open: ['打开记录', 'Open the record'],
  noChanges: ['没有记下字段变化。', 'No change of fields was noted.'],
  diff: {
    field: ['项目', 'Field'],
    before: ['原来', 'Before'],
    after: ['现在', 'After'],
    yes: ['是', 'Yes'],
    no: ['否', 'No'],
  },
  actions: auditActions,
  /** The trail itself is no type of the API. */
  entities: { ...recordTitles, AuditChain: ['审计链', 'Audit chain'] },
  outcomes: {
    SUCCEEDED: ['成功', 'Succeeded'],
    WRONG_CREDENTIALS: ['用户名或密码不正确', 'Wrong name or password'],
    WRONG_PASSWORD: ['密码不正确', 'Wrong password'],
    LOCKED_OUT: ['已锁定', 'Locked out'],
    REFUSED_WHILE_LOCKED: ['锁定期间再次尝试', 'Tried while locked out'],
    SECOND_FACTOR_REQUIRED: ['须先设置二次验证', 'A second factor has to be set up first'],
    SECOND_FACTOR_ASKED: ['密码正确，待输验证码', 'Password right, code asked for'],
    WRONG_SECOND_FACTOR: ['验证码不正确', 'Wrong code'],
    SECOND_FACTOR_BLOCKED: ['验证码连续输错过多', 'Too many wrong codes in a row'],
    REPLACED: ['已更换', 'Replaced'],
  },
} as const satisfies MessageTree;
