import { householdEntity } from '#modules/household/household.entity.ts';
import { memberEntity } from '#modules/household/member/member.entity.ts';
import { problemEntity } from '#modules/visit/problem/problem.entity.ts';
import { visitEntity } from '#modules/visit/visit.entity.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import type { EntityOf } from '#platform/read/entity.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { blankRow } from '#platform/write/writable.ts';
import { insert } from '#platform/write/write.ts';
import type { OpenClaimInput, UpdateClaimInput } from '#schema/claim/claim.input.ts';
import { claim } from '#schema/claim/claim.table.ts';
import { prose } from '#schema/text.ts';
import type { problem, visit } from '#schema/visit/visit.table.ts';
import { claimEntity } from './claim.entity.ts';
import { type ClaimRow, findExpenses, findLayers, findMember, isOfHousehold } from './claim.queries.ts';
import { amountsOf } from './claim.rules.ts';
import {
  addExpenses,
  addLayers,
  askAboutSimilar,
  checkExpenses,
  checkLayers,
  replaceCosts,
} from './claim-costs.ts';
import { recordStep, takeStep } from './claim-steps.ts';

interface OfHousehold {
  readonly countyCode: string;
  readonly householdId: string;
}

/** The problem or visit that a claim comes from, which must be one of the household. */
async function originOf(
  work: WorkContext,
  entity: EntityOf<typeof problem | typeof visit>,
  of: OfHousehold,
  id: string | null | undefined,
  path: string,
): Promise<string | null> {
  if (!id) return null;
  const [countyCode, ownId = ''] = partsOfId(entity, id, path);
  const table = entity.table;
  const isFound = countyCode === of.countyCode && (await isOfHousehold(work, table, of, ownId));
  if (!isFound) throw notFound(path);
  return ownId;
}

function checkDays(work: WorkContext, eventOn: string, appliedOn: string): void {
  const day = today(work.clock);
  if (appliedOn > day) throw invalid({ 'input.appliedOn': 'DATE_IN_FUTURE' });
  if (eventOn > day) throw invalid({ 'input.eventOn': 'DATE_IN_FUTURE' });
  if (eventOn > appliedOn) throw invalid({ 'input.eventOn': 'EVENT_AFTER_APPLICATION' });
}

/** The household is locked, so that of two claims for one person at once the second finds the first. */
export async function openClaim(ctx: Context, input: OpenClaimInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'openClaim', countyCode, input, async (work) => {
    const household = await lockRow(
      work,
      householdEntity,
      input.householdId,
      'input.householdId',
      'claim.write',
    );
    if (household.status !== 'ACTIVE')
      throw refuse('HOUSEHOLD_CLOSED', { 'input.householdId': 'HOUSEHOLD_CLOSED' });
    const of = { countyCode, householdId: household.id };
    const [memberCounty, memberId = ''] = partsOfId(memberEntity, input.memberId, 'input.memberId');
    const person = memberCounty === countyCode ? await findMember(work, of, memberId) : null;
    if (!person) throw notFound('input.memberId');
    const appliedOn = input.appliedOn ?? today(ctx.clock);
    checkDays(work, input.eventOn, appliedOn);
    const row = {
      ...blankRow(claim),
      ...of,
      id: newId(),
      villageCode: household.villageCode,
      memberId,
      personName: person.name,
      personIdMasked: person.residentIdMasked,
      personHash: person.residentIdHash,
      category: household.category,
      kind: input.kind,
      eventOn: input.eventOn,
      year: Number(input.eventOn.slice(0, 4)),
      cause: input.cause.trim(),
      diagnosis: prose(input.diagnosis),
      source: input.source,
      problemId: await originOf(work, problemEntity, of, input.problemId, 'input.problemId'),
      visitId: await originOf(work, visitEntity, of, input.visitId, 'input.visitId'),
      appliedOn,
      status: 'DRAFT',
      ...amountsOf(input),
      createdAt: ctx.clock.now().toISOString(),
      createdBy: ctx.viewer?.userId ?? null,
      version: 1,
    };
    checkLayers(input.layers);
    await checkExpenses(work, row, input.expenses);
    if (!input.allowSimilar) await askAboutSimilar(work, row);
    const made = await insert(work, claimEntity, row, { action: 'openClaim' });
    await addExpenses(work, made, input.expenses);
    await addLayers(work, made, input.layers);
    await recordStep(work, made, null);
    return { claim: [countyCode, made.id] };
  });
}

const cannotBeNull = ['kind', 'eventOn', 'cause', 'expenses', 'layers'] as const;

function checkNulls(input: UpdateClaimInput): void {
  const missing = cannotBeNull.filter((name) => input[name] === null);
  if (missing.length > 0)
    throw invalid(Object.fromEntries(missing.map((name) => [`input.${name}`, 'REQUIRED_MISSING' as const])));
}

export function updateClaim(ctx: Context, input: UpdateClaimInput) {
  return takeStep(ctx, { action: 'updateClaim', right: 'claim.write' }, input, async (work, before) => {
    if (before.status !== 'DRAFT' && before.status !== 'RETURNED')
      throw refuse('CLAIM_STEP_INVALID', { 'input.id': 'CLAIM_STEP_INVALID' });
    checkNulls(input);
    const { expenses, layers } = input;
    const kind = input.kind ?? before.kind;
    const eventOn = input.eventOn ?? before.eventOn;
    checkDays(work, eventOn, before.appliedOn);
    const of = { ...before, kind, eventOn };
    if (layers) checkLayers(layers);
    if (expenses) await checkExpenses(work, of, expenses);
    const isOther = kind !== before.kind || eventOn !== before.eventOn;
    if (isOther && !input.allowSimilar) await askAboutSimilar(work, of);
    const costsDiffer = await replaceCosts(work, of, { expenses, layers });
    const costs = { expenses: await findExpenses(work, before), layers: await findLayers(work, before) };
    const amounts = amountsOf(costs);
    const changes = {
      kind,
      eventOn,
      year: Number(eventOn.slice(0, 4)),
      cause: input.cause?.trim() ?? before.cause,
      diagnosis: input.diagnosis === undefined ? before.diagnosis : prose(input.diagnosis),
      ...amounts,
      // A reason is one for the residue it was given for.
      residueReason: amounts.residue === before.residue ? before.residueReason : null,
    };
    const isSame = Object.entries(changes).every(([name, value]) => before[name as keyof ClaimRow] === value);
    return isSame && !costsDiffer ? null : { changes };
  });
}
