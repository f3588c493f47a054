import { indexPlaces, townshipKeys, villageKeys } from '#modules/division/division.names.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';

export interface Place {
  readonly code: string;
  readonly name: string;
}

export type FoundPlace =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly column: 'township' | 'village'; readonly code: ErrorCode };

export type PlaceFinder = (township: string | null, village: string) => FoundPlace;

const unknown = (column: 'township' | 'village', code: ErrorCode): FoundPlace => ({
  ok: false,
  column,
  code,
});

/** Finds the villages of one county by what sheets call them: within the township given, else in the whole county. */
export function placeFinder(countyCode: string, places: readonly Place[]): PlaceFinder {
  const known = new Set(places.map(({ code }) => code));
  const villages = places.filter(({ code }) => code.length === 12);
  const townshipsNamed = indexPlaces(
    places.filter(({ code }) => code.length === 9),
    townshipKeys,
  );
  const inCounty = indexPlaces(villages, villageKeys);
  const inTownship = new Map<string, typeof inCounty>();
  const villagesOf = (township: string) => {
    const found =
      inTownship.get(township) ??
      indexPlaces(
        villages.filter(({ code }) => code.startsWith(township)),
        villageKeys,
      );
    inTownship.set(township, found);
    return found;
  };
  const answers = new Map<string, FoundPlace>();

  const find: PlaceFinder = (township, village) => {
    if (/^\d{12}$/.test(village) && village.startsWith(countyCode)) {
      return known.has(village) ? { ok: true, code: village } : unknown('village', 'VILLAGE_UNKNOWN');
    }
    const townships = township === null ? null : townshipsNamed(township);
    if (townships && townships.length !== 1) return unknown('township', 'TOWNSHIP_UNKNOWN');
    const [only] = townships ?? [];
    const [code, ...others] = only === undefined ? inCounty(village) : villagesOf(only)(village);
    if (code === undefined) return unknown('village', 'VILLAGE_UNKNOWN');
    return others.length > 0 ? unknown('village', 'VILLAGE_AMBIGUOUS') : { ok: true, code };
  };
  return (township, village) => {
    const key = `${township ?? ''}\n${village}`;
    const answer = answers.get(key) ?? find(township, village);
    answers.set(key, answer);
    return answer;
  };
}
