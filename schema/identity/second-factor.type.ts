import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Role } from '#schema/codes/organization.codes.ts';
import { Between, expectedVersion, Line, MutationInput, Rule, Text } from '../checks.ts';
import { Instant } from '../scalars.ts';
import { Account, DonePayload } from './session.type.ts';

const codeOrRecovery = 'Six digits of the authenticator app, or a recovery code, which is spent by it.';
const mostRoles = 20;

@ObjectType({ description: 'The second factor of the person who asks.' })
export class SecondFactor {
  @Field(() => Instant, { nullable: true, description: 'Since when there is one; null without.' })
  since!: string | null;
  @Field(() => Boolean, { description: 'Whether a role that is held today requires one.' })
  isRequired!: boolean;
  @Field(() => Int, { description: 'Recovery codes that have not been used, of ten.' })
  recoveryCodesLeft!: number;
  @Field(() => Instant, {
    nullable: true,
    description: 'When a code was shown in this session last; null where none was.',
  })
  shownAt!: string | null;
}

@InputType({ description: 'A code that finishes a sign-in.' })
export class CompleteLoginInput extends MutationInput {
  @Field(() => String, { description: 'What `login` gave.' })
  @Line(100)
  challenge!: string;
  @Field(() => String, { description: codeOrRecovery })
  @Line(40)
  code!: string;
}

@ObjectType({ description: 'Who has signed in; the session itself is in a cookie.' })
export class CompleteLoginPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => Account, { description: 'The account.' })
  user!: Account;
  @Field(() => Boolean, { description: 'Whether the password must be changed before anything else.' })
  mustChangePassword!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Recovery codes that are left where one was used; null after a code of the app.',
  })
  recoveryCodesLeft!: number | null;
}

@InputType({ description: 'The beginning of a second factor.' })
export class BeginSecondFactorInput extends MutationInput {
  @Field(() => String, { description: 'The password, once more.' })
  @Text(256)
  currentPassword!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Needed where a second factor is to be replaced: a code of the present one, or a recovery code.',
  })
  @Line(40)
  code?: string | null;
}

@ObjectType({ description: 'A secret for an authenticator app; it counts once a code of it is shown.' })
export class BeginSecondFactorPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => String, { description: 'The secret in base32, to be typed; shown this once.' })
  secret!: string;
  @Field(() => String, { description: 'The same as `otpauth://` address, to be drawn as a QR code.' })
  otpauthUri!: string;
  @Field(() => Instant, { description: 'Until when `confirmSecondFactor` takes a code of it, half an hour.' })
  expiresAt!: string;
}

@InputType({ description: 'A code of the new secret.' })
export class ConfirmSecondFactorInput extends MutationInput {
  @Field(() => String, { description: 'Six digits of the authenticator app.' })
  @Line(40)
  code!: string;
}

@ObjectType({ description: 'Codes for whoever has lost the phone.' })
export class RecoveryCodesPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => [String], {
    description: 'Ten codes, each good once in place of a code of the app; shown this once. Former ones end.',
  })
  recoveryCodes!: string[];
}

@InputType()
abstract class WithCode extends MutationInput {
  @Field(() => String, { description: codeOrRecovery })
  @Line(40)
  code!: string;
}

@InputType({ description: 'A code for new recovery codes.' })
export class RenewRecoveryCodesInput extends WithCode {}

@InputType({ description: 'A code, shown once more in a session that is under way.' })
export class StepUpInput extends WithCode {}

@ObjectType({ description: 'Until when the code counts as just shown.' })
export class StepUpPayload extends DonePayload {
  @Field(() => Instant, { description: 'Whole numbers are shown in this session until then.' })
  goodUntil!: string;
}

@InputType({ description: 'A code by which one gives the second factor up.' })
export class RemoveSecondFactorInput extends WithCode {}

@InputType({ description: 'Whose second factor is taken away, and why.' })
export class ResetSecondFactorInput extends MutationInput {
  @Field(() => ID, { description: 'The account; never one’s own.' })
  userId!: string;
  @Field(() => String, {
    description: 'Why, such as a lost phone and how it was made sure who asked; stands in the audit trail.',
  })
  @Line(500)
  reason!: string;
}

@ObjectType({ description: 'Who must sign in with a second factor, in the whole country.' })
export class SecondFactorPolicy {
  @Field(() => [Role.enum], { description: 'Whoever holds one of these roles must have a second factor.' })
  requiredRoles!: Role[];
  @Field(() => Boolean, {
    description:
      'Whether `revealPersonalData` and downloads that need a purpose ask for a code shown within `stepUpMinutes`; tokens are refused then.',
  })
  stepUpToReveal!: boolean;
  @Field(() => Int, { description: 'How many minutes a code counts as just shown.' })
  stepUpMinutes!: number;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'The whole of who must have a second factor.' })
export class SetSecondFactorPolicyInput extends MutationInput {
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => [Role.enum], { description: 'Roles that require one, each once; empty for none.' })
  @Rule('TOO_MANY', (roles: string[]) => roles.length <= mostRoles)
  @Rule('DUPLICATE_VALUE', (roles: string[]) => new Set(roles).size === roles.length)
  requiredRoles!: Role[];
  @Field(() => Boolean, { description: 'Whether whole numbers are shown only after a code.' })
  stepUpToReveal!: boolean;
  @Field(() => Int, {
    defaultValue: 10,
    description: 'How many minutes a code counts as just shown, 1 to 240.',
  })
  @Between(1, 240)
  stepUpMinutes!: number;
}

@ObjectType({ description: 'The settings as they are now.' })
export class SetSecondFactorPolicyPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => SecondFactorPolicy, { description: 'The settings as they are now.' })
  policy!: SecondFactorPolicy;
}
