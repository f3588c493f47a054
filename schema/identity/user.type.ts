import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Role } from '#schema/codes/organization.codes.ts';
import { UserStatus } from '#schema/codes/user.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Name, Rule } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';
import { isUsername, normaliseUsername } from './username.ts';

@ObjectType({ implements: Node, description: 'A person who signs in.' })
export class User extends Node {
  @Field(() => String, { description: 'What the person signs in with; unique whatever the letter case.' })
  username!: string;
  @Field(() => String, { description: 'Name as others see it.' })
  displayName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the division whose desk looks after the account; null for the whole country.',
  })
  divisionCode!: string | null;
  @Field(() => UserStatus.enum, { description: 'Whether the person may sign in.' })
  status!: UserStatus;
  @Field(() => Boolean, {
    description: 'Whether nothing but a change of the password is allowed at the next sign-in.',
  })
  mustChangePassword!: boolean;
  @Field(() => Instant, {
    nullable: true,
    description: 'When the password was chosen; null until the first reset link is used.',
  })
  passwordChangedAt!: string | null;
  @Field(() => Instant, {
    nullable: true,
    description: 'Since when the person signs in with a second factor (TOTP); null without one.',
  })
  secondFactorSince!: string | null;
  @Field(() => Instant, { description: 'When the account was made.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ implements: Node, description: 'A role in a division from a day to a day.' })
export class Grant extends Node {
  @Field(() => Role.enum, { description: 'What the person may do there.' })
  role!: Role;
  @Field(() => String, { nullable: true, description: 'Code of the division; null for the whole country.' })
  divisionCode!: string | null;
  @Field(() => Day, { description: 'First day.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day; null while it is open.' })
  toOn!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  revokedAt!: string | null;
}

@InputType({ description: 'A role in a division from a day to a day.' })
export class GrantInput {
  @Field(() => Role.enum, { description: 'What the person may do there.' })
  role!: Role;
  @Field(() => String, {
    nullable: true,
    description:
      'Code of the division; the whole country where it is absent, which only few may grant and roles of a place never have.',
  })
  @Line(12)
  divisionCode?: string | null;
  @Field(() => Day, { nullable: true, description: 'First day; today where it is absent.' })
  fromOn?: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day; open where it is absent.' })
  toOn?: string | null;
}

@InputType({ description: 'A new account with its grants.' })
export class CreateUserInput extends MutationInput {
  @Field(() => String, {
    description:
      'What the person signs in with: 2 to 32 Chinese characters, letters a to z, digits, dots, dashes or underscores, no identity or phone number, and not like a name in use.',
  })
  @Rule('USERNAME_INVALID', (text: string) => isUsername(normaliseUsername(text)))
  username!: string;
  @Field(() => String, { description: 'Name as others see it.' })
  @Name()
  displayName!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the division whose desk looks after the account; null only for the whole country.',
  })
  @Line(12)
  divisionCode?: string | null;
  @Field(() => [GrantInput], { defaultValue: [], description: 'Roles to begin with, at most 20.' })
  @Rule('TOO_MANY', (grants: unknown[]) => grants.length <= 20)
  @ValidateNested()
  grants!: GrantInput[];
  @Field(() => ID, { nullable: true, description: 'The cadre record that is this person.' })
  cadreId?: string | null;
}

@InputType({ description: 'Changes of an account; what is absent stays as it is.' })
export class UpdateUserInput extends MutationInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Name as others see it.' })
  @Name()
  displayName?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the division whose desk looks after the account; null only for the whole country.',
  })
  @Line(12)
  divisionCode?: string | null;
}

@InputType()
abstract class OfUser extends MutationInput {
  @Field(() => ID, { description: 'The account.' })
  userId!: string;
}

@InputType({ description: 'An account to close.' })
export class DisableUserInput extends OfUser {}

@InputType({ description: 'An account to open again.' })
export class EnableUserInput extends OfUser {}

@InputType({ description: 'An account whose owner needs a new password.' })
export class StartPasswordResetInput extends OfUser {}

@InputType({ description: 'A role for somebody who has an account.' })
export class AddGrantInput extends GrantInput {
  @Field(() => ID, { description: 'The account.' })
  userId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Made by the client; the same id gives the first answer again.',
  })
  @Line(100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A grant to withdraw.' })
export class RevokeGrantInput extends MutationInput {
  @Field(() => ID, { description: 'The grant.' })
  grantId!: string;
}

@InputType({ description: 'Which cadre record is which account.' })
export class LinkCadreInput extends MutationInput {
  @Field(() => ID, { description: 'The cadre record.' })
  cadreId!: string;
  @Field(() => ID, { nullable: true, description: 'The account; null unties the record from its account.' })
  userId!: string | null;
}
