import { recordChanged, recordMany, recordRemoved } from '#platform/audit/many.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { noteGained, noteLost } from '#platform/feed/changes.ts';
import {
  countNoLongerRunnable,
  countPairingsOf,
  deletePairings,
  sendPairings,
  stalePairings,
  updatePairings,
} from './pairing.bulk.queries.ts';
import { getLoadRule, loadsOf, type PairingRow, pairingsOfHouseholds } from './pairing.queries.ts';

export type KnownPairing = Readonly<PairingRow>;
export interface PairingChange {
  readonly id: string;
  readonly before: Partial<PairingRow>;
  readonly after: Partial<PairingRow> & { id: string };
}

/** The whole history of each household, in the order of time. */
export const pairingsOf: (
  ctx: Context,
  countyCode: string,
  householdIds: readonly string[],
) => Promise<KnownPairing[]> = async (ctx, countyCode, householdIds) =>
  pairingsOfHouseholds(ctx, countyCode, householdIds);
export const loadRuleOf = getLoadRule;
export const loadsOfCadres = loadsOf;
export const changedPairings = stalePairings;
export const countOtherPairingsOf = countPairingsOf;
export const countPairingsPastRestoring = countNoLongerRunnable;

/** Ends come first, so that no household has two main helpers on the way. */
export async function changePairings(
  work: WorkContext,
  countyCode: string,
  action: string,
  changes: { readonly ended: readonly PairingChange[]; readonly begun: readonly KnownPairing[] },
): Promise<void> {
  const changed = await updatePairings(
    work,
    countyCode,
    changes.ended.map(({ after }) => after),
  );
  sendPairings(work, changes.begun);
  // A roll-back sets pairings going again.
  const ends = new Map(changes.ended.map(({ id, after }) => [id, after.endedOn]));
  const places = changed as unknown as KnownPairing[];
  const ofEnd = (wanted: (endedOn: string | null | undefined) => boolean) =>
    places.filter(({ id }) => wanted(ends.get(id)));
  noteLost(
    work,
    ofEnd((endedOn) => typeof endedOn === 'string'),
  );
  noteGained(work, [
    ...ofEnd((endedOn) => endedOn === null),
    ...changes.begun.filter(({ endedOn }) => endedOn === null),
  ]);
  const subject = { countyCode, action, entity: 'Pairing' };
  recordChanged(work, subject, changes.ended);
  recordMany(work, subject, changes.begun);
}

export async function removePairings(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: readonly string[],
): Promise<void> {
  const gone = await deletePairings(work, countyCode, ids);
  noteLost(work, gone as KnownPairing[]);
  recordRemoved(work, { countyCode, action, entity: 'Pairing' }, gone);
}
