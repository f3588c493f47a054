import type { Bilingual } from '../lang.ts';

/** Following the changes, and webhooks. */
export const following = {
  CURSOR_EXPIRED: {
    zh: '该游标已失效，请重新全量读取后再继续同步',
    en: 'This cursor has expired; read everything once more and go on from a new cursor',
  },
  URL_INVALID: { zh: '网址格式不正确', en: 'Not a web address' },
  URL_NOT_HTTPS: { zh: '网址须以 https:// 开头', en: 'The address must begin with https://' },
  URL_UNREACHABLE: { zh: '找不到该网址对应的主机', en: 'No host is found under this address' },
  URL_FORBIDDEN: {
    zh: '找不到该网址对应的公网主机；不能使用内网、本机或保留地址',
    en: 'No public host is found under this address; private, local and reserved addresses cannot be used',
  },
  WEBHOOK_LIMIT: { zh: '回调地址数量已达上限', en: 'There are as many webhooks as allowed already' },
  WEBHOOK_BUSY: { zh: '发送过于频繁，请稍后再试', en: 'Too many messages at once; please try again later' },
} satisfies Record<string, Bilingual>;
