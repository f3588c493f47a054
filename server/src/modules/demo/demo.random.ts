/** A seeded random source: the demo of one day is always the same. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Both ends included. */
  int(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  shuffle<T>(list: readonly T[]): T[];
  /** A UUID of version 7 that carries the instant. */
  id(instant: string): string;
}

export function createRandom(seed: string): Random {
  const draw = stream(seed);
  const random: Random = {
    next: () => draw() / 0x1_0000_0000,
    int: (from, to) => from + Math.floor(random.next() * (to - from + 1)),
    chance: (share) => random.next() < share,
    pick(list) {
      const place = Math.floor(random.next() * list.length);
      if (place >= list.length) throw new Error('nothing to pick from');
      return list[place] as (typeof list)[number];
    },
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries<number>(weights) as [K, number][];
      let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return random.pick(entries)[0];
    },
    shuffle<T>(list: readonly T[]): T[] {
      const mixed = [...list];
      for (let place = mixed.length - 1; place > 0; place -= 1) {
        const other = random.int(0, place);
        [mixed[place], mixed[other]] = [mixed[other] as T, mixed[place] as T];
      }
      return mixed;
    },
    id(instant) {
      const time = Date.parse(instant).toString(16).padStart(12, '0');
      const [a, b, c] = [draw(), draw(), draw()].map((word) => word.toString(16).padStart(8, '0'));
      const variant = (8 + (draw() % 4)).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${a?.slice(0, 3)}-${variant}${a?.slice(3, 6)}-${b}${c?.slice(0, 4)}`;
    },
  };
  return random;
}

/** Whole numbers of 32 bits: the seed hashed by FNV-1a, then the generator sfc32. */
function stream(seed: string): () => number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(seed)) hash = Math.imul(hash ^ byte, 0x01000193);
  let [a, b, c, count] = [hash, hash ^ 0x9e3779b9, ~hash, 1];
  const draw = () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  // The first numbers still depend visibly on the seed.
  for (let round = 0; round < 20; round += 1) draw();
  return draw;
}
