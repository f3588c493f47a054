/** Fewer amounts have no usual one. */
const LEAST = 4;
/** Less than the 10,000 between the two units, since amounts of one list differ among themselves. */
const FAR = 3_000n;

const sizeOf = (fen: bigint): bigint => (fen < 0n ? -fen : fen);

/** The middle one of the amounts of a list, by size. */
export function typicalOf(amounts: readonly bigint[]): bigint | null {
  const sizes = amounts.map(sizeOf).sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return sizes.length < LEAST ? null : (sizes[Math.floor(sizes.length / 2)] ?? null);
}

/**
 * Whether an amount was perhaps written in yuan where ten thousand yuan are meant, or the reverse: it is thousands of times
 * off the others, or off what is stated as allocated of it.
 */
export function isUnitDoubtful(fen: bigint, typical: bigint | null, allocated: bigint | null): boolean {
  const size = sizeOf(fen);
  const isFar = (other: bigint) => other > 0n && (size * FAR < other || size > other * FAR);
  if (typical !== null && isFar(typical)) return true;
  return allocated !== null && allocated > 0n && size * FAR < allocated;
}
