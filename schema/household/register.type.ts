import { Field, ID, InputType, Int } from 'type-graphql';
import { HouseholdStatus } from '#schema/codes/household.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { expectedVersion, Line, MutationInput, Rule, Text } from '../checks.ts';
import { Day } from '../scalars.ts';

/** What every change of a household's place on the register takes. */
@InputType()
class RegisterInput extends MutationInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}

@InputType({ description: 'A household leaves the register; its pairings end, its members with it.' })
export class CloseHouseholdInput extends RegisterInput {
  @Field(() => HouseholdStatus.enum, { description: 'MOVED (away) or CLOSED.' })
  @Rule('CODE_UNKNOWN', (status: string) => status === 'MOVED' || status === 'CLOSED')
  status!: HouseholdStatus;
  @Field(() => Day, { description: 'Last day on the register; not in the future.' })
  closedOn!: string;
  @Field(() => String, { description: 'Why.' })
  @Line(500)
  reason!: string;
}

@InputType({ description: "A member's relation to the head." })
export class MemberRelationInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;
  @Field(() => Relation.enum, { description: 'The relation to the (new) head.' })
  relation!: Relation;
}

@InputType({
  description: 'A household becomes part of another of the same county: its members and open risks go there.',
})
export class MergeHouseholdInput extends RegisterInput {
  @Field(() => ID, { description: 'The household that remains.' })
  intoId!: string;
  @Field(() => Day, { description: 'Last day of the former household; not in the future.' })
  mergedOn!: string;
  @Field(() => String, { description: 'Why.' })
  @Line(500)
  reason!: string;
  @Field(() => [MemberRelationInput], {
    nullable: true,
    description: 'Relations of those who come to the head they come to; OTHER where not given.',
  })
  relations?: MemberRelationInput[] | null;
}

@InputType({
  description: 'A household that was closed or had moved away comes back, with the members it had.',
})
export class ReopenHouseholdInput extends RegisterInput {
  @Field(() => String, { description: 'Why.' })
  @Line(500)
  reason!: string;
}

@InputType({
  description: 'A household moves to another village of the county; all that belongs to it goes along.',
})
export class MoveHouseholdInput extends RegisterInput {
  @Field(() => String, { description: 'Code of the village it moves to, 12 digits.' })
  @Line(12)
  villageCode!: string;
  @Field(() => Day, { description: 'When it moved; not in the future. Kept in the audit trail.' })
  effectiveOn!: string;
  @Field(() => String, { nullable: true, description: 'Why.' })
  @Text(500)
  reason?: string | null;
}

@InputType({ description: 'Another member becomes the head; name and number of the household follow.' })
export class ChangeHeadInput extends RegisterInput {
  @Field(() => ID, { description: 'The member who becomes the head.' })
  memberId!: string;
  @Field(() => [MemberRelationInput], {
    nullable: true,
    description:
      'New relations to the new head. Where not given, the former head becomes SPOUSE of a spouse, else OTHER, and the others stay as they are.',
  })
  relations?: MemberRelationInput[] | null;
}
