import { ChangeType } from '#schema/codes/change.codes.ts';
import { calledAs, defineLabels } from '#schema/codes/labels/define-labels.ts';
import {
  DeliveryFailure,
  DeliveryKind,
  DeliveryStatus,
  PauseReason,
  WebhookStatus,
} from '#schema/codes/webhook.codes.ts';

export const webhookLabels = [
  defineLabels(
    'Webhook',
    {
      name: ['用途', 'Purpose'],
      url: ['接收地址', 'Address'],
      types: ['数据类型', 'Types of records', ChangeType],
      divisionCode: ['辖区', 'Division'],
      status: ['状态', 'Status', WebhookStatus],
      pauseReason: ['暂停原因', 'Why it pauses', PauseReason],
      failingSince: ['失败开始于', 'Failing since'],
      formerSecretUntil: ['旧密钥有效至', 'Former secret until'],
      division: ['辖区', 'Division'],
    },
    { title: ['变更推送', 'Webhook', 'Webhooks'], inputs: ['CreateWebhookInput', 'WebhookInput'] },
  ),
  defineLabels(
    'WebhookDelivery',
    {
      kind: ['类型', 'Kind', DeliveryKind],
      failure: calledAs(DeliveryFailure),
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
