import type { WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { end, insert } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { pairingEntity } from './pairing.entity.ts';
import { getLoadRule, loadsOf, type NewPairing, type PairingRow } from './pairing.queries.ts';
import { type LoadRule, loadVerdict, transferRefusal, type WantedPairing } from './pairing.rules.ts';

/** State of a transfer of many pairings: read under locks and updated with each write. */
export interface Ledger {
  readonly countyCode: string;
  readonly rule: LoadRule;
  readonly loads: Map<string, number>;
  /** All pairings by household. */
  readonly histories: Map<string, PairingRow[]>;
  /** Households that are on the register. */
  readonly open: ReadonlySet<string>;
  /** Cadres above the load limit of a county that only warns. */
  readonly overloaded: Set<string>;
}

export async function openLedger(
  work: WorkContext,
  countyCode: string,
  facts: {
    cadreIds: readonly string[];
    households: readonly { id: string; status: string }[];
    pairings: readonly PairingRow[];
  },
): Promise<Ledger> {
  const histories = new Map<string, PairingRow[]>();
  for (const row of facts.pairings) {
    histories.set(row.householdId, [...(histories.get(row.householdId) ?? []), row]);
  }
  return {
    countyCode,
    rule: await getLoadRule(work, countyCode),
    loads: await loadsOf(work, countyCode, facts.cadreIds),
    histories,
    open: new Set(facts.households.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id)),
    overloaded: new Set(),
  };
}

/** Adds one household to the load of a cadre; returns the error if the county refuses it. */
export function takeLoad(ledger: Ledger, cadreId: string): ErrorCode | null {
  const load = ledger.loads.get(cadreId) ?? 0;
  const verdict = loadVerdict(ledger.rule, load);
  if (verdict === 'REFUSE') return 'LOAD_LIMIT_EXCEEDED';
  if (verdict === 'WARN') ledger.overloaded.add(cadreId);
  ledger.loads.set(cadreId, load + 1);
  return null;
}

/** Subtracts one household from the load of a cadre that is in the ledger. */
export function giveUpLoad(ledger: Ledger, cadreId: string): void {
  const load = ledger.loads.get(cadreId);
  if (load === undefined) return;
  ledger.loads.set(cadreId, load - 1);
  if (load - 1 <= ledger.rule.maxLoad) ledger.overloaded.delete(cadreId);
}

export interface HandOver {
  readonly toCadreId: string;
  readonly effectiveOn: string;
  /** The day before. */
  readonly lastDay: string;
  readonly endReason: string;
  readonly reason: string;
  readonly handOverNote?: string | null;
  readonly role?: PairingRole | null;
}

/** Ends one pairing and begins the next, or returns why not, without writing anything. */
export async function handOver(
  work: WorkContext,
  ledger: Ledger,
  pairing: PairingRow,
  how: HandOver,
): Promise<{ refusal: ErrorCode } | { refusal: null; made: PairingRow }> {
  const { countyCode, histories } = ledger;
  const history = histories.get(pairing.householdId) ?? [];
  const role = how.role ?? (pairing.role as PairingRole);
  const wanted: WantedPairing = { cadreId: how.toCadreId, role, startedOn: how.effectiveOn };
  const refusal = ledger.open.has(pairing.householdId)
    ? (transferRefusal(pairing, history, wanted, how.lastDay) ?? takeLoad(ledger, how.toCadreId))
    : 'HOUSEHOLD_CLOSED';
  if (refusal) return { refusal };

  const ended = await endPairingRow(work, pairing, {
    endedOn: how.lastDay,
    endReason: how.endReason,
    ...(how.handOverNote ? { handOverNote: how.handOverNote } : {}),
  });
  const made = await beginPairing(work, {
    ...wanted,
    countyCode,
    id: newId(),
    householdId: pairing.householdId,
    villageCode: pairing.villageCode,
    reason: how.reason,
    formerId: pairing.id,
    createdAt: work.clock.now().toISOString(),
  });
  histories.set(pairing.householdId, [...history.map((row) => (row.id === ended.id ? ended : row)), made]);
  return { refusal: null, made };
}

export const beginPairing = (work: WorkContext, row: NewPairing): Promise<PairingRow> =>
  insert(work, pairingEntity, row, { action: 'assignHelper' });

export const endPairingRow = (
  work: WorkContext,
  before: PairingRow,
  how: Partial<NewPairing> & { readonly endedOn: string; readonly endReason: string },
): Promise<PairingRow> => end(work, pairingEntity, before, how, { action: 'endPairing' });
