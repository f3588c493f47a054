/** A number in characters, for names: digits are no part of one. */
export const inHan = (number: number): string =>
  String(number).replace(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)));
