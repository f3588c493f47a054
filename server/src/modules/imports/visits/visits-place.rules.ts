import type { FieldChange, History } from '#modules/imports/staging/since.rules.ts';

/**
 * The villages in which a household lived on a day, by its present village and its recorded moves: on the day of a move
 * both. After a list without a day it is unknown since when it lived where the list says, so until the list was
 * imported it may have been either.
 */
export function villagesOn(present: string, history: History | undefined, day: string): ReadonlySet<string> {
  const moves = (history?.get('villageCode') ?? []).filter((change) => 'former' in change);
  const villages = new Set<string>();
  let village = present;
  for (const move of moves.toReversed()) {
    const since = sinceOf(move);
    if (day >= since || move.by === 'UNDATED') villages.add(village);
    if (day > since) return villages;
    village = String(move.former);
  }
  return villages.add(village);
}

const sinceOf = ({ effectiveOn, day }: FieldChange): string => effectiveOn ?? day;
