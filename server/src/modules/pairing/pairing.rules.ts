import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { PairingRole } from '#schema/codes/help/pairing.codes.ts';

/** A pairing as the rules see it. Days are `YYYY-MM-DD`, the last one inclusive. */
export interface PairingPeriod {
  readonly id: string;
  readonly cadreId: string;
  readonly role: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export interface WantedPairing {
  readonly cadreId: string;
  readonly role: PairingRole;
  readonly startedOn: string;
}

/** Whether a pairing overlaps an open-ended one that starts on `from`. */
const lastsInto = (pairing: PairingPeriod, from: string): boolean =>
  pairing.endedOn === null || pairing.endedOn >= from;

/**
 * Why a new, open-ended pairing cannot join the history of a household, or null. `history` holds all its pairings,
 * with the one that is handed over already ended.
 */
export function assignRefusal(history: readonly PairingPeriod[], wanted: WantedPairing): ErrorCode | null {
  const later = history.filter((pairing) => lastsInto(pairing, wanted.startedOn));
  const mains = later.filter((pairing) => pairing.role === 'MAIN');
  if (later.some((pairing) => pairing.cadreId === wanted.cadreId)) {
    const isMain = wanted.role === 'MAIN' && mains.some(({ endedOn }) => endedOn === null);
    return isMain ? 'MAIN_HELPER_EXISTS' : 'OVERLAPPING_PAIRING';
  }
  if (wanted.role !== 'MAIN' || mains.length === 0) return null;
  return mains.some(({ endedOn }) => endedOn === null) ? 'MAIN_HELPER_EXISTS' : 'OVERLAPPING_PAIRING';
}

/** Why a pairing cannot be transferred from a day on, or null. `lastDay` is the day before it. */
export function transferRefusal(
  pairing: PairingPeriod,
  history: readonly PairingPeriod[],
  wanted: WantedPairing,
  lastDay: string,
): ErrorCode | null {
  if (pairing.endedOn !== null) return 'PAIRING_ENDED';
  if (pairing.cadreId === wanted.cadreId) return 'SAME_CADRE';
  if (lastDay < pairing.startedOn) return 'DATE_BEFORE_PAIRING';
  const after = history.map((one) => (one.id === pairing.id ? { ...one, endedOn: lastDay } : one));
  return assignRefusal(after, wanted);
}

/** Facts about a transfer that is to be undone. */
export interface UndoFacts {
  /** Whether it was made today. */
  readonly isFromToday: boolean;
  /** Whether a visit or another transfer refers to the new pairing. */
  readonly isBuiltOn: boolean;
  /** The day before the new pairing begins. */
  readonly lastDayBefore: string;
  readonly isFormerInPost: boolean;
}

interface TransferredPairing extends PairingPeriod {
  readonly formerId: string | null;
}

/** Why a transfer cannot be undone, or null. `former` is the pairing it ended. */
export function undoRefusal(
  made: TransferredPairing,
  former: (PairingPeriod & { readonly endReason: string | null }) | undefined,
  history: readonly PairingPeriod[],
  facts: UndoFacts,
): ErrorCode | null {
  if (!former) return 'NOT_A_TRANSFER';
  if (!facts.isFromToday) return 'TRANSFER_NOT_TODAY';
  if (made.endedOn !== null || facts.isBuiltOn) return 'TRANSFER_BUILT_UPON';
  if (former.endReason === 'CADRE_LEFT' || !facts.isFormerInPost) return 'CADRE_LEFT';
  // The former pairing was changed since, so restoring it would undo that change as well.
  if (former.endReason !== 'HANDED_OVER' || former.endedOn !== facts.lastDayBefore)
    return 'TRANSFER_BUILT_UPON';
  const others = history.filter(({ id }) => id !== made.id && id !== former.id);
  const again = { cadreId: former.cadreId, role: former.role as PairingRole, startedOn: former.startedOn };
  // Only pairings that last beyond the transfer can overlap it.
  const beyond = others.filter(({ endedOn }) => endedOn === null || endedOn > facts.lastDayBefore);
  return assignRefusal(beyond, again) ? 'TRANSFER_BUILT_UPON' : null;
}

export interface LoadRule {
  readonly maxLoad: number;
  readonly loadPolicy: string;
}

/** Whether the county allows a cadre with this many households one more. */
export function loadVerdict(rule: LoadRule, households: number): 'FINE' | 'WARN' | 'REFUSE' {
  if (households < rule.maxLoad) return 'FINE';
  return rule.loadPolicy === 'REFUSE' ? 'REFUSE' : 'WARN';
}
