import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  DecidePolicyInput,
  DraftPolicyInput,
  EndPolicyInput,
  LoadSamplePoliciesInput,
  ProposePolicyInput,
  UpdatePolicyInput,
} from '#schema/policy/policy.input.ts';
import { PolicyPreview, PreviewPolicyInput } from '#schema/policy/preview.type.ts';
import { decidePolicy, endPolicy, proposePolicy } from './decide-policy.service.ts';
import { policyEntity } from './policy.entity.ts';
import { draftPolicy, updatePolicy } from './policy.service.ts';
import { previewPolicy } from './preview/preview.service.ts';
import { loadSamplePolicies } from './samples/samples.service.ts';

const reliefPolicy = { entity: policyEntity, description: 'The policy as it is now.' };
const payload = (name: string, what: string) => definePayload(name, what, { reliefPolicy });
const DraftPolicyPayload = payload('DraftPolicy', 'What `draftPolicy` made.');
const UpdatePolicyPayload = payload('UpdatePolicy', 'What `updatePolicy` left.');
const ProposePolicyPayload = payload('ProposePolicy', 'What `proposePolicy` left.');
const DecidePolicyPayload = payload('DecidePolicy', 'What `decidePolicy` left.');
const EndPolicyPayload = payload('EndPolicy', 'What `endPolicy` left.');
const LoadSamplePoliciesPayload = definePayload('LoadSamplePolicies', 'What `loadSamplePolicies` added.', {
  reliefPolicies: { entity: policyEntity, description: 'Samples that the county did not have.', list: true },
});

@Resolver()
export class PolicyResolver {
  @Allow('policy.write')
  @Mutation(() => DraftPolicyPayload, { description: 'Drafts a policy, or a new version of one.' })
  draftPolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => DraftPolicyInput, { description: 'The policy.' }) input: DraftPolicyInput,
  ) {
    return draftPolicy(ctx, input);
  }

  @Allow('policy.write')
  @Mutation(() => UpdatePolicyPayload, {
    description: 'Changes a draft, or a policy that was sent back; others are refused (POLICY_NOT_EDITABLE).',
  })
  updatePolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdatePolicyInput, { description: 'What to change.' }) input: UpdatePolicyInput,
  ) {
    return updatePolicy(ctx, input);
  }

  @Allow('policy.write')
  @Mutation(() => ProposePolicyPayload, { description: 'Hands a draft to whoever approves it.' })
  proposePolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => ProposePolicyInput, { description: 'Which draft.' }) input: ProposePolicyInput,
  ) {
    return proposePolicy(ctx, input);
  }

  @Allow('policy.approve')
  @Mutation(() => DecidePolicyPayload, {
    description:
      'Approves a proposed policy or sends it back. Whoever wrote on it is refused (MAKER_IS_CHECKER), and so is a policy beside another of its kind for the same households and days (POLICY_IN_FORCE).',
  })
  decidePolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => DecidePolicyInput, { description: 'The decision.' }) input: DecidePolicyInput,
  ) {
    return decidePolicy(ctx, input);
  }

  @Allow('policy.approve')
  @Mutation(() => EndPolicyPayload, { description: 'Ends an approved policy that no other follows.' })
  endPolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => EndPolicyInput, { description: 'Which policy, and its last day.' })
    input: EndPolicyInput,
  ) {
    return endPolicy(ctx, input);
  }

  @Allow('policy.write')
  @Mutation(() => LoadSamplePoliciesPayload, {
    description:
      'Adds the samples that come with the system as drafts; those that the county has are left alone.',
  })
  loadSamplePolicies(
    @Ctx() ctx: Context,
    @Arg('input', () => LoadSamplePoliciesInput, { description: 'Which county.' })
    input: LoadSamplePoliciesInput,
  ) {
    return loadSamplePolicies(ctx, input);
  }

  @Allow('policy.read')
  @Query(() => PolicyPreview, {
    description: 'What terms would pay: the curve, its cliffs, and amounts explained. Nothing is stored.',
  })
  previewPolicy(
    @Arg('input', () => PreviewPolicyInput, { description: 'Terms to try out.' }) input: PreviewPolicyInput,
  ): PolicyPreview {
    return previewPolicy(input);
  }
}
