import { addDays } from '#platform/core/clock.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

interface PairingPeriod {
  readonly id: string;
  readonly cadreId: string;
  readonly role: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export interface PairingOfRow {
  readonly cadreId: string;
  readonly startedOn: string;
  /** Last day; null while it runs. */
  readonly endedOn: string | null;
}

/** What a row of a roster means for the pairings of its household. */
export type PairingStep =
  | { readonly do: 'nothing' }
  | {
      readonly do: 'refuse';
      readonly column: 'startedOn' | 'endedOn' | 'helperName';
      readonly code: ErrorCode;
    }
  | { readonly do: 'end'; readonly id: string; readonly endedOn: string }
  | {
      readonly do: 'begin';
      /** The running pairing that is transferred, with its last day. */
      readonly former: { readonly id: string; readonly endedOn: string } | null;
    };

const refuse = (column: 'startedOn' | 'endedOn' | 'helperName', code: ErrorCode): PairingStep => ({
  do: 'refuse',
  column,
  code,
});
const nothing: PairingStep = { do: 'nothing' };

/** What a row means for an assistant: assistants may exist beside the main helper and beside each other. */
export function assistantStep(history: readonly PairingPeriod[], row: PairingOfRow): PairingStep {
  const own = history.filter((pairing) => isSame(pairing, row));
  const assists = own.filter((pairing) => pairing.role !== 'MAIN');
  const running = assists.find((pairing) => pairing.endedOn === null);
  if (row.endedOn === null && running) return nothing;
  if (row.endedOn !== null && assists.some((pairing) => pairing.endedOn === row.endedOn)) return nothing;
  if (row.endedOn !== null && running)
    return row.endedOn < running.startedOn
      ? refuse('endedOn', 'OVERLAPPING_PAIRING')
      : { do: 'end', id: running.id, endedOn: row.endedOn };
  const last = row.endedOn ?? '9999-12-31';
  const meets = own.some(
    (pairing) => pairing.startedOn <= last && (pairing.endedOn === null || pairing.endedOn >= row.startedOn),
  );
  return meets ? refuse('helperName', 'OVERLAPPING_PAIRING') : { do: 'begin', former: null };
}

/**
 * A roster names the main helper. It never rewrites the past: the same cadre continues, another one takes over from the
 * day the row names, and a row that contradicts days already recorded is refused.
 */
export function pairingStep(history: readonly PairingPeriod[], row: PairingOfRow): PairingStep {
  const mains = history.filter((pairing) => pairing.role === 'MAIN');
  const running = mains.find((pairing) => pairing.endedOn === null);
  return row.endedOn === null
    ? goingOn(history, mains, running, row)
    : overAlready(mains, running, row, row.endedOn);
}

function goingOn(
  history: readonly PairingPeriod[],
  mains: readonly PairingPeriod[],
  running: PairingPeriod | undefined,
  row: PairingOfRow,
): PairingStep {
  if (running?.cadreId === row.cadreId) return nothing;
  // One cadre is not both the main helper and an assistant of one household.
  const isAssistant = history.some(
    (pairing) => pairing.role !== 'MAIN' && isSame(pairing, row) && pairing.endedOn === null,
  );
  if (isAssistant) return refuse('helperName', 'OVERLAPPING_PAIRING');
  const overlapsEnded = mains.some((pairing) => pairing.endedOn !== null && pairing.endedOn >= row.startedOn);
  if (overlapsEnded || (running && running.startedOn >= row.startedOn))
    return refuse('startedOn', 'OVERLAPPING_PAIRING');
  return { do: 'begin', former: running ? { id: running.id, endedOn: addDays(row.startedOn, -1) } : null };
}

function overAlready(
  mains: readonly PairingPeriod[],
  running: PairingPeriod | undefined,
  row: PairingOfRow,
  endedOn: string,
): PairingStep {
  if (mains.some((pairing) => isSame(pairing, row) && pairing.endedOn === endedOn)) return nothing;
  if (running && isSame(running, row)) {
    return endedOn < running.startedOn
      ? refuse('endedOn', 'OVERLAPPING_PAIRING')
      : { do: 'end', id: running.id, endedOn };
  }
  const meets = mains.some(
    (pairing) =>
      pairing.startedOn <= endedOn && (pairing.endedOn === null || pairing.endedOn >= row.startedOn),
  );
  return meets ? refuse('startedOn', 'OVERLAPPING_PAIRING') : { do: 'begin', former: null };
}

const isSame = (pairing: PairingPeriod, row: PairingOfRow): boolean => pairing.cadreId === row.cadreId;
