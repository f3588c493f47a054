import type { MessageTree } from '../../i18n/messages.ts';

export const policyMessages = {
  name: ['二次验证要求', 'Second-factor rules |||| Second-factor rules'],
  fields: {
    requiredRoles: ['必须启用二次验证的角色', 'Roles that must have a second factor'],
    stepUpToReveal: [
      '查看完整证件号、电话和下载含完整号码的文件前，须输入验证码',
      'Ask for a code before whole identity and phone numbers are shown or downloaded',
    ],
    stepUpMinutes: ['一次验证的有效时间（分钟）', 'Minutes that a code is good for'],
  },
  lead: [
    '对全国所有县生效。保存后，这些角色中还没有启用的人，下一次操作就要先启用；他们的接口令牌在启用前不能使用。',
    'For all counties. Once saved, whoever holds such a role and has none must set one up before anything else; API tokens of theirs do not work until then.',
  ],
  own: [
    '您的角色也在其中时，保存后会先请您启用。',
    'If your own role is among them, you will be asked to set one up at once.',
  ],
  tokens: ['开启后，接口令牌不能查看完整号码。', 'API tokens then cannot see whole numbers.'],
  minutesHint: ['1 到 240', '1 to 240'],
  saved: ['已保存', 'Saved'],
} as const satisfies MessageTree;
