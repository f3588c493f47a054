import { createRandom, type Random } from '#modules/demo/demo.random.ts';

/** A random source fast enough for millions of rows: ids, days as numbers, one of a list. */
export interface Chance extends Random {
  /** A UUID of version 7 for a day, given in days since 1970. */
  idOn(day: number): string;
  /** One of the list, the first far more often than the last, as with surnames. */
  common<T>(list: readonly T[]): T;
}

export function createChance(seed: string): Chance {
  const random = createRandom(seed);
  const word = () => Math.floor(random.next() * 0x1_0000_0000);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return {
    ...random,
    idOn(day) {
      const time = hex(day * 86_400_000 + Math.floor(random.next() * 86_400_000), 12);
      const [a, b, c] = [word(), hex(word(), 8), hex(word() & 0xffff, 4)];
      const middle = `7${hex(a >>> 20, 3)}-${'89ab'[a & 3]}${hex((a >>> 2) & 0xfff, 3)}`;
      return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${b}${c}`;
    },
    common: (list) => list[Math.floor(random.next() ** 2.2 * list.length)] as (typeof list)[number],
  };
}

const texts = new Map<number, string>();

/** `2026-11-10` from a number of days since 1970. */
export function dayText(day: number): string {
  const known = texts.get(day);
  if (known) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}
export const dayNumber = (text: string): number => Math.round(Date.parse(text) / 86_400_000);
