import { addDays, today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { end, update } from '#platform/write/write.ts';
import type { DecidePolicyInput, EndPolicyInput, ProposePolicyInput } from '#schema/policy/policy.input.ts';
import { policyEntity } from './policy.entity.ts';
import { checkDecider } from './policy.policy.ts';
import { approvedIn, findPolicy, lockCounty, type PolicyRow, thresholdsOf } from './policy.queries.ts';

export async function proposePolicy(ctx: Context, input: ProposePolicyInput) {
  const countyCode = countyOf(policyEntity, input.id, 'input.id');
  return command(ctx, 'proposePolicy', countyCode, input, async (work) => {
    const before = await lockRow(work, policyEntity, input.id, 'input.id', 'policy.write');
    checkVersion(before, input.expectedVersion);
    if (before.status !== 'DRAFT' && before.status !== 'REJECTED') throw notNow();
    const userId = work.viewer?.userId ?? null;
    const makerIds =
      userId && !before.makerIds.includes(userId) ? [...before.makerIds, userId] : before.makerIds;
    const proposedAt = work.clock.now().toISOString();
    const changes = { status: 'PROPOSED', proposedAt, proposedBy: userId, makerIds };
    await update(work, policyEntity, before, changes, { action: 'proposePolicy' });
    return { reliefPolicy: [countyCode, before.id] };
  });
}

export async function decidePolicy(ctx: Context, input: DecidePolicyInput) {
  const countyCode = countyOf(policyEntity, input.id, 'input.id');
  const note = input.decisionNote?.trim() || null;
  if (!input.approve && note === null) throw invalid({ 'input.decisionNote': 'REQUIRED_MISSING' });
  return command(ctx, 'decidePolicy', countyCode, input, async (work) => {
    await lockCounty(work, countyCode);
    const before = await lockRow(work, policyEntity, input.id, 'input.id', 'policy.approve');
    checkVersion(before, input.expectedVersion);
    if (before.status !== 'PROPOSED') throw notNow();
    const userId = work.viewer?.userId ?? '';
    checkDecider(before.makerIds, userId, 'input.id');
    if (input.approve) await makeRoom(work, before);
    const decision = { decidedAt: work.clock.now().toISOString(), decidedBy: userId, decisionNote: note };
    const status = input.approve ? 'APPROVED' : 'REJECTED';
    await update(work, policyEntity, before, { status, ...decision }, { action: 'decidePolicy' });
    return { reliefPolicy: [countyCode, before.id] };
  });
}

/** The version before it ends where this one begins, and no other may hold for the same households in these days. */
async function makeRoom(work: WorkContext, policy: PolicyRow): Promise<void> {
  const categories = (await thresholdsOf(work, policy)).map(({ category }) => category);
  const except = [policy.id, ...(policy.replacesId ? [policy.replacesId] : [])];
  const [other] = await approvedIn(work, policy, categories, policy, except);
  if (other) throw refuse('POLICY_IN_FORCE', { 'input.id': 'POLICY_IN_FORCE' });
  if (!policy.replacesId) return;
  const former = await findPolicy(work, { countyCode: policy.countyCode, id: policy.replacesId });
  const lastDay = addDays(policy.fromOn, -1);
  if (former?.status !== 'APPROVED' || lastDay < former.fromOn)
    throw refuse('POLICY_STEP_INVALID', { 'input.id': 'POLICY_STEP_INVALID' });
  if (former.toOn !== null && former.toOn <= lastDay) return;
  await end(work, policyEntity, former, { toOn: lastDay }, { action: 'endPolicy' });
}

export async function endPolicy(ctx: Context, input: EndPolicyInput) {
  const countyCode = countyOf(policyEntity, input.id, 'input.id');
  return command(ctx, 'endPolicy', countyCode, input, async (work) => {
    const before = await lockRow(work, policyEntity, input.id, 'input.id', 'policy.approve');
    checkVersion(before, input.expectedVersion);
    if (before.status !== 'APPROVED') throw notNow();
    if (before.toOn !== null) throw refuse('POLICY_ENDED', { 'input.id': 'POLICY_ENDED' });
    if (input.toOn < before.fromOn) throw invalid({ 'input.toOn': 'END_BEFORE_START' });
    if (input.toOn < addDays(today(ctx.clock), -1)) throw invalid({ 'input.toOn': 'DATE_TOO_EARLY' });
    await end(work, policyEntity, before, { toOn: input.toOn }, { action: 'endPolicy' });
    return { reliefPolicy: [countyCode, before.id] };
  });
}

const notNow = () => refuse('POLICY_STEP_INVALID', { 'input.id': 'POLICY_STEP_INVALID' });
