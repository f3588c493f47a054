import { Field, Int, ObjectType } from 'type-graphql';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import {
  CountedAmount,
  PolicyAccumulation,
  PolicyBase,
  PolicyDeduction,
  PolicyMode,
  PolicyStatus,
  ReliefKind,
} from '#schema/codes/money/policy.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Day, Instant, Money } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description:
    'A relief policy (救助政策) of a county: who is paid how much of what. An approved one is never changed, a new version takes its place from a day on.',
})
export class ReliefPolicy extends Node {
  @Field(() => ReliefKind.enum, { description: 'What the relief is for.' })
  kind!: ReliefKind;
  @Field(() => String, {
    nullable: true,
    description: 'What the county calls a kind that it adds; null for the other kinds.',
  })
  kindName!: string | null;
  @Field(() => String, { description: 'What the policy is called.' })
  name!: string;
  @Field(() => PolicyStatus.enum, { description: 'Draft, proposed, sent back or approved.' })
  status!: PolicyStatus;
  @Field(() => Day, { description: 'First day on which an approved policy is in force.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day; null while no end is set.' })
  toOn!: string | null;
  @Field(() => CountedAmount.enum, { description: 'Which amount of a claim counts.' })
  countedAmount!: CountedAmount;
  @Field(() => PolicyMode.enum, { description: 'How bands are applied.' })
  mode!: PolicyMode;
  @Field(() => PolicyBase.enum, { description: 'What they are applied to.' })
  base!: PolicyBase;
  @Field(() => PolicyAccumulation.enum, {
    description: 'What is added up before threshold and bands are applied.',
  })
  accumulation!: PolicyAccumulation;
  @Field(() => Boolean, { description: 'A household is paid once in a year and no more.' })
  oncePerYear!: boolean;
  @Field(() => Money, { nullable: true, description: 'At most for one claim; null: no limit.' })
  capPerClaim!: bigint | null;
  @Field(() => Money, { nullable: true, description: 'At most for a person in a year; null: no limit.' })
  capPersonYear!: bigint | null;
  @Field(() => Money, { nullable: true, description: 'At most for a household in a year; null: no limit.' })
  capHouseholdYear!: bigint | null;
  @Field(() => [PolicyDeduction.enum], { description: 'What is taken off the amount first.' })
  deductions!: PolicyDeduction[];
  @Field(() => [String], { description: 'Papers that a claim needs, in words.' })
  documentsNeeded!: string[];
  @Field(() => String, { nullable: true, description: 'Number of the paper that it stands on.' })
  sourceDocument!: string | null;
  @Field(() => String, { nullable: true, description: 'More about it.' })
  note!: string | null;
  @Field(() => Boolean, { description: 'It came with the system as an example, and is nobody’s rule.' })
  isSample!: boolean;
  @Field(() => Instant, { description: 'When it was drafted.' })
  createdAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When it was last proposed.' })
  proposedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was last approved or sent back.' })
  decidedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'What was said at the decision.' })
  decisionNote!: string | null;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ description: 'A category that a policy is for, and from which amount on.' })
export class PolicyThreshold {
  @Field(() => HouseholdCategory.enum, { description: 'Households of this category.' })
  category!: HouseholdCategory;
  @Field(() => Money, { description: 'Nothing is paid below this amount.' })
  threshold!: bigint;
}

@ObjectType({ description: 'A band of a policy.' })
export class PolicyBand {
  @Field(() => Money, { description: 'Its lower end, which is in it.' })
  fromAmount!: bigint;
  @Field(() => Money, { nullable: true, description: 'Its upper end, which is not in it; null: no end.' })
  toAmount!: bigint | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Rate in hundredths of a per cent, 5000 for 50 %; null where a flat amount is paid.',
  })
  rateBps!: number | null;
  @Field(() => Money, { nullable: true, description: 'The flat amount; null where a rate is paid.' })
  flatAmount!: bigint | null;
}
