import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { saysSomething } from '#schema/text.ts';

/** What the rules need to know of a pairing; the last day is inclusive. */
export interface PairedSpell {
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
  /** Cadre record of the person who tells of the visit. */
  readonly ownCadreId: string | null;
  /** Whether that person has only their pairings to show for themselves. */
  readonly isHelper: boolean;
}

export type Credit =
  | { readonly refusal: null; readonly pairing: PairedSpell; readonly cadreId: string }
  | { readonly refusal: ErrorCode; readonly pairing?: undefined };

const covers = (day: string) => (spell: PairedSpell) =>
  spell.startedOn <= day && (spell.endedOn === null || spell.endedOn >= day);

/** Why no spell covers a day. */
function whyNot(spells: readonly PairedSpell[], day: string): ErrorCode {
  if (spells.length === 0) return 'NOT_PAIRED';
  if (spells.every(({ startedOn }) => startedOn > day)) return 'DATE_BEFORE_PAIRING';
  if (spells.every(({ endedOn }) => endedOn !== null && endedOn < day)) return 'DATE_AFTER_PAIRING';
  return 'NOT_PAIRED';
}

/**
 * Who went, and to which pairing of the household the visit is credited: to the visitor's own pairing of that day,
 * else to that of the main helper, whom the visitor stood in for. A later change of helper does not touch it.
 */
export function creditOf(history: readonly PairedSpell[], claim: VisitClaim): Credit {
  const { visitedOn, namedCadreId, ownCadreId, isHelper } = claim;
  const paired = history.filter(covers(visitedOn));
  const main = paired.find(({ role }) => role === 'MAIN') ?? paired[0];
  const cadreId = namedCadreId ?? ownCadreId;
  const ownHistory = history.filter((spell) => spell.cadreId === cadreId);
  const own = ownHistory.find(covers(visitedOn));
  if (own && cadreId) return { refusal: null, pairing: own, cadreId };
  // Whoever is a helper of this household on other days only did not visit it as one.
  if (isHelper || (namedCadreId && ownHistory.length > 0)) return { refusal: whyNot(ownHistory, visitedOn) };
  if (!main) return { refusal: whyNot(history, visitedOn) };
  return { refusal: null, pairing: main, cadreId: cadreId ?? main.cadreId };
}

export interface Place {
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** A place has both coordinates or none. */
export const isWholePlace = ({ latitude, longitude }: Place): boolean =>
  (latitude ?? null) === null ? (longitude ?? null) === null : (longitude ?? null) !== null;

/** What a visit says of the household. */
export interface Told {
  readonly findings?: string | null;
  readonly request?: string | null;
  readonly checklist?: readonly unknown[] | null;
  readonly problems?: readonly unknown[] | null;
}

/** A visit that says nothing of the household is no visit: neither words, nor a checklist somebody answered. */
export const saysNothing = ({ findings, request, checklist, problems }: Told): boolean =>
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
