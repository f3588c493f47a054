import { type CodeOf, defineCodes } from './define-codes.ts';

export const WebhookStatus = defineCodes('WebhookStatus', '推送状态', 'Status of a webhook', {
  ACTIVE: { zh: '启用', en: 'Active' },
  PAUSED: { zh: '暂停', en: 'Paused', description: 'Nothing is sent; what happens meanwhile follows later' },
});
export type WebhookStatus = CodeOf<typeof WebhookStatus>;

export const PauseReason = defineCodes('PauseReason', '推送暂停原因', 'Why a webhook pauses', {
  BY_HAND: { zh: '手动暂停', en: 'Paused by hand' },
  FAILING: { zh: '长时间发送失败', en: 'Failed for too long' },
  OWNER: { zh: '创建人已无权限', en: 'Its owner has no right any more' },
});
export type PauseReason = CodeOf<typeof PauseReason>;

export const DeliveryKind = defineCodes('DeliveryKind', '消息类型', 'Kind of a message', {
  CHANGES: { zh: '数据变更', en: 'Changes' },
  RESET: { zh: '需重新同步', en: 'Start again', description: 'Changes may be missing: read everything anew' },
  TEST: { zh: '测试', en: 'Test' },
});
export type DeliveryKind = CodeOf<typeof DeliveryKind>;

export const DeliveryStatus = defineCodes('DeliveryStatus', '送达状态', 'Status of a message', {
  WAITING: { zh: '待发送', en: 'Waiting', description: 'Not sent yet, or to be tried again' },
  DELIVERED: { zh: '已送达', en: 'Delivered' },
  FAILED: { zh: '失败', en: 'Failed', description: 'Not tried again by itself' },
});
export type DeliveryStatus = CodeOf<typeof DeliveryStatus>;

export const DeliveryFailure = defineCodes('DeliveryFailure', '失败原因', 'Why it failed', {
  STATUS: { zh: '对方返回错误', en: 'Answered with an error' },
  REDIRECT: { zh: '对方要求跳转', en: 'Answered with a redirect', description: 'Redirects are not followed' },
  TIMEOUT: { zh: '超时', en: 'Took too long' },
  ADDRESS: { zh: '找不到公网地址', en: 'No public address found' },
  UNREACHABLE: { zh: '无法连接', en: 'Could not be reached' },
});
export type DeliveryFailure = CodeOf<typeof DeliveryFailure>;
