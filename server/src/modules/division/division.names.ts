import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { foldName, withoutBlanks } from '#schema/text.ts';

/**
 * The forms of one place name, from strict to loose: as written; with the kind of place in one spelling;
 * without it. 南关居民委员会 gives 南关居民委员会, 南关社区, 南关; 南关村委会 gives 南关村委会, 南关村, 南关.
 */
export type PlaceKeys = readonly [exact: string, kinded: string, bare: string];

const RESIDENTS = /(?:社区)?(?:居民委员会|居民委会|居委会|居委|社区委员会)$/;
const VILLAGERS = /(?:村民委员会|村民委会|村委员会|村委会|村委|牧民委员会|委员会|(?<=嘎查)委会)$/;
const VILLAGE_WORD = /(?:行政村|村+|(?:嘎查)+)$/;
const STREET_OFFICE = /(?:街道办事处|街道办|办事处|街道)$/;
const ethnicTownship = new RegExp(
  `(?:${Ethnicity.keys.map((key) => Ethnicity.specs[key].zh).join('|')})+乡$`,
);

/** A bare ordinal or a single character is not shown as a name: 第一社区 stays 第一社区, 王村 stays 王村. */
const TOO_BARE = /^(?:.|第?[一二三四五六七八九十百零\d]+)$/u;

const tidy = (name: string): string => withoutBlanks(foldName(name));

/** The text before the match, unless nothing would be left. */
function cut(name: string, ending: RegExp): string | null {
  const rest = name.replace(ending, '');
  return rest === name || rest === '' ? null : rest;
}

function splitVillage(exact: string): { short: string; bare: string; kind: '村' | '社区' | '' } {
  const ofResidents = cut(exact, RESIDENTS);
  const ofVillagers = ofResidents === null ? cut(exact, VILLAGERS) : null;
  const short = ofResidents ?? ofVillagers ?? exact;
  const kind = ofResidents !== null ? '社区' : ofVillagers !== null ? '村' : '';
  const village = cut(short, VILLAGE_WORD);
  if (village !== null) return { short, bare: village, kind: kind || '村' };
  const community = cut(short, /社区$/);
  return { short, bare: community ?? short, kind: kind || (community === null ? '' : '社区') };
}

/** The forms by which a village in a sheet is matched to the official name. */
export function villageKeys(name: string): PlaceKeys {
  const exact = tidy(name);
  const { bare, kind } = splitVillage(exact);
  return [exact, bare + kind, bare];
}

/** The village as people call it: 房小庄居委会 is 房小庄, 三间房东村村委会 is 三间房东村. */
export function villageShortName(name: string): string {
  const exact = tidy(name);
  const { short, bare, kind } = splitVillage(exact);
  return TOO_BARE.test(short) ? bare + kind : short;
}

export function townshipShortName(name: string): string {
  const short = cut(tidy(name), STREET_OFFICE);
  return short === null ? tidy(name) : `${short}街道`;
}

/** The same for townships: 魏城镇 and 魏城, 东风街道办事处 and 东风街道. */
export function townshipKeys(name: string): PlaceKeys {
  const exact = tidy(name);
  const kinded = townshipShortName(exact);
  const bare = cut(kinded, ethnicTownship) ?? cut(kinded, /(?:街道|镇|乡|苏木)$/) ?? kinded;
  return [exact, kinded, bare];
}

/**
 * Finds places by any of their forms: the strictest form that matches decides. No code means unknown, several mean that
 * the name is ambiguous.
 */
export function indexPlaces(
  places: readonly { readonly code: string; readonly name: string }[],
  keysOf: (name: string) => PlaceKeys,
): (name: string) => readonly string[] {
  const indexes = [0, 1, 2].map(() => new Map<string, string[]>());
  for (const { code, name } of places) {
    keysOf(name).forEach((key, strictness) => {
      const codes = indexes[strictness]?.get(key);
      if (codes === undefined) indexes[strictness]?.set(key, [code]);
      else codes.push(code);
    });
  }
  return (name) => {
    const keys = keysOf(name);
    // A name without its kind has no middle form: 南关 may be the village or the community.
    const [exact, kinded, bare] = keys.map((key, strictness) => indexes[strictness]?.get(key) ?? []);
    if (exact?.length) return exact;
    return (keys[1] === keys[2] ? bare : kinded?.length ? kinded : bare) ?? [];
  };
}
