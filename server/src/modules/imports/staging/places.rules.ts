import { indexPlaces, townshipKeys, villageKeys } from '#modules/division/division.names.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

export interface Place {
  readonly code: string;
  readonly name: string;
}

/** An abolished place, with its successor codes. */
export interface FormerPlace extends Place {
  readonly newCodes: readonly string[];
}

export function formerPlaces(rows: readonly (Place & { readonly newCode: string })[]): FormerPlace[] {
  const places = new Map<string, FormerPlace & { newCodes: string[] }>();
  for (const { code, name, newCode } of rows) {
    const place = places.get(code) ?? { code, name, newCodes: [] };
    place.newCodes.push(newCode);
    places.set(code, place);
  }
  return [...places.values()];
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

/**
 * Finds villages of one county by the names in sheets: within the township given, otherwise in the whole county. A name
 * from before a merger leads to where its people are registered now, unless a present village has it.
 */
export function placeFinder(
  countyCode: string,
  places: readonly Place[],
  formers: readonly FormerPlace[] = [],
): PlaceFinder {
  const presentOf = presentPlaces(places, formers);
  const byToday = finderOf(countyCode, places);
  const byThen = formers.length > 0 ? finderOf(countyCode, [...places, ...formers]) : null;
  const answers = new Map<string, FoundPlace>();

  const find: PlaceFinder = (township, village) => {
    const found = byToday(township, village);
    if (found.ok || found.code === 'VILLAGE_AMBIGUOUS' || !byThen) return found;
    const former = byThen(township, village);
    if (!former.ok) return former.code === 'VILLAGE_AMBIGUOUS' ? former : found;
    const codes = presentOf(former.code);
    const [code, ...others] = codes;
    if (code === undefined) return found;
    return others.length > 0 ? unknown('village', 'VILLAGE_AMBIGUOUS') : { ok: true, code };
  };
  return (township, village) => {
    const key = `${township ?? ''}\n${village}`;
    const answer = answers.get(key) ?? find(township, village);
    answers.set(key, answer);
    return answer;
  };
}

/** Returns where the people of a place are registered now; it may have changed more than once. */
export function presentPlaces(places: readonly Place[], formers: readonly FormerPlace[]) {
  const live = new Set(places.map(({ code }) => code));
  const successors = new Map(formers.map(({ code, newCodes }) => [code, newCodes]));
  return (code: string): string[] => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const follow = (one: string) => {
      if (seen.has(one)) return;
      seen.add(one);
      if (live.has(one)) found.add(one);
      else for (const next of successors.get(one) ?? []) follow(next);
    };
    follow(code);
    return [...found];
  };
}

function finderOf(countyCode: string, places: readonly Place[]): PlaceFinder {
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
  return (township, village) => {
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
}
