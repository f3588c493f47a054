import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { checkerRefusal } from '#platform/write/money/maker-checker.rules.ts';
import type { Changes } from '#platform/write/writable.ts';
import { insert, update } from '#platform/write/write.ts';
import type { claim } from '#schema/claim/claim.table.ts';
import type { ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import type { Right } from '#schema/codes/rights.ts';
import { prose } from '#schema/text.ts';
import { claimEntity } from './claim.entity.ts';
import { type ClaimRow, findSteps } from './claim.queries.ts';
import { othersBefore, stepRefusal } from './claim.rules.ts';
import { claimStepEntity } from './claim-parts.entity.ts';

/** Parts of a claim are audited in its row. */
export const inClaim = { auditedAs: 'Claim' };

export interface StepInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId?: string | null;
}

export interface Step {
  /** Absent where it stays as it is. */
  readonly to?: ClaimStatus;
  readonly note?: string | null;
  readonly changes: Changes<typeof claim>;
}

interface Verb {
  readonly action: string;
  readonly right: Right;
  readonly needsClientMutationId?: boolean;
}

/** One step of a claim: who may take it, the new state, the line of its history and the trail. */
export function takeStep(
  ctx: Context,
  { action, right, needsClientMutationId }: Verb,
  input: StepInput,
  plan: (work: WorkContext, before: ClaimRow) => Promise<Step | null> | Step,
): Promise<object> {
  const countyCode = countyOf(claimEntity, input.id, 'input.id');
  return command(
    ctx,
    action,
    countyCode,
    input,
    async (work) => {
      const before = await lockRow(work, claimEntity, input.id, 'input.id', right);
      checkVersion(before, input.expectedVersion);
      const step = await plan(work, before);
      // Nothing is other than before.
      if (!step) return { claim: [before.countyCode, before.id] };
      const { to, note, changes } = step;
      await checkStep(work, before, to);
      const after = await update(
        work,
        claimEntity,
        before,
        { ...changes, ...(to && { status: to }) },
        { action },
      );
      await recordStep(work, after, before.status, note);
      return { claim: [before.countyCode, before.id] };
    },
    { needsClientMutationId },
  );
}

/** Refuses what the status does not allow, and whoever has acted on another side of the claim. */
async function checkStep(work: WorkContext, before: ClaimRow, to: ClaimStatus | undefined): Promise<void> {
  const refusal = stepRefusal(before.status, to);
  if (refusal) throw refuse(refusal, { 'input.id': refusal });
  const step = { fromStatus: before.status, toStatus: to ?? before.status };
  for (const other of othersBefore(step, await findSteps(work, before))) {
    const same = checkerRefusal(other, work.viewer?.userId ?? '', 'input.id');
    if (same) throw same;
  }
}

export async function recordStep(
  work: WorkContext,
  after: ClaimRow,
  fromStatus: string | null,
  note?: string | null,
): Promise<void> {
  const { countyCode, householdId, villageCode } = after;
  const row = {
    countyCode,
    id: newId(),
    claimId: after.id,
    fromStatus,
    toStatus: after.status,
    happenedOn: today(work.clock),
    note: prose(note),
    recordedAt: work.clock.now().toISOString(),
    recordedBy: work.viewer?.userId,
    recordedByToken: work.viewer?.tokenId,
  };
  await insert(work, claimStepEntity, row, { ...inClaim, place: { householdId, villageCode } });
}
