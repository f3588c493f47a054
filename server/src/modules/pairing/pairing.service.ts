import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import type { ClosedHousehold } from '#modules/household/household.service.ts';
import { addDays, today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRow, lockRows } from '#platform/write/lock.ts';
import { errorTexts } from '#schema/codes/errors/error-codes.ts';
import type { Right } from '#schema/codes/rights.ts';
import type {
  AssignHelperInput,
  EndPairingInput,
  TransferPairingsInput,
} from '#schema/pairing/pairing.input.ts';
import { beginPairing, endPairingRow, handOver, openLedger, takeLoad } from './handover.ts';
import { pairingEntity } from './pairing.entity.ts';
import {
  householdsOfPairings,
  lockHouseholds,
  type PairingRow,
  pairingsOfHouseholds,
} from './pairing.queries.ts';
import { assignRefusal } from './pairing.rules.ts';

/** Pairings end with their household. */
export async function endPairingsOfClosed(
  work: WorkContext,
  { countyCode, id, closedOn }: ClosedHousehold,
): Promise<void> {
  const running = (await pairingsOfHouseholds(work, countyCode, [id])).filter((row) => row.endedOn === null);
  for (const row of running) {
    const hadBegun = row.startedOn <= closedOn;
    await endPairingRow(work, row, {
      endedOn: hadBegun ? closedOn : row.startedOn,
      endReason: 'HOUSEHOLD_CLOSED',
    });
  }
}

export const notice = (code: keyof typeof errorTexts) => ({ code, ...errorTexts[code] });
const overload = (overloaded: ReadonlySet<string>) =>
  overloaded.size > 0 ? [notice('LOAD_LIMIT_EXCEEDED')] : [];

/** Locks a cadre, who must be in post and of the same county. */
async function lockCadre(work: WorkContext, countyCode: string, id: string, path: string) {
  const key = partsOfId(cadreEntity, id, path);
  const [cadre] = key[0] === countyCode ? await lockRows(work, cadreEntity, [key], 'pairing.write') : [];
  if (!cadre) throw notFound(path);
  if (cadre.status === 'LEFT') throw refuse('CADRE_LEFT', { [path]: 'CADRE_LEFT' });
  return cadre;
}

export async function assignHelper(ctx: Context, input: AssignHelperInput) {
  const [countyCode = ''] = partsOfId(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'assignHelper', countyCode, input, async (work) => {
    const day = today(ctx.clock);
    const startedOn = input.startedOn ?? day;
    if (startedOn > day) throw invalid({ 'input.startedOn': 'DATE_IN_FUTURE' });
    const cadre = await lockCadre(work, countyCode, input.cadreId, 'input.cadreId');
    const household = await lockRow(
      work,
      householdEntity,
      input.householdId,
      'input.householdId',
      'pairing.write',
    );
    if (household.status !== 'ACTIVE') {
      throw refuse('HOUSEHOLD_CLOSED', { 'input.householdId': 'HOUSEHOLD_CLOSED' });
    }
    const pairings = await pairingsOfHouseholds(work, countyCode, [household.id]);
    const wanted = { cadreId: cadre.id, role: input.role, startedOn };
    const ledger = await openLedger(work, countyCode, {
      cadreIds: [cadre.id],
      households: [household],
      pairings,
    });
    const refusal = assignRefusal(pairings, wanted);
    if (refusal) {
      throw refuse(refusal, {
        [refusal === 'MAIN_HELPER_EXISTS' ? 'input.role' : 'input.startedOn']: refusal,
      });
    }
    const full = takeLoad(ledger, cadre.id);
    if (full) throw refuse(full, { 'input.cadreId': full });
    const made = await beginPairing(work, {
      ...wanted,
      countyCode,
      id: newId(),
      householdId: household.id,
      villageCode: household.villageCode,
      reason: input.note,
      createdAt: ctx.clock.now().toISOString(),
    });
    return {
      pairing: [countyCode, made.id],
      household: [countyCode, household.id],
      warnings: overload(ledger.overloaded),
    };
  });
}

/** Transfers many pairings to one cadre in one transaction; items that cannot be transferred are reported. */
export async function transferPairings(ctx: Context, input: TransferPairingsInput) {
  const [countyCode = ''] = partsOfId(cadreEntity, input.toCadre, 'input.toCadre');
  const keys = input.pairingIds.map((id, at) => partsOfId(pairingEntity, id, `input.pairingIds.${at}`));
  input.pairingIds.forEach((id, at) => {
    if (input.pairingIds.indexOf(id) !== at) throw invalid({ [`input.pairingIds.${at}`]: 'DUPLICATE_VALUE' });
  });
  return command(ctx, 'transferPairings', countyCode, input, async (work) => {
    if (input.effectiveOn > today(ctx.clock)) throw invalid({ 'input.effectiveOn': 'DATE_IN_FUTURE' });
    const cadre = await lockCadre(work, countyCode, input.toCadre, 'input.toCadre');
    // A pairing of another county is reported as not found.
    const wanted = keys.flatMap(([county, id]) => (county === countyCode && id ? [id] : []));
    const { ledger, pairings } = await lockPairings(work, countyCode, wanted, [cadre.id]);
    const results = [];
    for (const [at, pairingId] of input.pairingIds.entries()) {
      const pairing = pairings.get(keys[at]?.[1] ?? '');
      const done = pairing
        ? await handOver(work, ledger, pairing, {
            toCadreId: cadre.id,
            effectiveOn: input.effectiveOn,
            lastDay: addDays(input.effectiveOn, -1),
            endReason: 'HANDED_OVER',
            reason: input.reason,
            handOverNote: input.handOverNote,
            role: input.role,
          })
        : ({ refusal: 'NOT_FOUND' } as const);
      results.push(
        done.refusal === null
          ? { pairingId, ok: true, error: null, pairing: [countyCode, done.made.id] }
          : { pairingId, ok: false, error: notice(done.refusal), pairing: null },
      );
    }
    return {
      results,
      transferred: results.filter(({ ok }) => ok).length,
      warnings: overload(ledger.overloaded),
    };
  });
}

/** Locks pairings that the viewer may change, always in the same order: cadres, then households. */
export async function lockPairings(
  work: WorkContext,
  countyCode: string,
  ids: readonly string[],
  cadreIds: readonly string[],
  right: Right = 'pairing.write',
) {
  const households = await lockHouseholds(
    work,
    countyCode,
    await householdsOfPairings(work, countyCode, ids),
  );
  const rows = await lockRows(
    work,
    pairingEntity,
    ids.map((id) => [countyCode, id]),
    right,
  );
  const ledger = await openLedger(work, countyCode, {
    cadreIds,
    households,
    pairings: await pairingsOfHouseholds(
      work,
      countyCode,
      households.map(({ id }) => id),
    ),
  });
  return { ledger, pairings: new Map<string, PairingRow>(rows.map((row) => [row.id, row])) };
}

export async function endPairing(ctx: Context, input: EndPairingInput) {
  const [countyCode = '', id = ''] = partsOfId(pairingEntity, input.pairingId, 'input.pairingId');
  return command(ctx, 'endPairing', countyCode, input, async (work) => {
    if (input.endedOn > today(ctx.clock)) throw invalid({ 'input.endedOn': 'DATE_IN_FUTURE' });
    const { pairings } = await lockPairings(work, countyCode, [id], []);
    const pairing = pairings.get(id);
    if (!pairing) throw notFound('input.pairingId');
    if (pairing.endedOn !== null) throw refuse('PAIRING_ENDED', { 'input.pairingId': 'PAIRING_ENDED' });
    if (input.endedOn < pairing.startedOn) {
      throw refuse('DATE_BEFORE_PAIRING', { 'input.endedOn': 'DATE_BEFORE_PAIRING' });
    }
    await endPairingRow(work, pairing, {
      endedOn: input.endedOn,
      endReason: input.reason,
      ...(input.note ? { reason: input.note } : {}),
    });
    return { pairing: [countyCode, id], household: [countyCode, pairing.householdId] };
  });
}
