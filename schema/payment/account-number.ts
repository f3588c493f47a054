/** Blanks and hyphens every four digits, full-width digits and an apostrophe before them are how people write one. */
export const normaliseAccount = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\-'’]/g, '');

export const isAccountNumber = (text: string): boolean => /^\d{8,32}$/.test(normaliseAccount(text));

export const isCardNumber = (account: string): boolean => /^\d{16,19}$/.test(account);

/** The check digit of a card by Luhn; accounts of passbooks have none. */
export function hasSoundCheckDigit(card: string): boolean {
  const sum = [...card].reverse().reduce((total, sign, at) => {
    const digit = Number(sign) * (at % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}
