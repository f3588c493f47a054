import type { MessageTree } from '../../../i18n/messages.ts';

export const secondFactorMessages = {
  title: ['账号安全', 'Account security'],
  heading: ['二次验证', 'Second factor'],
  lead: [
    '登录时除密码外，还要输入手机验证器里的 6 位动态验证码。别人知道了密码，没有您的手机也进不来。',
    'Signing in then takes a 6-digit code of an app on your phone as well. Whoever learns your password still cannot get in.',
  ],
  off: ['未启用', 'Off'],
  since: ['启用时间', 'On since'],
  codesLeft: ['剩余恢复码', 'Recovery codes left'],
  required: [
    '您的角色必须使用二次验证，不能停用。',
    'Your role requires a second factor; it cannot be given up.',
  ],
  fewCodes: ['恢复码快用完了，请更换一组。', 'Few recovery codes are left. Make new ones.'],
  code: ['验证码', 'Code'],
  codeHint: ['验证器中的 6 位数字', 'The 6 digits in the app'],
  codeOrRecoveryHint: ['验证器中的 6 位数字，或一个恢复码', 'The 6 digits in the app, or a recovery code'],
  enrol: {
    start: ['启用', 'Set up'],
    replace: ['更换手机', 'Change phone'],
    step1: ['先输入登录密码，确认是本人。', 'First enter your password, to show that it is you.'],
    presentCode: ['现在的验证码', 'Present code'],
    next: ['下一步', 'Next'],
    scan: [
      '用手机上的验证器应用（如腾讯身份验证器、Microsoft Authenticator、FreeOTP）扫描二维码，再输入它显示的 6 位数字。',
      'Scan the picture with an authenticator app on your phone, such as Microsoft Authenticator or FreeOTP, and enter the 6 digits it shows.',
    ],
    qr: ['二维码', 'QR code'],
    typed: ['不能扫码时，手工输入密钥：', 'Where it cannot be scanned, type this secret:'],
    confirm: ['启用', 'Switch on'],
    done: ['二次验证已启用', 'The second factor is on'],
  },
  forced: ['请先启用二次验证', 'Set up a second factor first'],
  forcedLead: [
    '您的角色要求登录时使用手机验证码，启用后才能使用系统。',
    'Your role requires codes from your phone at sign-in. You can go on once that is set up.',
  ],
  recovery: {
    heading: ['恢复码', 'Recovery codes'],
    lead: [
      '手机丢失或更换时，用恢复码代替验证码登录，每个只能用一次。请打印或抄下，与手机分开存放。',
      'Without your phone, sign in with one of these in place of a code; each works once. Print or write them down, and keep them apart from the phone.',
    ],
    renew: ['更换恢复码', 'New recovery codes'],
    renewLead: ['更换后，原来的恢复码全部作废。', 'All former recovery codes end.'],
    leftNow: [
      '已用掉一个恢复码，还剩 %{smart_count} 个。可在“账号安全”更换。',
      'A recovery code was used; %{smart_count} is left. Make new ones under “Account security”. |||| A recovery code was used; %{smart_count} are left. Make new ones under “Account security”.',
    ],
  },
  remove: {
    label: ['停用', 'Switch off'],
    title: ['停用二次验证', 'Switch the second factor off'],
    lead: [
      '停用后只凭密码登录，恢复码作废。',
      'The password alone then signs you in, and the recovery codes end.',
    ],
  },
  signIn: {
    lead: [
      '密码正确。请输入手机验证器里的验证码。',
      'The password is right. Enter the code of the app on your phone.',
    ],
    submit: ['登录', 'Sign in'],
    back: ['换个账号登录', 'Sign in as somebody else'],
    lost: [
      '手机不在身边？输入一个恢复码。恢复码也没有时，请联系管理员重置。',
      'Phone not at hand? Enter a recovery code. Without one, ask an administrator to reset it.',
    ],
  },
  stepUp: {
    label: ['动态验证码', 'Verification code'],
    enrol: ['去启用二次验证', 'Set up a second factor'],
  },
} as const satisfies MessageTree;
