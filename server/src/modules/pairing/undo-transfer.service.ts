import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { addDays, dayOf, today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRows } from '#platform/write/lock.ts';
import { remove, update } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { UndoTransferInput } from '#schema/pairing/pairing.input.ts';
import { giveUpLoad, type Ledger, takeLoad } from './handover.ts';
import { pairingEntity } from './pairing.entity.ts';
import type { PairingRow } from './pairing.queries.ts';
import { undoRefusal } from './pairing.rules.ts';
import { lockPairings, notice } from './pairing.service.ts';
import { formerCadresOf, visitedPairings } from './undo-transfer.queries.ts';

const right = 'pairing.undo';

/**
 * Undoes transfers on the day they were made: deletes the new pairing and reopens the former one. The audit trail keeps
 * both steps. Items that cannot be undone are reported.
 */
export async function undoTransfer(ctx: Context, input: UndoTransferInput) {
  const keys = input.pairingIds.map((id, at) => partsOfId(pairingEntity, id, `input.pairingIds.${at}`));
  input.pairingIds.forEach((id, at) => {
    if (input.pairingIds.indexOf(id) !== at) throw invalid({ [`input.pairingIds.${at}`]: 'DUPLICATE_VALUE' });
  });
  const countyCode = keys[0]?.[0] ?? '';
  return command(ctx, 'undoTransfer', countyCode, input, async (work) => {
    // A pairing of another county is reported as not found.
    const wanted = keys.flatMap(([county, id]) => (county === countyCode && id ? [id] : []));
    const cadreIds = await formerCadresOf(work, countyCode, wanted);
    const cadreKeys = cadreIds.map((id) => [countyCode, id]);
    const cadres = await lockRows(work, cadreEntity, cadreKeys, right);
    const { ledger, pairings } = await lockPairings(work, countyCode, wanted, cadreIds, right);
    // NOT_FOUND if the viewer may change none of them.
    if (pairings.size === 0) throw notFound('input.pairingIds');
    const facts = {
      inPost: new Set(cadres.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id)),
      visited: await visitedPairings(work, countyCode, wanted),
    };
    const outcomes = new Map<string, Undone>();
    for (const made of lastFirst([...pairings.values()]))
      outcomes.set(made.id, await undo(work, ledger, made, facts));
    const results = input.pairingIds.map((pairingId, at) => {
      const done = outcomes.get(keys[at]?.[1] ?? '') ?? { refusal: 'NOT_FOUND' };
      return done.refusal === null
        ? { pairingId, ok: true, error: null, pairing: [countyCode, done.restored.id] }
        : { pairingId, ok: false, error: notice(done.refusal), pairing: null };
    });
    return {
      results,
      undone: results.filter(({ ok }) => ok).length,
      warnings: ledger.overloaded.size > 0 ? [notice('LOAD_LIMIT_EXCEEDED')] : [],
    };
  });
}

interface Facts {
  readonly inPost: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
}

type Undone = { refusal: ErrorCode } | { refusal: null; restored: PairingRow };

/** Latest transfers first, so that a chain of transfers can be undone whatever the order of the input. */
function lastFirst(pairings: readonly PairingRow[]): PairingRow[] {
  const formerOf = new Map(pairings.map(({ id, formerId }) => [id, formerId]));
  const depthOf = (id: string | null | undefined): number => (id ? 1 + depthOf(formerOf.get(id)) : 0);
  return [...pairings].sort((one, other) => depthOf(other.id) - depthOf(one.id));
}

async function undo(work: WorkContext, ledger: Ledger, locked: PairingRow, facts: Facts): Promise<Undone> {
  const history = ledger.histories.get(locked.householdId) ?? [];
  // Undoing a later transfer may have reopened it a moment ago, so the row in the ledger is used.
  const made = history.find(({ id }) => id === locked.id) ?? locked;
  const former = history.find(({ id }) => id === made.formerId);
  const refusal = undoRefusal(made, former, history, {
    isFromToday: dayOf(new Date(made.createdAt)) === today(work.clock),
    isBuiltOn: facts.visited.has(made.id) || history.some(({ formerId }) => formerId === made.id),
    lastDayBefore: addDays(made.startedOn, -1),
    isFormerInPost: former !== undefined && facts.inPost.has(former.cadreId),
  });
  if (refusal || !former) return { refusal: refusal ?? 'NOT_A_TRANSFER' };
  // The former cadre gets the household back whatever the load limit; a load above it is reported.
  takeLoad({ ...ledger, rule: { ...ledger.rule, loadPolicy: 'WARN' } }, former.cadreId);
  const action = 'undoTransfer';
  await remove(work, pairingEntity, made, { action });
  giveUpLoad(ledger, made.cadreId);
  const running = { endedOn: null, endReason: null, handOverNote: null };
  const restored = await update(work, pairingEntity, former, running, { action });
  ledger.histories.set(
    made.householdId,
    history.flatMap((row) => (row.id === made.id ? [] : row.id === former.id ? [restored] : [row])),
  );
  return { refusal: null, restored };
}
