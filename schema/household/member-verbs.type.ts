import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { MemberLeaveReason, PersonalField } from '#schema/codes/settings.codes.ts';
import { expectedVersion, Line, MutationInput, Name, Rule, Text } from '../checks.ts';
import { Day } from '../scalars.ts';
import { readableLength } from '../text.ts';
import { MemberFields } from './member.type.ts';

@InputType({ description: 'A new member of a household.' })
export class AddMemberInput extends MemberFields {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => String, { description: 'Name.' })
  @Name()
  name!: string;
  @Field(() => Relation.enum, { description: 'Relation to the head; a household has its head already.' })
  relation!: Relation;
}

@InputType({ description: 'Changes of a member; what is absent stays as it is, what is null is emptied.' })
export class UpdateMemberInput extends MemberFields {
  @Field(() => ID, { description: 'The member.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Name.' })
  @Name()
  name?: string | null;
  @Field(() => Relation.enum, { nullable: true, description: 'Relation to the head; see `changeHead`.' })
  relation?: Relation | null;
}

@InputType({ description: 'A member leaves the household; the record stays.' })
export class MemberLeavesInput extends MutationInput {
  @Field(() => ID, { description: 'The member; not the head, unless another became head before.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Day, { description: 'Last day in the household; not in the future.' })
  leftOn!: string;
  @Field(() => MemberLeaveReason.enum, { description: 'Why; HOUSEHOLD_CLOSED is for the closing itself.' })
  @Rule('CODE_UNKNOWN', (reason: string) => reason !== 'HOUSEHOLD_CLOSED')
  reason!: MemberLeaveReason;
}

@InputType({ description: 'A departure or a death that was noted by mistake, or somebody who came back.' })
export class MemberReturnsInput extends MutationInput {
  @Field(() => ID, { description: 'The member, who is on record as gone.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Relation.enum, {
    nullable: true,
    description: 'Relation to the present head; the former one where it is absent.',
  })
  relation?: Relation | null;
  @Field(() => String, { description: 'Why, such as what was mistaken; kept on record.' })
  @Line(500)
  reason!: string;
}

@InputType({ description: 'Which masked value to show in full, and why.' })
export class RevealPersonalDataInput extends MutationInput {
  @Field(() => ID, { description: 'A household, a member, a cadre or a bank account.' })
  id!: string;
  @Field(() => PersonalField.enum, {
    description:
      'Which value. The resident id of a household is that of its head; a cadre has none. BANK_ACCOUNT is that of a bank account.',
  })
  field!: PersonalField;
  @Field(() => String, { description: 'What it is needed for, at least 4 characters; kept on record.' })
  @Rule('REASON_REQUIRED', (reason: string) => readableLength(reason) >= 4)
  @Text(500)
  reason!: string;
}

@ObjectType({ description: 'What `revealPersonalData` showed.' })
export class RevealPersonalDataPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => String, { nullable: true, description: 'The full value; null where none is on file.' })
  value!: string | null;
}
