import { fieldsOf } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';
import { secondFactorMessages } from './second-factor/second-factor.messages.ts';

export const sessionMessages = {
  name: ['登录', 'Session |||| Sessions'],
  fields: { ...fieldsOf(['User']), repeated: ['再输一遍新密码', 'New password again'] },
  secondFactor: secondFactorMessages,
  expired: [
    '登录已过期，请重新登录，之后回到刚才的页面。',
    'Your session has ended. Sign in again to return to where you were.',
  ],
  lockedHint: [
    '15 分钟后可以再试；着急时请联系管理员发重置链接。',
    'Try again in 15 minutes, or ask an administrator for a reset link.',
  ],
  differs: ['两次输入不一致', 'The two do not match'],
  passwordHint: [
    '8 至 128 个字符，不能只由常用词、连续或重复的字符、年份、生日、手机号、身份证号和用户名拼成。',
    '8 to 128 characters, more than common words, runs or repetitions, years, birthdays, phone and identity numbers and the user name put together.',
  ],
  change: {
    title: ['修改密码', 'Change password'],
    save: ['修改密码', 'Change password'],
    others: ['改好后，其他电脑上的登录会全部退出。', 'Sessions on other computers end when it is changed.'],
    done: ['密码已修改', 'Password changed'],
    forced: ['请先设置自己的密码', 'Choose a password of your own first'],
    forcedLead: [
      '现在的密码是别人给的，改好后才能使用系统。',
      'The present one was given to you. You can go on once you have changed it.',
    ],
  },
  reset: {
    title: ['设置新密码', 'Choose a new password'],
    lead: [
      '链接 24 小时内有效，只能用一次。设好后用新密码登录。',
      'The link works once, within 24 hours. Then sign in with the new password.',
    ],
    save: ['设置密码', 'Set the password'],
    done: ['密码已设置，请登录。', 'The password is set. Please sign in.'],
    toLogin: ['返回登录', 'Back to sign-in'],
    newLink: ['请向管理员另要一个链接。', 'Ask your administrator for another link.'],
  },
} as const satisfies MessageTree;
