import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { PairingRole } from '#schema/codes/help/pairing.codes.ts';

/** What the rules need to know of one pairing. Days are `YYYY-MM-DD`, the last one inclusive. */
export interface Spell {
  readonly id: string;
  readonly cadreId: string;
  readonly role: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export interface NewSpell {
  readonly cadreId: string;
  readonly role: PairingRole;
  readonly startedOn: string;
}

/** Whether a spell and one that runs on from `from` share a day. */
const reachesInto = (spell: Spell, from: string): boolean => spell.endedOn === null || spell.endedOn >= from;

/**
 * Why a new, open-ended pairing cannot join the history of a household, or null. `history` holds all its pairings,
 * with the one that is handed over already ended.
 */
export function assignRefusal(history: readonly Spell[], wanted: NewSpell): ErrorCode | null {
  const later = history.filter((spell) => reachesInto(spell, wanted.startedOn));
  const mains = later.filter((spell) => spell.role === 'MAIN');
  if (later.some((spell) => spell.cadreId === wanted.cadreId)) {
    const isMain = wanted.role === 'MAIN' && mains.some(({ endedOn }) => endedOn === null);
    return isMain ? 'MAIN_HELPER_EXISTS' : 'OVERLAPPING_PAIRING';
  }
  if (wanted.role !== 'MAIN' || mains.length === 0) return null;
  return mains.some(({ endedOn }) => endedOn === null) ? 'MAIN_HELPER_EXISTS' : 'OVERLAPPING_PAIRING';
}

/** Why a pairing cannot be handed over from a day on, or null. `lastDay` is the day before it. */
export function transferRefusal(
  pairing: Spell,
  history: readonly Spell[],
  wanted: NewSpell,
  lastDay: string,
): ErrorCode | null {
  if (pairing.endedOn !== null) return 'PAIRING_ENDED';
  if (pairing.cadreId === wanted.cadreId) return 'SAME_CADRE';
  if (lastDay < pairing.startedOn) return 'DATE_BEFORE_PAIRING';
  const after = history.map((spell) => (spell.id === pairing.id ? { ...spell, endedOn: lastDay } : spell));
  return assignRefusal(after, wanted);
}

/** What is known of a transfer that is to be taken back. */
export interface UndoFacts {
  /** Whether it was made on the day that it is by now. */
  readonly isFromToday: boolean;
  /** Whether a visit or another transfer stands on it. */
  readonly isBuiltOn: boolean;
  /** The day before the new pairing begins. */
  readonly lastDayBefore: string;
  readonly isFormerInPost: boolean;
}

interface MadeSpell extends Spell {
  readonly formerId: string | null;
}

/** Why a transfer cannot be taken back, or null. `former` is the pairing it ended. */
export function undoRefusal(
  made: MadeSpell,
  former: (Spell & { readonly endReason: string | null }) | undefined,
  history: readonly Spell[],
  facts: UndoFacts,
): ErrorCode | null {
  if (!former) return 'NOT_A_TRANSFER';
  if (!facts.isFromToday) return 'TRANSFER_NOT_TODAY';
  if (made.endedOn !== null || facts.isBuiltOn) return 'TRANSFER_BUILT_UPON';
  if (former.endReason === 'CADRE_LEFT' || !facts.isFormerInPost) return 'CADRE_LEFT';
  // Whoever changed the former pairing since then did so on purpose.
  if (former.endReason !== 'HANDED_OVER' || former.endedOn !== facts.lastDayBefore)
    return 'TRANSFER_BUILT_UPON';
  const others = history.filter(({ id }) => id !== made.id && id !== former.id);
  const again = { cadreId: former.cadreId, role: former.role as PairingRole, startedOn: former.startedOn };
  // Only what still reaches beyond the hand-over can stand in its way.
  const beyond = others.filter(({ endedOn }) => endedOn === null || endedOn > facts.lastDayBefore);
  return assignRefusal(beyond, again) ? 'TRANSFER_BUILT_UPON' : null;
}

export interface LoadRule {
  readonly maxLoad: number;
  readonly loadPolicy: string;
}

/** What the county says to one more household above those a cadre has. */
export function loadVerdict(rule: LoadRule, households: number): 'FINE' | 'WARN' | 'REFUSE' {
  if (households < rule.maxLoad) return 'FINE';
  return rule.loadPolicy === 'REFUSE' ? 'REFUSE' : 'WARN';
}
