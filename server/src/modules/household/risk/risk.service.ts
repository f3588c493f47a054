import { record } from '#platform/audit/audit.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import type {
  AddRiskInput,
  EliminateRiskInput,
  RollBackEliminationInput,
} from '#schema/household/risk.type.ts';
import { lockActive } from '../household.service.ts';
import { riskEntity } from './risk.entity.ts';
import { insertRisk, openRiskKinds, updateRisk } from './risk.queries.ts';

/** The form of the national system has five places. */
const mostOpenRisks = 5;

export async function addRisk(ctx: Context, input: AddRiskInput) {
  const countyCode = input.householdId.split(':')[1] ?? '';
  return command(ctx, 'addRisk', countyCode, input, async (work) => {
    const household = await lockActive(work, input.householdId);
    if (input.identifiedOn > today(ctx.clock)) throw invalid({ 'input.identifiedOn': 'DATE_IN_FUTURE' });
    await checkRoom(work, countyCode, household.id, input.kind, 'input.kind');
    const made = await insertRisk(work, {
      countyCode,
      id: newId(),
      householdId: household.id,
      villageCode: household.villageCode,
      ...tidy({ kind: input.kind, identifiedOn: input.identifiedOn, note: input.note }),
    });
    audit(work, 'addRisk', null, made);
    return { risk: [countyCode, made.id], household: [countyCode, household.id] };
  });
}

async function checkRoom(work: WorkContext, countyCode: string, id: string, kind: string, path: string) {
  const open = await openRiskKinds(work, countyCode, id);
  if (open.includes(kind)) throw refuse('RISK_EXISTS', { [path]: 'RISK_EXISTS' });
  if (open.length >= mostOpenRisks) throw refuse('RISK_LIMIT', { [path]: 'RISK_LIMIT' });
}

export async function eliminateRisk(ctx: Context, input: EliminateRiskInput) {
  const countyCode = input.id.split(':')[1] ?? '';
  return command(ctx, 'eliminateRisk', countyCode, input, async (work) => {
    const before = await lockRow(work, riskEntity, input.id, 'input.id', 'household.write');
    checkVersion(before, input.expectedVersion);
    if (before.status !== 'OPEN') throw refuse('RISK_NOT_OPEN', { 'input.id': 'RISK_NOT_OPEN' });
    const { status, eliminatedOn, note } = input;
    if (eliminatedOn > today(ctx.clock)) throw invalid({ 'input.eliminatedOn': 'DATE_IN_FUTURE' });
    if (eliminatedOn < before.identifiedOn) throw invalid({ 'input.eliminatedOn': 'END_BEFORE_START' });
    const after = await updateRisk(work, countyCode, before.id, tidy({ status, eliminatedOn, note }));
    audit(work, 'eliminateRisk', before, after);
    return { risk: [countyCode, before.id], household: [countyCode, before.householdId] };
  });
}

export async function rollBackElimination(ctx: Context, input: RollBackEliminationInput) {
  const countyCode = input.id.split(':')[1] ?? '';
  return command(ctx, 'rollBackElimination', countyCode, input, async (work) => {
    const before = await lockRow(work, riskEntity, input.id, 'input.id', 'household.write');
    checkVersion(before, input.expectedVersion);
    if (before.status === 'OPEN') throw refuse('RISK_EXISTS', { 'input.id': 'RISK_EXISTS' });
    await lockActive(work, globalId('Household', countyCode, before.householdId));
    await checkRoom(work, countyCode, before.householdId, before.kind, 'input.id');
    const after = await updateRisk(work, countyCode, before.id, { status: 'OPEN', eliminatedOn: null });
    audit(work, 'rollBackElimination', before, after, input.reason);
    return { risk: [countyCode, before.id], household: [countyCode, before.householdId] };
  });
}

type Stored = Awaited<ReturnType<typeof insertRisk>>;

function audit(work: WorkContext, action: string, before: Stored | null, after: Stored, reason?: string) {
  const { countyCode, id: entityId } = after;
  record(work, {
    countyCode,
    action,
    entity: 'HouseholdRisk',
    entityId,
    before,
    after: { ...after, reason },
  });
}
