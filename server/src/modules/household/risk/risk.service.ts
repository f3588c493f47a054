import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { end, insert, update } from '#platform/write/write.ts';
import type {
  AddRiskInput,
  EliminateRiskInput,
  RollBackEliminationInput,
} from '#schema/household/risk.type.ts';
import { householdEntity } from '../household.entity.ts';
import { lockActive } from '../household.service.ts';
import { riskEntity } from './risk.entity.ts';
import { openRiskKinds } from './risk.queries.ts';

/** The national system's form has five fields for them. */
const mostOpenRisks = 5;

export async function addRisk(ctx: Context, input: AddRiskInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'addRisk', countyCode, input, async (work) => {
    const household = await lockActive(work, input.householdId);
    if (input.identifiedOn > today(ctx.clock)) throw invalid({ 'input.identifiedOn': 'DATE_IN_FUTURE' });
    await checkRoom(work, countyCode, household.id, input.kind, 'input.kind');
    const { kind, identifiedOn, note } = input;
    const place = { countyCode, householdId: household.id, villageCode: household.villageCode };
    const row = { ...place, id: newId(), ...tidy({ kind, identifiedOn, note }) };
    const made = await insert(work, riskEntity, row, { action: 'addRisk' });
    return { risk: [countyCode, made.id], household: [countyCode, household.id] };
  });
}

async function checkRoom(work: WorkContext, countyCode: string, id: string, kind: string, path: string) {
  const open = await openRiskKinds(work, countyCode, id);
  if (open.includes(kind)) throw refuse('RISK_EXISTS', { [path]: 'RISK_EXISTS' });
  if (open.length >= mostOpenRisks) throw refuse('RISK_LIMIT', { [path]: 'RISK_LIMIT' });
}

export async function eliminateRisk(ctx: Context, input: EliminateRiskInput) {
  const countyCode = countyOf(riskEntity, input.id, 'input.id');
  return command(ctx, 'eliminateRisk', countyCode, input, async (work) => {
    const before = await lockRow(work, riskEntity, input.id, 'input.id', 'household.write');
    checkVersion(before, input.expectedVersion);
    if (before.status !== 'OPEN') throw refuse('RISK_NOT_OPEN', { 'input.id': 'RISK_NOT_OPEN' });
    const { status, eliminatedOn, note } = input;
    if (eliminatedOn > today(ctx.clock)) throw invalid({ 'input.eliminatedOn': 'DATE_IN_FUTURE' });
    if (eliminatedOn < before.identifiedOn) throw invalid({ 'input.eliminatedOn': 'END_BEFORE_START' });
    const changes = tidy({ status, eliminatedOn, note });
    await end(work, riskEntity, before, changes, { action: 'eliminateRisk' });
    return { risk: [countyCode, before.id], household: [countyCode, before.householdId] };
  });
}

export async function rollBackElimination(ctx: Context, input: RollBackEliminationInput) {
  const countyCode = countyOf(riskEntity, input.id, 'input.id');
  return command(ctx, 'rollBackElimination', countyCode, input, async (work) => {
    const before = await lockRow(work, riskEntity, input.id, 'input.id', 'household.write');
    checkVersion(before, input.expectedVersion);
    if (before.status === 'OPEN') throw refuse('RISK_EXISTS', { 'input.id': 'RISK_EXISTS' });
    await lockActive(work, globalId('Household', countyCode, before.householdId));
    await checkRoom(work, countyCode, before.householdId, before.kind, 'input.id');
    const open = { status: 'OPEN', eliminatedOn: null };
    const { reason } = input;
    await update(work, riskEntity, before, open, { action: 'rollBackElimination', facts: { reason } });
    return { risk: [countyCode, before.id], household: [countyCode, before.householdId] };
  });
}
