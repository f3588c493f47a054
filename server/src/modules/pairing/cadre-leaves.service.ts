import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { mayWriteCadre } from '#modules/cadre/cadre.policy.ts';
import { markLeft } from '#modules/cadre/cadre.service.ts';
import { addDays, today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRows } from '#platform/write/lock.ts';
import type { CadreLeavesInput } from '#schema/pairing/pairing.input.ts';
import { handOver } from './handover.ts';
import { pairingEntity } from './pairing.entity.ts';
import { runningPairingsOf } from './pairing.queries.ts';
import { lockPairings, notice } from './pairing.service.ts';

/** Transfers all households of a cadre and ends the cadre's post, or changes nothing. */
export async function cadreLeaves(ctx: Context, input: CadreLeavesInput) {
  const [countyCode = '', cadreId = ''] = partsOfId(cadreEntity, input.cadreId, 'input.cadreId');
  return command(ctx, 'cadreLeaves', countyCode, input, async (work) => {
    if (input.leftOn > today(ctx.clock)) throw invalid({ 'input.leftOn': 'DATE_IN_FUTURE' });
    const plan = successors(input, countyCode);
    const before = await lockAll(work, countyCode, cadreId, plan);
    const running = await runningPairingsOf(work, before);
    const { ledger, pairings } = await lockPairings(
      work,
      countyCode,
      running.map(({ id }) => id),
      plan.ids,
    );
    // Also fails if some of the households are outside the viewer's reach: every pairing must be transferred.
    if (pairings.size < running.length)
      throw refuse('CADRE_HAS_PAIRINGS', { 'input.cadreId': 'OUTSIDE_SCOPE' });
    for (const id of plan.byPairing.keys()) {
      if (!pairings.has(id)) throw invalid({ 'input.assignments': 'PAIRING_UNKNOWN' });
    }
    const made = [];
    for (const pairing of pairings.values()) {
      const successor = plan.byPairing.get(pairing.id) ?? plan.rest;
      if (!successor) throw refuse('CADRE_HAS_PAIRINGS', { 'input.toCadre': 'CADRE_HAS_PAIRINGS' });
      const done = await handOver(work, ledger, pairing, {
        toCadreId: successor.cadreId,
        effectiveOn: addDays(input.leftOn, 1),
        lastDay: input.leftOn,
        endReason: 'CADRE_LEFT',
        reason: input.reason,
      });
      if (done.refusal) throw refuse(done.refusal, { [successor.path]: done.refusal });
      made.push([countyCode, done.made.id]);
    }
    await markLeft(work, before, input.leftOn);
    return {
      cadre: [countyCode, cadreId],
      pairings: made,
      warnings: ledger.overloaded.size > 0 ? [notice('LOAD_LIMIT_EXCEEDED')] : [],
    };
  });
}

interface Successor {
  readonly cadreId: string;
  readonly path: string;
}
interface Plan {
  readonly ids: readonly string[];
  readonly rest: Successor | null;
  readonly byPairing: ReadonlyMap<string, Successor>;
}

function successors(input: CadreLeavesInput, countyCode: string): Plan {
  const cadre = (id: string, path: string): Successor => {
    const [county, cadreId = ''] = partsOfId(cadreEntity, id, path);
    if (county !== countyCode) throw notFound(path);
    if (id === input.cadreId) throw refuse('SAME_CADRE', { [path]: 'SAME_CADRE' });
    return { cadreId, path };
  };
  const rest = input.toCadre ? cadre(input.toCadre, 'input.toCadre') : null;
  const byPairing = new Map<string, Successor>();
  (input.assignments ?? []).forEach(({ pairingId, toCadre }, at) => {
    const path = `input.assignments.${at}`;
    const [, id = ''] = partsOfId(pairingEntity, pairingId, `${path}.pairingId`);
    if (byPairing.has(id)) throw invalid({ [`${path}.pairingId`]: 'DUPLICATE_VALUE' });
    byPairing.set(id, cadre(toCadre, `${path}.toCadre`));
  });
  const ids = [...(rest ? [rest.cadreId] : []), ...[...byPairing.values()].map(({ cadreId }) => cadreId)];
  return { ids, rest, byPairing };
}

/** Locks the leaving cadre and all who take over, who must be in post, in one statement. */
async function lockAll(work: WorkContext, countyCode: string, cadreId: string, plan: Plan) {
  const keys = [cadreId, ...plan.ids].map((id) => [countyCode, id]);
  const rows = await lockRows(work, cadreEntity, keys, 'cadre.write');
  const locked = new Map(rows.map((row) => [row.id, row]));
  const leaving = locked.get(cadreId);
  if (!leaving || !mayWriteCadre(work, leaving.divisionCode)) throw notFound('input.cadreId');
  if (leaving.status === 'LEFT') throw refuse('CADRE_LEFT', { 'input.cadreId': 'CADRE_LEFT' });
  for (const { cadreId: id, path } of [...(plan.rest ? [plan.rest] : []), ...plan.byPairing.values()]) {
    const row = locked.get(id);
    if (!row) throw notFound(path);
    if (row.status === 'LEFT') throw refuse('CADRE_LEFT', { [path]: 'CADRE_LEFT' });
  }
  return leaving;
}
