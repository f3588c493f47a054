import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { userEntity } from '#modules/identity/user/user.entity.ts';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  BeginSecondFactorInput,
  BeginSecondFactorPayload,
  CompleteLoginInput,
  CompleteLoginPayload,
  ConfirmSecondFactorInput,
  RecoveryCodesPayload,
  RemoveSecondFactorInput,
  RenewRecoveryCodesInput,
  ResetSecondFactorInput,
  SecondFactor,
  SecondFactorPolicy,
  SetSecondFactorPolicyInput,
  SetSecondFactorPolicyPayload,
  StepUpInput,
  StepUpPayload,
} from '#schema/identity/second-factor.type.ts';
import { DonePayload } from '#schema/identity/session.type.ts';
import { beginSecondFactor, confirmSecondFactor } from './enrolment.service.ts';
import { completeLogin } from './login/complete-login.service.ts';
import { ownSecondFactor, removeSecondFactor, renewRecoveryCodes, stepUp } from './own-factor.service.ts';
import { currentPolicy, setSecondFactorPolicy } from './policy.service.ts';
import { resetSecondFactor } from './reset.service.ts';

const ResetSecondFactorPayload = definePayload('ResetSecondFactor', 'What `resetSecondFactor` left.', {
  user: { entity: userEntity, description: 'The account as it is now.' },
});

@Resolver()
export class SecondFactorResolver {
  @Allow('public')
  // Nullable, like `login`: each of several in one document is attempted, answered and counted separately.
  @Mutation(() => CompleteLoginPayload, {
    nullable: true,
    description:
      'Finishes a sign-in by a code of the second factor and sets the session cookie. Wrong codes count into the ten tries of `login`.',
  })
  completeLogin(@Ctx() ctx: Context, @Arg('input', () => CompleteLoginInput) input: CompleteLoginInput) {
    return completeLogin(ctx, input);
  }

  @Allow('ownAccount')
  @Query(() => SecondFactor, { description: 'The second factor of the person who asks. Not for tokens.' })
  secondFactor(@Ctx() ctx: Context) {
    return ownSecondFactor(ctx);
  }

  @Allow('ownAccount')
  @Mutation(() => BeginSecondFactorPayload, {
    description:
      'Begins a second factor (TOTP, RFC 6238: SHA-1, 30 seconds, 6 digits), or replaces it by another phone. Not for tokens.',
  })
  beginSecondFactor(
    @Ctx() ctx: Context,
    @Arg('input', () => BeginSecondFactorInput) input: BeginSecondFactorInput,
  ) {
    return beginSecondFactor(ctx, input);
  }

  @Allow('ownAccount')
  @Mutation(() => RecoveryCodesPayload, {
    description:
      'Switches the new second factor on by its first code, and ends all other sessions. Not for tokens.',
  })
  confirmSecondFactor(
    @Ctx() ctx: Context,
    @Arg('input', () => ConfirmSecondFactorInput) input: ConfirmSecondFactorInput,
  ) {
    return confirmSecondFactor(ctx, input);
  }

  @Allow('ownAccount')
  @Mutation(() => StepUpPayload, {
    description: 'Shows a code once more, for what asks for one that was just shown. Not for tokens.',
  })
  stepUp(@Ctx() ctx: Context, @Arg('input', () => StepUpInput) input: StepUpInput) {
    return stepUp(ctx, input);
  }

  @Allow('ownAccount')
  @Mutation(() => RecoveryCodesPayload, { description: 'Makes ten new recovery codes. Not for tokens.' })
  renewRecoveryCodes(
    @Ctx() ctx: Context,
    @Arg('input', () => RenewRecoveryCodesInput) input: RenewRecoveryCodesInput,
  ) {
    return renewRecoveryCodes(ctx, input);
  }

  @Allow('ownAccount')
  @Mutation(() => DonePayload, {
    description: "Gives one's own second factor up, where no role requires one. Not for tokens.",
  })
  removeSecondFactor(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveSecondFactorInput) input: RemoveSecondFactorInput,
  ) {
    return removeSecondFactor(ctx, input);
  }

  @Allow('user.write')
  @Mutation(() => ResetSecondFactorPayload, {
    description:
      "Takes somebody else's second factor away, for a reason, and ends that person's sessions. Who must have one sets it up anew at the next sign-in.",
  })
  resetSecondFactor(
    @Ctx() ctx: Context,
    @Arg('input', () => ResetSecondFactorInput) input: ResetSecondFactorInput,
  ) {
    return resetSecondFactor(ctx, input);
  }

  @Allow('settings.read')
  @Query(() => SecondFactorPolicy, { description: 'Who must have a second factor, in the whole country.' })
  secondFactorPolicy(@Ctx() ctx: Context) {
    return currentPolicy(ctx);
  }

  @Allow('settings.write')
  @Mutation(() => SetSecondFactorPolicyPayload, {
    description:
      'Says who must have a second factor, from the next request on. Only for who holds the right in the whole country.',
  })
  setSecondFactorPolicy(
    @Ctx() ctx: Context,
    @Arg('input', () => SetSecondFactorPolicyInput) input: SetSecondFactorPolicyInput,
  ) {
    return setSecondFactorPolicy(ctx, input);
  }
}
