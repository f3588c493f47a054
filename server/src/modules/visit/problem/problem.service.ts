import { householdEntity } from '#modules/household/household.entity.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { sendMany } from '#platform/write/many.ts';
import { insert, update } from '#platform/write/write.ts';
import type { ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { foldName, prose } from '#schema/text.ts';
import type {
  CloseProblemInput,
  RaiseProblemInput,
  ReopenProblemInput,
  TakeProblemInput,
} from '#schema/visit/problem.type.ts';
import { visitEntity } from '../visit.entity.ts';
import { problemEntity, problemStepEntity } from './problem.entity.ts';
import { visitedOnOf } from './problem.queries.ts';
import { closingFault, stepRefusal } from './problem.rules.ts';

type ProblemRow = typeof problemEntity.table.$inferSelect;

/** Steps of a problem are audited in the row of the problem. */
const inProblem = { auditedAs: 'Problem' };

interface Origin {
  readonly countyCode: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly visitId: string | null;
  readonly raisedOn: string;
}

/** Sends new problems, each with the first step of its history. */
export function raiseAll(
  work: WorkContext,
  origin: Origin,
  found: readonly { kind: string; description: string }[],
): string[] {
  const rows = found.map(({ kind, description }) => ({
    ...origin,
    id: newId(),
    kind,
    description: description.trim(),
    status: 'OPEN',
    handler: null,
    closedOn: null,
    outcome: null,
    version: 1,
  }));
  const steps = rows.map((row) => stepOf(work, origin.countyCode, row.id, null, 'OPEN', row.raisedOn));
  sendMany(work, problemEntity, rows, { action: 'raiseProblem' });
  sendMany(work, problemStepEntity, steps, { ...inProblem, place: origin });
  return rows.map(({ id }) => id);
}

const stepOf = (
  work: WorkContext,
  countyCode: string,
  problemId: string,
  fromStatus: string | null,
  toStatus: ProblemStatus,
  happenedOn: string,
  note?: string | null,
) => ({
  countyCode,
  id: newId(),
  problemId,
  fromStatus,
  toStatus,
  happenedOn,
  note: prose(note),
  recordedAt: work.clock.now().toISOString(),
  recordedBy: work.viewer?.userId,
  recordedByToken: work.viewer?.tokenId,
});

export async function raiseProblem(ctx: Context, input: RaiseProblemInput) {
  const [countyCode = ''] = partsOfId(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'raiseProblem', countyCode, input, async (work) => {
    const day = today(ctx.clock);
    const { householdId: id, visitId, raisedOn } = input;
    const household = await lockRow(work, householdEntity, id, 'input.householdId', 'problem.write');
    if (household.status !== 'ACTIVE') {
      throw refuse('HOUSEHOLD_CLOSED', { 'input.householdId': 'HOUSEHOLD_CLOSED' });
    }
    const [visitCounty, foundBy = null] = visitId ? partsOfId(visitEntity, visitId, 'input.visitId') : [];
    const visitDay =
      foundBy && visitCounty === countyCode
        ? await visitedOnOf(work, countyCode, foundBy, household.id)
        : null;
    if (foundBy && !visitDay) throw notFound('input.visitId');
    if (raisedOn && raisedOn > day) throw invalid({ 'input.raisedOn': 'DATE_IN_FUTURE' });
    const origin = {
      countyCode,
      householdId: household.id,
      villageCode: household.villageCode,
      visitId: foundBy,
      raisedOn: raisedOn ?? visitDay ?? day,
    };
    const [problemId = ''] = raiseAll(work, origin, [input]);
    return { problem: [countyCode, problemId] };
  });
}

interface StepInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId?: string | null;
}

interface Step {
  readonly to: ProblemStatus;
  readonly on: string;
  readonly note?: string | null;
  readonly changes: Partial<ProblemRow>;
}

/** One step of a problem: the rules, the new state, the line of its history and the audit. */
function takeStep(
  ctx: Context,
  action: string,
  input: StepInput,
  plan: (raisedOn: string) => Step,
): Promise<object> {
  const countyCode = countyOf(problemEntity, input.id, 'input.id');
  return command(ctx, action, countyCode, input, async (work) => {
    const before = await lockRow(work, problemEntity, input.id, 'input.id', 'problem.write');
    checkVersion(before, input.expectedVersion);
    const { to, on, note, changes } = plan(before.raisedOn);
    const refusal = stepRefusal(before.status, to);
    if (refusal) throw refuse(refusal, { 'input.id': refusal });
    const step = stepOf(work, before.countyCode, before.id, before.status, to, on, note);
    const place = await update(work, problemEntity, before, { ...changes, status: to }, { action });
    await insert(work, problemStepEntity, step, { ...inProblem, place });
    return { problem: [before.countyCode, before.id] };
  });
}

export function takeProblem(ctx: Context, input: TakeProblemInput) {
  return takeStep(ctx, 'takeProblem', input, () => ({
    to: 'IN_HAND',
    on: today(ctx.clock),
    note: input.note,
    changes: { handler: foldName(input.handler) },
  }));
}

export function closeProblem(ctx: Context, input: CloseProblemInput) {
  const { status } = input;
  if (status !== 'SOLVED' && status !== 'UNSOLVABLE')
    throw invalid({ 'input.status': 'PROBLEM_STEP_INVALID' });
  return takeStep(ctx, 'closeProblem', input, (raisedOn) => {
    const day = today(ctx.clock);
    const closedOn = input.closedOn ?? day;
    const fault = closingFault(raisedOn, closedOn, day);
    if (fault) throw invalid({ 'input.closedOn': fault });
    const outcome = input.outcome.trim();
    return { to: status, on: closedOn, note: outcome, changes: { closedOn, outcome } };
  });
}

export function reopenProblem(ctx: Context, input: ReopenProblemInput) {
  return takeStep(ctx, 'reopenProblem', input, () => ({
    to: 'OPEN',
    on: today(ctx.clock),
    note: input.reason,
    // The former result stays in its history.
    changes: { closedOn: null, outcome: null },
  }));
}
