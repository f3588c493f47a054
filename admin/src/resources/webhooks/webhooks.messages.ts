import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const webhookMessages = {
  name: ['变更推送', 'Webhook |||| Webhooks'],
  fields: fieldsOf(['Webhook'], { 'division.code': 'division', 'owner.displayName': 'owner' }),
  emptyHint: [
    '数据有变更时，系统把记录编号推送到您给的地址。',
    'When records change, their ids are sent to an address you give.',
  ],
  nameHint: ['例如：市防返贫平台同步', 'For example: copy at the city platform'],
  urlHint: ['以 https:// 开头的公网地址', 'A public address that begins with https://'],
  typesHint: ['不选则推送您能看到的全部类型', 'None chosen: all types you may see'],
  allTypes: ['全部类型', 'All types'],
  secretTitle: ['签名密钥', 'Signing secret'],
  secretLead: [
    '只显示这一次。接收方用它核对每条消息的签名（Standard Webhooks）。',
    'Shown this once. The receiver checks the signature of each message with it (Standard Webhooks).',
  ],
  secretLabel: ['密钥', 'Secret'],
  secretGone: [
    '已建立；密钥只在第一次显示，可轮换。',
    'Made; its secret was shown once. Rotate it for a new one.',
  ],
  pause: ['暂停', 'Pause'],
  pauseLead: ['暂停期间不推送，恢复后补发。', 'Nothing is sent meanwhile; what happens follows afterwards.'],
  resume: ['恢复', 'Resume'],
  resumeLead: ['从停下的地方继续推送。', 'It goes on where it stopped.'],
  test: ['发送测试', 'Send a test'],
  testLead: [
    '立即发送一条测试消息，结果见推送记录。',
    'Sends one test message now; see the log for its result.',
  ],
  // Sent, which does not mean that it arrived.
  tested: ['测试已发出，是否送达见推送记录', 'The test was sent; the log says whether it arrived'],
  rotate: ['轮换密钥', 'Rotate secret'],
  rotateLead: [
    '生成新密钥；两天内新旧密钥同时签名。',
    'Makes a new secret; for two days both sign each message.',
  ],
  remove: ['删除', 'Remove'],
  removeLead: ['连同推送记录一起删除，不可恢复。', 'Goes away with its log, for good.'],
  redeliver: ['重发', 'Send again'],
  redeliverLead: ['原样再发一次，编号不变。', 'The same message once more, under the same id.'],
  log: ['推送记录', 'Messages'],
  noLog: ['还没有消息', 'No messages yet'],
  kind: labelWords('WebhookDelivery', 'kind'),
  changeCount: labelWords('WebhookDelivery', 'changeCount'),
  attempts: labelWords('WebhookDelivery', 'attempts'),
  response: labelWords('WebhookDelivery', 'responseCode'),
  duration: ['用时', 'Took'],
  milliseconds: ['%{count} 毫秒', '%{count} ms'],
} as const satisfies MessageTree;
