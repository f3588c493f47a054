import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Role } from '#schema/codes/organization.codes.ts';
import { Division } from '#schema/division/division.type.ts';
import { Line, MutationInput, Text } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

/** Longer than any password that may be chosen: beyond it nothing is worth the work of looking. */
const Password = () => Text(256);

@ObjectType({ description: 'The person who asks.' })
export class Account {
  @Field(() => ID, { description: 'Global id of the `User`.' })
  id!: string;
  @Field(() => String, { description: 'What the person signs in with.' })
  username!: string;
  @Field(() => String, { description: 'Name as others see it.' })
  displayName!: string;
}

@ObjectType({ description: 'A grant of the person who asks, in force today.' })
export class HeldGrant {
  @Field(() => Role.enum, { description: 'What one may do there.' })
  role!: Role;
  @Field(() => Division, { nullable: true, description: 'Where; null for the whole country.' })
  division!: Division | null;
  @Field(() => Day, { description: 'First day.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day; null while it is open.' })
  toOn!: string | null;
  @Field(() => Boolean, {
    description: 'Whether it reaches only the households that are paired with the person.',
  })
  pairedOnly!: boolean;
}

@ObjectType({ description: 'A cadre record that is the person who asks.' })
export class OwnCadre {
  @Field(() => ID, { description: 'Global id of the `Cadre`.' })
  id!: string;
  @Field(() => String, { description: 'The county whose cadre it is.' })
  countyCode!: string;
}

@ObjectType({ description: 'Who asks, and what that person holds today.' })
export class Me {
  @Field(() => Account, { description: 'The account; of a token, that of its owner.' })
  user!: Account;
  @Field(() => [HeldGrant], { description: 'Grants in force today.' })
  grants!: HeldGrant[];
  @Field(() => [String], {
    description: 'Rights held somewhere today, such as `household.read`, in alphabetical order.',
  })
  rights!: string[];
  @Field(() => [OwnCadre], { description: 'Cadre records that are this person, at most one a county.' })
  cadres!: OwnCadre[];
  @Field(() => Boolean, {
    description:
      'Whether everything but `changePassword` and `logout` is refused until the password is changed.',
  })
  mustChangePassword!: boolean;
  @Field(() => Boolean, {
    description:
      'Whether a role requires a second factor that is not set up: everything but setting it up, `changePassword` and `logout` is refused with SECOND_FACTOR_REQUIRED. Of a token: that of its owner.',
  })
  mustEnrolSecondFactor!: boolean;
}

@InputType({ description: 'Name and password.' })
export class LoginInput extends MutationInput {
  @Field(() => String, { description: 'User name, in any letter case.' })
  @Line(64)
  username!: string;
  @Field(() => String, { description: 'Password.' })
  @Password()
  password!: string;
}

@ObjectType({ description: 'A sign-in whose password was right and that wants a code of the second factor.' })
export class SignInChallenge {
  @Field(() => String, {
    description:
      'To be sent with the code in `completeLogin`: once, and no more than five times with wrong codes.',
  })
  challenge!: string;
  @Field(() => Instant, { description: 'When it ends, after five minutes.' })
  expiresAt!: string;
}

@ObjectType({
  description: 'Who has signed in; the session itself is in a cookie. With a second factor nobody has yet.',
})
export class LoginPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => Account, { nullable: true, description: 'The account; null where a code is still to come.' })
  user!: Account | null;
  @Field(() => Boolean, {
    description:
      'Whether the password must be changed before anything else; false where a code is still to come.',
  })
  mustChangePassword!: boolean;
  @Field(() => SignInChallenge, {
    nullable: true,
    description: 'What `completeLogin` takes; null without a second factor, when one is signed in already.',
  })
  secondFactor!: SignInChallenge | null;
}

@ObjectType({ description: 'Whether it was done.' })
export class DonePayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => Boolean, { description: 'Always true; a refusal is an error.' })
  ok!: boolean;
}

@InputType({ description: 'A new password for oneself.' })
export class ChangePasswordInput extends MutationInput {
  @Field(() => String, { description: 'The password until now.' })
  @Password()
  currentPassword!: string;
  @Field(() => String, {
    description:
      '8 to 128 characters; more than common words, runs or repetitions, years, birthdays, phone and identity numbers and the user name put together (WEAK_PASSWORD).',
  })
  @Password()
  newPassword!: string;
}

@InputType({ description: 'A new password by a reset link.' })
export class ResetPasswordInput extends MutationInput {
  @Field(() => String, { description: 'What the link carries.' })
  @Line(100)
  token!: string;
  @Field(() => String, {
    description:
      '8 to 128 characters; more than common words, runs or repetitions, years, birthdays, phone and identity numbers and the user name put together (WEAK_PASSWORD).',
  })
  @Password()
  newPassword!: string;
}

@ObjectType({ description: 'Whose password was set.' })
export class ResetPasswordPayload extends DonePayload {
  @Field(() => String, { description: 'What to sign in with now.' })
  username!: string;
}
