/** "11440.00" → "11,440.00". Digits only: an amount is never turned into a number. */
export function formatMoney(amount: string): string {
  const [, sign = '', yuan = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  return yuan === '' ? amount : `${sign}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/** What may be typed: yuan, with up to two digits of fen. */
export const isMoney = (text: string): boolean => /^\d{1,9}(\.\d{1,2})?$/.test(text);
