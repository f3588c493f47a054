import type { Context, WorkContext } from '#platform/core/context.ts';
import { removeMany, sendMany, updateMany } from '#platform/write/many.ts';
import { blankRow } from '#platform/write/writable.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { countNoLongerRunnable, countPairingsOf, stalePairings } from './pairing.bulk.queries.ts';
import { pairingEntity } from './pairing.entity.ts';
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
/** Null in each column that may be empty. */
export const blankPairing = blankRow(pairing);

export const loadRuleOf = getLoadRule;
export const loadsOfCadres = loadsOf;
export const changedPairings = stalePairings;
export const countOtherPairingsOf = countPairingsOf;
export const countPairingsPastRestoring = countNoLongerRunnable;

/** Ends come first, so that no household has two main helpers in between. */
export async function writePairings(
  work: WorkContext,
  countyCode: string,
  action: string,
  changes: { readonly ended: readonly PairingChange[]; readonly begun: readonly KnownPairing[] },
): Promise<void> {
  await updateMany(work, pairingEntity, countyCode, changes.ended, { action });
  sendMany(work, pairingEntity, changes.begun, { action });
}

export async function removePairings(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: readonly string[],
): Promise<void> {
  await removeMany(work, pairingEntity, countyCode, ids, { action });
}
