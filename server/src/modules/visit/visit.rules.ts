import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { saysSomething } from '#schema/text.ts';

/** A pairing as the rules see it; the last day is inclusive. */
export interface CreditablePairing {
  readonly id: string;
  readonly cadreId: string;
  readonly role: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export interface VisitClaim {
  readonly visitedOn: string;
  /** Cadre named in the input. */
  readonly namedCadreId: string | null;
  /** Cadre record of the user who logs the visit. */
  readonly ownCadreId: string | null;
  /** Whether that user may log it only as a paired helper, without a right in the division. */
  readonly isHelper: boolean;
}

export type Credit =
  | { readonly refusal: null; readonly pairing: CreditablePairing; readonly cadreId: string }
  | { readonly refusal: ErrorCode; readonly pairing?: undefined };

const covers = (day: string) => (pairing: CreditablePairing) =>
  pairing.startedOn <= day && (pairing.endedOn === null || pairing.endedOn >= day);

/** Why no pairing covers a day. */
function whyNot(pairings: readonly CreditablePairing[], day: string): ErrorCode {
  if (pairings.length === 0) return 'NOT_PAIRED';
  if (pairings.every(({ startedOn }) => startedOn > day)) return 'DATE_BEFORE_PAIRING';
  if (pairings.every(({ endedOn }) => endedOn !== null && endedOn < day)) return 'DATE_AFTER_PAIRING';
  return 'NOT_PAIRED';
}

/**
 * Who went, and to which pairing of the household the visit is credited: to the visitor's own pairing of that day,
 * else to that of the main helper, whom the visitor stood in for; where nobody was the main helper that day, to the pairing
 * that began first. A later change of helper does not affect it.
 */
export function creditOf(history: readonly CreditablePairing[], claim: VisitClaim): Credit {
  const { visitedOn, namedCadreId, ownCadreId, isHelper } = claim;
  const paired = history.filter(covers(visitedOn));
  const main = paired.find(({ role }) => role === 'MAIN') ?? paired[0];
  const cadreId = namedCadreId ?? ownCadreId;
  const ownHistory = history.filter((pairing) => pairing.cadreId === cadreId);
  const own = ownHistory.find(covers(visitedOn));
  if (own && cadreId) return { refusal: null, pairing: own, cadreId };
  // Whoever is named and was paired with this household on other days only is taken for a mistake in the day. A desk's
  // own visit is none: its right in the area lets it stand in for the helper of that day.
  if (isHelper || (namedCadreId && ownHistory.length > 0)) return { refusal: whyNot(ownHistory, visitedOn) };
  if (!main) return { refusal: whyNot(history, visitedOn) };
  return { refusal: null, pairing: main, cadreId: cadreId ?? main.cadreId };
}

export interface Coordinates {
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** A location has both coordinates or none. */
export const isWholePlace = ({ latitude, longitude }: Coordinates): boolean =>
  (latitude ?? null) === null ? (longitude ?? null) === null : (longitude ?? null) !== null;

/** What a visit reports about the household. */
export interface VisitContent {
  readonly findings?: string | null;
  readonly request?: string | null;
  readonly checklist?: readonly unknown[] | null;
  readonly problems?: readonly unknown[] | null;
}

/** A visit without any text, checklist or problem is refused as empty. */
export const saysNothing = ({ findings, request, checklist, problems }: VisitContent): boolean =>
  !saysSomething(findings) && !saysSomething(request) && !checklist?.length && !problems?.length;

/** Faults of dates and checklist by input path. */
export function visitFaults(
  input: {
    visitedOn: string;
    nextVisitOn?: string | null;
    checklist?: readonly { item: string }[] | null;
    photoIds?: readonly string[] | null;
  },
  today: string,
): Record<string, ErrorCode> {
  const faults: Record<string, ErrorCode> = {};
  if (input.visitedOn > today) faults['input.visitedOn'] = 'DATE_IN_FUTURE';
  if (input.nextVisitOn && input.nextVisitOn <= input.visitedOn)
    faults['input.nextVisitOn'] = 'DATE_TOO_EARLY';
  const items = input.checklist?.map(({ item }) => item) ?? [];
  for (const at of repeated(items)) faults[`input.checklist.${at}.item`] = 'DUPLICATE_VALUE';
  for (const at of repeated(input.photoIds ?? [])) faults[`input.photoIds.${at}`] = 'DUPLICATE_VALUE';
  return faults;
}

const repeated = (values: readonly string[]): number[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
