import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  AssessClaimInput,
  CheckClaimInput,
  ExplainResidueInput,
  OpenClaimInput,
  SendToInsurerInput,
  SubmitClaimInput,
  UpdateClaimInput,
  WithdrawClaimInput,
} from '#schema/claim/claim.input.ts';
import { claimEntity } from './claim.entity.ts';
import {
  assessClaim,
  checkClaim,
  explainResidue,
  sendToInsurer,
  submitClaim,
  withdrawClaim,
} from './claim.service.ts';
import { openClaim, updateClaim } from './open-claim.service.ts';

const claim = { entity: claimEntity, description: 'The claim as it is now.' };
const OpenClaimPayload = definePayload('OpenClaim', 'What `openClaim` made.', { claim });
const UpdateClaimPayload = definePayload('UpdateClaim', 'What `updateClaim` left.', { claim });
const ExplainResiduePayload = definePayload('ExplainResidue', 'What `explainResidue` left.', { claim });
const SubmitClaimPayload = definePayload('SubmitClaim', 'What `submitClaim` left.', { claim });
const CheckClaimPayload = definePayload('CheckClaim', 'What `checkClaim` left.', { claim });
const SendToInsurerPayload = definePayload('SendToInsurer', 'What `sendToInsurer` left.', { claim });
const AssessClaimPayload = definePayload('AssessClaim', 'What `assessClaim` left.', { claim });
const WithdrawClaimPayload = definePayload('WithdrawClaim', 'What `withdrawClaim` left.', { claim });

@Resolver()
export class ClaimResolver {
  @Allow('claim.write')
  @Mutation(() => OpenClaimPayload, { description: 'Opens a claim of a household, as a draft.' })
  openClaim(@Ctx() ctx: Context, @Arg('input', () => OpenClaimInput) input: OpenClaimInput) {
    return openClaim(ctx, input);
  }

  @Allow('claim.write')
  @Mutation(() => UpdateClaimPayload, { description: 'Changes a claim that is a draft or was returned.' })
  updateClaim(@Ctx() ctx: Context, @Arg('input', () => UpdateClaimInput) input: UpdateClaimInput) {
    return updateClaim(ctx, input);
  }

  @Allow('claim.write')
  @Mutation(() => ExplainResiduePayload, {
    description: 'Says why the layers of a claim do not add up to its total.',
  })
  explainResidue(@Ctx() ctx: Context, @Arg('input', () => ExplainResidueInput) input: ExplainResidueInput) {
    return explainResidue(ctx, input);
  }

  @Allow('claim.write')
  @Mutation(() => SubmitClaimPayload, { description: 'Hands a claim in to the township.' })
  submitClaim(@Ctx() ctx: Context, @Arg('input', () => SubmitClaimInput) input: SubmitClaimInput) {
    return submitClaim(ctx, input);
  }

  @Allow('claim.check')
  @Mutation(() => CheckClaimPayload, {
    description: 'Passes a claim on to the county, or sends it back. Not by who made it: MAKER_IS_CHECKER.',
  })
  checkClaim(@Ctx() ctx: Context, @Arg('input', () => CheckClaimInput) input: CheckClaimInput) {
    return checkClaim(ctx, input);
  }

  @Allow('claim.decide')
  @Mutation(() => SendToInsurerPayload, { description: 'Sends a claim to an insurer, whose clock begins.' })
  sendToInsurer(@Ctx() ctx: Context, @Arg('input', () => SendToInsurerInput) input: SendToInsurerInput) {
    return sendToInsurer(ctx, input);
  }

  @Allow('claim.assess')
  @Mutation(() => AssessClaimPayload, {
    description: 'Puts on record what the insurer found. Not by who made or checked it: MAKER_IS_CHECKER.',
  })
  assessClaim(@Ctx() ctx: Context, @Arg('input', () => AssessClaimInput) input: AssessClaimInput) {
    return assessClaim(ctx, input);
  }

  @Allow('claim.write')
  @Mutation(() => WithdrawClaimPayload, { description: 'Takes back a claim before any decision.' })
  withdrawClaim(@Ctx() ctx: Context, @Arg('input', () => WithdrawClaimInput) input: WithdrawClaimInput) {
    return withdrawClaim(ctx, input);
  }
}
