/** A seeded random source: the same seed gives the same choices. */
export interface Random {
  /** A whole number from 0 up to, not including, the bound. */
  upTo(bound: number): number;
  chance(share: number): boolean;
  of<T>(items: readonly T[]): T;
  /** Some of the items, at most so many, each once. */
  some<T>(items: readonly T[], most: number): T[];
  shuffled<T>(items: readonly T[]): T[];
}

export function randomBy(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (bound: number) => Math.floor(next() * bound);
  const shuffled = <T>(items: readonly T[]) =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return {
    upTo,
    chance: (share) => next() < share,
    of: (items) => {
      const item = items[upTo(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
    some: (items, most) => shuffled(items).slice(0, upTo(most + 1)),
    shuffled,
  };
}
