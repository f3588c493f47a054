import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const policyMessages = {
  name: ['二次验证要求', 'Second-factor settings |||| Second-factor settings'],
  fields: fieldsOf(['SecondFactorPolicy']),
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
