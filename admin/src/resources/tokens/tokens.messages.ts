import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const tokenMessages = {
  name: ['接口令牌', 'API token |||| API tokens'],
  fields: {
    ...fieldsOf(['ApiToken'], { 'division.code': 'division', 'owner.displayName': 'owner' }),
    state: ['状态', 'Status'],
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
  pointsHint: [
    '每次请求按读取的内容计点。留空则用系统的通常额度；只能填得更少，全国管理员除外。',
    'Each request costs points by what it reads. Empty: the usual budget of the server. Less is always possible, more only for administrators of the whole country.',
  ],
  usualBudget: ['通常额度', 'The usual one'],
  budget: ['%{points} 点', '%{points} points'],
  useToday: ['今天 %{count} 次', '%{count} today'],
  useMonth: ['30 天 %{count} 次', '%{count} in 30 days'],
  totalToday: [
    '今天：%{operations} 次请求，%{points} 点，超额被拒 %{refusals} 次',
    'Today: %{operations} requests, %{points} points, %{refusals} refused over budget',
  ],
  totalMonth: [
    '近 30 天：%{operations} 次请求，%{points} 点，超额被拒 %{refusals} 次',
    'Last 30 days: %{operations} requests, %{points} points, %{refusals} refused over budget',
  ],
  day: labelWords('TokenUsage', 'day'),
  operations: labelWords('TokenUsage', 'operations'),
  points: labelWords('TokenUsage', 'points'),
  refusals: labelWords('TokenUsage', 'refusals'),
  noUse: ['近 30 天没有使用过。', 'Not used in the last 30 days.'],
  howTo: ['怎样使用', 'How to use it'],
  curl: ['直接使用', 'As it stands'],
  oauth: ['或换取一小时有效的短期令牌（OAuth 2）', 'Or for a token that lasts an hour (OAuth 2)'],
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
