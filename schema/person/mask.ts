/** Shown forms of personal numbers. They may stand in any answer; the full values may not. */

/** 130434********1234; of other document numbers only the last two characters show. */
export function maskResidentId(id: string): string {
  if (id.length !== 18) return maskAll(id);
  return `${id.slice(0, 6)}********${id.slice(14)}`;
}

/** 138****8000 and 0310-****567. */
export function maskPhone(phone: string): string {
  if (/^\d{11}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  const landline = /^(0\d{2,3})-?\d{4,5}(\d{3})(?:-\d+)?$/.exec(phone);
  if (landline !== null) return `${landline[1]}-****${landline[2]}`;
  return phone.length === 5 ? phone : maskAll(phone);
}

/** 6228 **** **** 0018, whatever the length; short numbers show less. */
export function maskAccount(account: string): string {
  if (account.length >= 12) return `${account.slice(0, 4)} **** **** ${account.slice(-4)}`;
  return maskAll(account);
}

function maskAll(text: string): string {
  return text.length < 6 ? '****' : `****${text.slice(-2)}`;
}
