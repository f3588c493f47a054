/**
 * Rates are hundredths of a per cent, so every product with one is a whole number of ten-thousandths of a fen. All sums
 * are made in these, exactly, and rounded once at the end.
 */
export const partsOfFen = 10_000n;

export const exactly = (fen: bigint): bigint => fen * partsOfFen;

/** To the fen, halves up; nothing here is ever below zero. */
export const roundHalfUp = (parts: bigint): bigint => (parts + partsOfFen / 2n) / partsOfFen;

/** Yuan as text, with as many places as it takes and two at least. */
export function exactYuan(parts: bigint): string {
  const digits = parts.toString().padStart(7, '0');
  const places = digits.slice(-6).replace(/0{1,4}$/, '');
  return `${digits.slice(0, -6)}.${places}`;
}

export const yuanOfFen = (fen: bigint): string => exactYuan(exactly(fen));

export function least(first: bigint, ...others: readonly bigint[]): bigint {
  let low = first;
  for (const value of others) if (value < low) low = value;
  return low;
}

export const notBelowZero = (value: bigint): bigint => (value < 0n ? 0n : value);
