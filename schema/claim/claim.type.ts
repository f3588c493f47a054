import { Field, Int, ObjectType } from 'type-graphql';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { ClaimSource, ClaimStatus } from '#schema/codes/money/claim.codes.ts';
import { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Day, Instant, Money } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'What a household asks for relief of (救助申请), from the application to the decision.',
})
export class Claim extends Node {
  @Field(() => String, { description: 'The person it is about, as on record when it was opened.' })
  personName!: string;
  @Field(() => String, { nullable: true, description: 'The masked identity number of that person.' })
  personIdMasked!: string | null;
  @Field(() => HouseholdCategory.enum, { description: 'Category of the household when it was opened.' })
  category!: HouseholdCategory;
  @Field(() => ReliefKind.enum, { description: 'What struck the household.' })
  kind!: ReliefKind;
  @Field(() => Day, { description: 'The day it happened, or the treatment began.' })
  eventOn!: string;
  @Field(() => Int, { description: 'The year of that day, in which caps and thresholds count.' })
  year!: number;
  @Field(() => String, { description: 'What happened, in words.' })
  cause!: string;
  @Field(() => String, { nullable: true, description: 'The diagnosis, of an illness.' })
  diagnosis!: string | null;
  @Field(() => ClaimSource.enum, { description: 'Where it comes from.' })
  source!: ClaimSource;
  @Field(() => Day, { description: 'The day the household asked.' })
  appliedOn!: string;
  @Field(() => ClaimStatus.enum, { description: 'Where it stands.' })
  status!: ClaimStatus;
  @Field(() => Money, { description: 'The sum of its receipts.' })
  total!: bigint;
  @Field(() => Money, { description: 'What the household bears itself, as stated: the layer OWN.' })
  own!: bigint;
  @Field(() => Money, {
    description:
      'The total less all layers. Never adjusted; over one fen it needs a reason before a decision.',
  })
  residue!: bigint;
  @Field(() => String, { nullable: true, description: 'Why there is a residue.' })
  residueReason!: string | null;
  @Field(() => Instant, { description: 'When it was opened.' })
  createdAt!: string;
  @Field(() => Day, { nullable: true, description: 'The day it was last handed in.' })
  submittedOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'The day the township passed it.' })
  checkedOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'The day it was sent to the insurer.' })
  sentOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'The last day on which the insurer is to assess it.' })
  dueOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'The day the insurer assessed it.' })
  assessedOn!: string | null;
  @Field(() => Money, {
    nullable: true,
    description: 'What the household bears itself, as the insurer found.',
  })
  assessedOwn!: bigint | null;
  @Field(() => Money, {
    nullable: true,
    description: 'What of it lies within the catalogue of the medical insurance, as the insurer found.',
  })
  assessedCompliantOwn!: bigint | null;
  @Field(() => Money, { nullable: true, description: 'Compensation by insurers and third parties.' })
  compensation!: bigint | null;
  @Field(() => Money, { nullable: true, description: 'Other relief for the same cost.' })
  otherRelief!: bigint | null;
  @Field(() => Money, { nullable: true, description: 'Student loans for the same cost.' })
  loan!: bigint | null;
  @Field(() => Money, {
    nullable: true,
    description: 'Income of the last twelve months for each head of the household, as the insurer found.',
  })
  incomePerHead!: bigint | null;
  @Field(() => Int, { description: 'Raised at each step; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ implements: Node, description: 'One step of a claim on its way.' })
export class ClaimStep extends Node {
  @Field(() => ClaimStatus.enum, { nullable: true, description: 'Status before; null at the start.' })
  fromStatus!: ClaimStatus | null;
  @Field(() => ClaimStatus.enum, { description: 'Status after.' })
  toStatus!: ClaimStatus;
  @Field(() => Day, { description: 'The day of the step.' })
  happenedOn!: string;
  @Field(() => String, { nullable: true, description: 'What was said about it.' })
  note!: string | null;
  @Field(() => Instant, { description: 'When it was recorded.' })
  recordedAt!: string;
}
