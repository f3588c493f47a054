import type { BoardBy } from '../board.graphql.ts';

const COUNTY = 6;
const TOWNSHIP = 9;
const VILLAGE = 12;

/** What the rows of a division's board can stand for, the next level first. */
export function waysToSplit(code: string): BoardBy[] {
  if (code.length < COUNTY) return ['COUNTY', 'CADRE'];
  if (code.length < TOWNSHIP) return ['TOWNSHIP', 'VILLAGE', 'CADRE'];
  if (code.length < VILLAGE) return ['VILLAGE', 'CADRE'];
  return ['CADRE'];
}

/** The same for a user with several divisions: each is a row. */
export function waysToSplitPlaces(codes: readonly string[]): BoardBy[] {
  const widest = Math.min(...codes.map((code) => code.length));
  if (widest <= COUNTY) return ['COUNTY', 'CADRE'];
  return widest <= TOWNSHIP ? ['TOWNSHIP', 'VILLAGE', 'CADRE'] : ['VILLAGE', 'CADRE'];
}

/** A division and those above it, from the widest, up to one of the roots. */
export function trail(code: string, roots: readonly string[]): string[] {
  const codes = [2, 4, COUNTY, TOWNSHIP, VILLAGE]
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length));
  return codes.filter((step) => roots.some((root) => step.startsWith(root)));
}
