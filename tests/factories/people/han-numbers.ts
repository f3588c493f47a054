/** A number in Chinese characters, for names, which cannot contain digits. */
export const inHan = (number: number): string =>
  String(number).replace(/\d/g, (digit) => '零一二三四五六七八九'.charAt(Number(digit)));
