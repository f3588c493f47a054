import type { MessageTree } from '../../i18n/messages.ts';

export const tokenMessages = {
  name: ['接口令牌', 'API token |||| API tokens'],
  fields: {
    name: ['用途', 'Purpose'],
    hint: ['开头', 'Begins with'],
    divisionCode: ['辖区', 'Division'],
    'division.code': ['辖区', 'Division'],
    rights: ['权限', 'Rights'],
    expiresOn: ['最后使用日', 'Last day'],
    expiresAt: ['到期时间', 'Ends'],
    lastUsedAt: ['最近使用', 'Last use'],
    createdAt: ['建立时间', 'Created'],
    'owner.displayName': ['建立人', 'Made by'],
    state: ['状态', 'State'],
    usable: ['只看可用的', 'Usable ones only'],
  },
  emptyHint: [
    '令牌让其他系统按您给的权限读写数据。',
    'A token lets another system work with the rights you give it.',
  ],
  nameHint: ['例如：市防返贫平台数据交换', 'For example: exchange with the city platform'],
  rightsHint: ['只能给自己有的权限；尽量少给。', 'Only rights you hold yourself. Give as few as will do.'],
  expiresHint: ['最长一年', 'A year at most'],
  tooFar: ['最长一年', 'A year at most'],
  tooEarly: ['不能早于今天', 'Not before today'],
  never: ['从未使用', 'Never used'],
  states: {
    usable: ['可用', 'Usable'],
    expired: ['已到期', 'Expired'],
    revoked: ['已撤销', 'Revoked'],
  },
  rightCount: ['%{smart_count} 项', '%{smart_count} right |||| %{smart_count} rights'],
  revoke: ['撤销', 'Revoke'],
  revokeTitle: ['撤销令牌', 'Revoke the token'],
  revokeLead: [
    '撤销后，用它的系统从下一次请求起就会被拒绝，不能恢复。',
    'Systems that use it are refused from their next request on. This cannot be undone.',
  ],
  secretTitle: ['新令牌', 'New token'],
  secretLead: [
    '把令牌填入使用它的系统，放在请求头 Authorization: Bearer 之后。',
    'Give it to the system that uses it, as Authorization: Bearer in the request header.',
  ],
  secretLabel: ['令牌', 'Token'],
  secretGone: [
    '令牌已建立，但没有收到内容。请撤销它，再建一个。',
    'The token was made, but it did not arrive. Revoke it and make another.',
  ],
} as const satisfies MessageTree;
