import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const userMessages = {
  name: ['用户', 'User |||| Users'],
  fields: {
    ...fieldsOf(['User', 'Grant'], { 'division.code': 'division' }),
    grantDivision: labelWords('Grant', 'divisionCode'),
  },
  searchHint: ['姓名、拼音、用户名', 'Name, pinyin, user name'],
  emptyHint: [
    '新建用户后，把设置密码的链接交给本人。',
    'Create a user, then hand over the link for the password.',
  ],
  usernameHint: [
    '2 至 32 个汉字、英文字母或数字，中间可用点、横线、下划线；不要用身份证号或手机号，不要与别人的过于相似。',
    '2 to 32 Chinese characters, letters a to z or digits, with dots, dashes or underscores between them; not a resident ID or phone number, nor like another name.',
  ],
  divisionHint: ['由哪一级管理这个账号', 'Whose desk looks after the account'],
  grantDivisionHint: ['含其下所有乡镇、村', 'With everything below it'],
  grantEverywhereHint: [
    '留空为全国；县、乡、村的角色必须填写',
    'Empty: the whole country; county, township and village roles need one',
  ],
  fromHint: ['留空为今天', 'Empty: today'],
  toHint: ['留空为长期', 'Empty: no end'],
  cadreHint: ['帮扶联系人、村干部要关联，才看得到自己的户', 'Helpers see their households through it'],
  linkGone: [
    '用户已建立，但链接没有收到。请在用户页面重新发重置链接。',
    'The user was made, but the link did not arrive. Make a reset link on the user’s page.',
  ],
  everywhere: ['全国', 'Whole country'],
  neverSet: ['尚未设置', 'Not set yet'],
  openEnd: ['长期', 'No end'],
  mustChange: ['下次登录须改密码', 'Must change the password'],
  firstGrant: ['授予的角色', 'Role to begin with'],
  noGrants: ['还没有授权，登录后什么也看不到。', 'No grants: this person sees nothing after signing in.'],
  roleMeans: ['这个角色可以：', 'This role may:'],
  pairedOnly: ['只看得到与本人结对的户', 'Sees only the households paired with them'],
  future: ['未生效', 'Not yet in force'],
  past: ['已到期', 'Ended'],
  inForce: ['生效中', 'In force'],
  addGrant: ['增加授权', 'Add a grant'],
  revoke: ['收回', 'Withdraw'],
  revokeTitle: ['收回授权', 'Withdraw the grant'],
  revokeLead: [
    '收回后从下一次操作起失效，记录会保留。',
    'It ends with the next request. The record is kept.',
  ],
  notManaged: [
    '此账号的权限超出您的权限，或由安全审计员管理，您不能变更。',
    'This account holds more than you do, or auditors manage it: you cannot change it.',
  ],
  disable: ['停用', 'Disable'],
  disableTitle: ['停用账号', 'Disable the account'],
  disableLead: [
    '停用后立即退出登录，令牌也随之失效；可以再启用。',
    'The person is signed out at once and tokens stop working. It can be enabled again.',
  ],
  enable: ['启用', 'Enable'],
  enableTitle: ['启用账号', 'Enable the account'],
  enableLead: ['启用后可用原来的密码登录。', 'The person can sign in with the former password.'],
  reset: ['发重置链接', 'Reset link'],
  resetTitle: ['发重置密码的链接', 'Make a password reset link'],
  resetLead: [
    '生成一个 24 小时内有效、只能用一次的链接；用它之前原密码仍有效，之前发的链接作废。',
    'Makes a link that works once, within 24 hours. The old password works until then; earlier links end.',
  ],
  factorSince: ['%{since} 启用', 'On since %{since}'],
  factorOff: ['未启用', 'Off'],
  resetFactor: ['重置二次验证', 'Reset the second factor'],
  resetFactorLead: [
    '仅在本人丢失手机且没有恢复码时使用，请先核实是本人。重置后其登录立即退出，只凭密码登录；角色要求的须重新启用。',
    'Only for who has lost the phone and the recovery codes; make sure it is that person. Sessions end at once, and the password alone signs in until a new one is set up.',
  ],
  resetFactorReason: labelWords('ResetSecondFactorInput', 'reason'),
  resetFactorReasonHint: [
    '如何核实的本人，将记入审计记录',
    'How you made sure who it is; it stands in the audit trail',
  ],
  linkTitle: ['设置密码的链接', 'Link for choosing the password'],
  linkLead: [
    '把链接交给%{name}本人，由本人设置密码。',
    'Hand the link to %{name}, who chooses the password.',
  ],
  linkLabel: ['链接', 'Link'],
  linkUntil: ['有效至 %{until}', 'Good until %{until}'],
  linkCadre: ['关联干部', 'Tie to a cadre'],
  linkCadreLead: [
    '关联后，本人登录即看到结对给自己的户。',
    'The person then sees the households paired with that cadre.',
  ],
} as const satisfies MessageTree;
