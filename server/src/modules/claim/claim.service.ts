import { organizationEntity } from '#modules/organization/organization.entity.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { addWorkingDays } from '#platform/core/working-days.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import type {
  AssessClaimInput,
  CheckClaimInput,
  ExplainResidueInput,
  SendToInsurerInput,
  SubmitClaimInput,
  WithdrawClaimInput,
} from '#schema/claim/claim.input.ts';
import { prose } from '#schema/text.ts';
import { organizationExists } from './claim.queries.ts';
import { needsReason, perHead } from './claim.rules.ts';
import { takeStep } from './claim-steps.ts';

export function explainResidue(ctx: Context, input: ExplainResidueInput) {
  const verb = { action: 'explainResidue', right: 'claim.write' } as const;
  return takeStep(ctx, verb, input, (_work, before) => {
    if (!needsReason(before.residue)) throw refuse('RESIDUE_NONE', { 'input.reason': 'RESIDUE_NONE' });
    const reason = input.reason.trim();
    return { note: reason, changes: { residueReason: reason } };
  });
}

export function submitClaim(ctx: Context, input: SubmitClaimInput) {
  return takeStep(ctx, { action: 'submitClaim', right: 'claim.write' }, input, () => ({
    to: 'SUBMITTED',
    changes: { submittedOn: today(ctx.clock) },
  }));
}

export function checkClaim(ctx: Context, input: CheckClaimInput) {
  return takeStep(ctx, { action: 'checkClaim', right: 'claim.check' }, input, () => {
    const note = prose(input.note);
    if (!input.passed && note === null) throw invalid({ 'input.note': 'REQUIRED_MISSING' });
    return input.passed
      ? { to: 'CHECKED', note, changes: { checkedOn: today(ctx.clock) } }
      : { to: 'RETURNED', note, changes: {} };
  });
}

/** Until a county has said otherwise. */
const usualDays = 3;

export function sendToInsurer(ctx: Context, input: SendToInsurerInput) {
  return takeStep(ctx, { action: 'sendToInsurer', right: 'claim.decide' }, input, async (work, before) => {
    const [countyCode, insurerId = ''] = partsOfId(organizationEntity, input.insurerId, 'input.insurerId');
    if (countyCode !== before.countyCode || !(await organizationExists(work, countyCode, insurerId)))
      throw notFound('input.insurerId');
    const sentOn = today(ctx.clock);
    const dueOn = addWorkingDays(sentOn, usualDays);
    return { to: 'WITH_INSURER', changes: { insurerId, sentOn, dueOn } };
  });
}

export function assessClaim(ctx: Context, input: AssessClaimInput) {
  return takeStep(ctx, { action: 'assessClaim', right: 'claim.assess' }, input, (_work, before) => {
    const { assessedOwn, assessedCompliantOwn: compliant, compensation, otherRelief, loan } = input;
    if (assessedOwn > before.total) throw invalid({ 'input.assessedOwn': 'OWN_OVER_TOTAL' });
    if ((compliant ?? 0n) > assessedOwn)
      throw invalid({ 'input.assessedCompliantOwn': 'COMPLIANT_OVER_OWN' });
    return {
      to: 'ASSESSED',
      note: input.findings,
      changes: {
        assessedOn: today(ctx.clock),
        assessedOwn,
        assessedCompliantOwn: compliant ?? assessedOwn,
        compensation: compensation ?? 0n,
        otherRelief: otherRelief ?? 0n,
        loan: loan ?? 0n,
        incomePerHead: perHead(input.income, input.heads),
      },
    };
  });
}

export function withdrawClaim(ctx: Context, input: WithdrawClaimInput) {
  return takeStep(ctx, { action: 'withdrawClaim', right: 'claim.write' }, input, () => ({
    to: 'WITHDRAWN',
    note: input.reason,
    changes: {},
  }));
}
