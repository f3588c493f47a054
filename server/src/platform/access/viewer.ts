import type { CountyKey } from '#platform/core/ids.ts';
import { isCaseRight, type Right } from '#schema/codes/rights.ts';

/** One right in one place; `divisionCode` '' is the whole country. */
export interface Holding {
  readonly role: string;
  readonly divisionCode: string;
  readonly rights: ReadonlySet<Right>;
  /** Only the households paired with the viewer's own cadre record, wherever in the division they are. */
  readonly pairedOnly: boolean;
  /** Of cases only those sent to the viewer's own organization; see `sentOnlyRoles`. */
  readonly sentOnly?: boolean;
}

export type Restriction = 'PASSWORD_CHANGE_REQUIRED' | 'SECOND_FACTOR_REQUIRED';

/** The caller with the rights held today; made for each request, so that withdrawn rights end at once. */
export interface Viewer {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly sessionId: string | null;
  /** Set if the caller is a program with a token. */
  readonly tokenId: string | null;
  /** The token's own budget; null or absent: the usual one. */
  readonly pointsPerMinute?: number | null;
  readonly holdings: readonly Holding[];
  /** The cadre records that are this person. */
  readonly cadres: readonly CountyKey[];
  /** What the user must do first: until then no rights are held, and only the own account can be changed. */
  readonly restriction?: Restriction;
}

export const hasRight = (viewer: Viewer | null, right: Right): boolean =>
  viewer?.holdings.some((holding) => holding.rights.has(right)) ?? false;

/**
 * Where a right reaches: everything below the prefixes, the households paired with the cadres, and the cases sent to the
 * organizations of `insurers`: the viewer's own cadre records there.
 */
export interface Reach {
  readonly prefixes: readonly string[];
  readonly cadres: readonly CountyKey[];
  readonly insurers?: readonly CountyKey[];
}

/** Whether a holding reaches everything in its division by a right, and not only what concerns one person. */
export const isWide = (holding: Holding, right: Right): boolean =>
  holding.rights.has(right) && !holding.pairedOnly && !isOfInsurer(holding, right);

const isOfInsurer = ({ sentOnly }: Holding, right: Right): boolean => sentOnly === true && isCaseRight(right);

export function reachOf(viewer: Viewer | null, right: Right): Reach {
  const holdings = viewer?.holdings.filter((holding) => holding.rights.has(right)) ?? [];
  const own = (some: readonly Holding[]) =>
    (viewer?.cadres ?? []).filter((cadre) =>
      some.some(
        (holding) =>
          cadre.countyCode.startsWith(holding.divisionCode) ||
          holding.divisionCode.startsWith(cadre.countyCode),
      ),
    );
  const wide = holdings.filter((holding) => isWide(holding, right));
  const insurers = own(holdings.filter((holding) => isOfInsurer(holding, right)));
  return {
    prefixes: outermost(wide.map((holding) => holding.divisionCode)),
    cadres: own(holdings.filter((holding) => holding.pairedOnly)),
    ...(insurers.length > 0 && { insurers }),
  };
}

/** The one county of all holdings; undefined if there is none or several. */
export function soleCountyOf(viewer: Viewer | null): string | undefined {
  const [first, ...others] = [
    ...(viewer?.holdings ?? []).map(({ divisionCode }) => divisionCode.slice(0, 6)),
    ...(viewer?.cadres ?? []).map(({ countyCode }) => countyCode),
  ];
  return first?.length === 6 && others.every((county) => county === first) ? first : undefined;
}

/** Drops every prefix that another one already covers. */
function outermost(prefixes: readonly string[]): string[] {
  const unique = [...new Set(prefixes)];
  return unique
    .filter((prefix) => !unique.some((other) => other !== prefix && prefix.startsWith(other)))
    .sort();
}

/** Whether a right reaches one division as a whole. */
export const reaches = (reach: Reach, divisionCode: string): boolean =>
  reach.prefixes.some((prefix) => divisionCode.startsWith(prefix));

/** Whether a reach has everything that another one has. */
export const covers = (reach: Reach, other: Reach): boolean =>
  other.prefixes.every((prefix) => reaches(reach, prefix)) &&
  coversAll(reach, reach.cadres, other.cadres) &&
  coversAll(reach, reach.insurers, other.insurers);

const coversAll = (
  reach: Reach,
  held: readonly CountyKey[] = [],
  wanted: readonly CountyKey[] = [],
): boolean =>
  wanted.every(
    (one) =>
      reaches(reach, one.countyCode) ||
      held.some(({ countyCode, id }) => countyCode === one.countyCode && id === one.id),
  );
