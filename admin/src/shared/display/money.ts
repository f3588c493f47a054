/** "11440.00" → "11,440.00". Works on digits: an amount is never converted to a number. */
export function formatMoney(amount: string): string {
  const [, sign = '', yuan = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  return yuan === '' ? amount : `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** Yuan with up to two decimals. */
export const isMoney = (text: string): boolean => /^\d{1,9}(\.\d{1,2})?$/.test(text);
