import { ChangeType } from '../change.codes.ts';
import {
  DeliveryFailure,
  DeliveryKind,
  DeliveryStatus,
  PauseReason,
  WebhookStatus,
} from '../webhook.codes.ts';
import { defineLabels } from './define-labels.ts';

export const programLabels = [
  defineLabels(
    'ApiToken',
    {
      name: ['用途', 'Purpose'],
      hint: ['开头', 'Begins with'],
      divisionCode: ['辖区', 'Division'],
      rights: ['权限', 'Rights'],
      pointsPerMinute: ['每分钟额度', 'Budget a minute'],
      expiresAt: ['到期时间', 'Expires at'],
      lastUsedAt: ['最近使用', 'Last used'],
      revokedAt: ['撤销时间', 'Revoked at'],
      division: ['辖区', 'Division'],
      usage: ['用量', 'Usage'],
      expiresOn: ['最后使用日', 'Last day'],
      usable: ['只看可用的', 'Usable ones only'],
    },
    { inputs: ['CreateTokenInput', 'RevokeTokenInput'] },
  ),
  defineLabels('TokenUsage', {
    day: ['日期', 'Day'],
    operations: ['请求次数', 'Requests'],
    points: ['点数', 'Points'],
    refusals: ['超额被拒', 'Refused over budget'],
  }),
  defineLabels(
    'Webhook',
    {
      name: ['用途', 'Purpose'],
      url: ['接收地址', 'Address'],
      types: ['数据类型', 'Types', ChangeType],
      divisionCode: ['辖区', 'Division'],
      status: ['状态', 'Status', WebhookStatus],
      pauseReason: ['暂停原因', 'Why it pauses', PauseReason],
      failingSince: ['失败开始于', 'Failing since'],
      nextTryAt: ['下次重试', 'Next try'],
      formerSecretUntil: ['旧密钥有效至', 'Former secret until'],
      division: ['辖区', 'Division'],
    },
    { inputs: ['CreateWebhookInput', 'WebhookInput'] },
  ),
  defineLabels(
    'WebhookDelivery',
    {
      kind: ['类型', 'Kind', DeliveryKind],
      failure: ['失败原因', 'Why it failed', DeliveryFailure],
      body: ['消息内容', 'Message'],
      changeCount: ['变更数', 'Changes'],
      status: ['状态', 'Status', DeliveryStatus],
      attempts: ['次数', 'Attempts'],
      responseCode: ['对方返回', 'Answer'],
      durationMs: ['用时（毫秒）', 'Took (ms)'],
      triedAt: ['发送时间', 'Sent at'],
      askedAt: ['手动发送申请时间', 'Asked for by hand at'],
      deliveryId: ['消息', 'Message'],
    },
    { inputs: ['RedeliverInput'] },
  ),
];
