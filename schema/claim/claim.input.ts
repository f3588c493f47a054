import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ClaimLayerKind, ClaimSource } from '#schema/codes/money/claim.codes.ts';
import { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import { expectedVersion, Line, ListOf, MutationInput, Rule, Text, Title } from '../checks.ts';
import { Day, Money } from '../scalars.ts';

const NotNegative = Rule('AMOUNT_NEGATIVE', (amount: bigint) => amount >= 0n);
const Positive = Rule('AMOUNT_NOT_POSITIVE', (amount: bigint) => amount > 0n);

@InputType({ description: 'One receipt of a claim.' })
export class ClaimExpenseInput {
  @Field(() => String, { description: 'Number of the receipt; each at most once.' })
  @Title(50)
  receiptNumber!: string;
  @Field(() => Day, { description: 'The day of the receipt; not in the future.' })
  spentOn!: string;
  @Field(() => String, { description: 'Who gave it, such as a hospital.' })
  @Title(100)
  provider!: string;
  @Field(() => Money, { description: 'Its total, more than nothing.' })
  @Positive
  amount!: bigint;
}

@InputType({ description: 'What one of those who share the cost bears.' })
export class ClaimLayerInput {
  @Field(() => ClaimLayerKind.enum, { description: 'Who bears it; each at most once.' })
  layer!: ClaimLayerKind;
  @Field(() => Money, { description: 'How much; not less than nothing.' })
  @NotNegative
  amount!: bigint;
}

const askedAbout =
  'True: this is another claim and no repetition. Otherwise one like another of the same person is refused with CLAIM_SIMILAR, and `similarClaimId` of the refusal names that one.';

@InputType({ description: 'A claim of a household for one of its people.' })
export class OpenClaimInput extends MutationInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => ID, { description: 'The person it is about, of this household.' })
  memberId!: string;
  @Field(() => ReliefKind.enum, { description: 'What struck the household.' })
  kind!: ReliefKind;
  @Field(() => Day, { description: 'The day it happened, or the treatment began; not in the future.' })
  eventOn!: string;
  @Field(() => String, { description: 'What happened, in words.' })
  @Line(1_000)
  cause!: string;
  @Field(() => String, { nullable: true, description: 'The diagnosis, of an illness.' })
  @Text(200)
  diagnosis?: string | null;
  @Field(() => ClaimSource.enum, {
    description: 'Where it comes from; a problem and a visit are named below.',
  })
  source!: ClaimSource;
  @Field(() => ID, { nullable: true, description: 'The problem, of the same household.' })
  problemId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The visit, of the same household.' })
  visitId?: string | null;
  @Field(() => Day, { nullable: true, description: 'The day the household asked; today where absent.' })
  appliedOn?: string | null;
  @Field(() => [ClaimExpenseInput], { description: 'The receipts.' })
  @ListOf(100)
  @ValidateNested({ each: true })
  expenses!: ClaimExpenseInput[];
  @Field(() => [ClaimLayerInput], { description: 'Who bears what of it.' })
  @ListOf(8)
  @ValidateNested({ each: true })
  layers!: ClaimLayerInput[];
  @Field(() => Boolean, { nullable: true, description: askedAbout })
  allowSimilar?: boolean | null;
}

@InputType()
abstract class ClaimVerbInput extends MutationInput {
  @Field(() => ID, { description: 'The claim.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}

@InputType({
  description: 'What is changed of a claim that is a draft or was returned; absent stays as it is.',
})
export class UpdateClaimInput extends ClaimVerbInput {
  @Field(() => ReliefKind.enum, { nullable: true, description: 'What struck the household.' })
  kind?: ReliefKind | null;
  @Field(() => Day, { nullable: true, description: 'The day it happened, or the treatment began.' })
  eventOn?: string | null;
  @Field(() => String, { nullable: true, description: 'What happened, in words.' })
  @Line(1_000)
  cause?: string | null;
  @Field(() => String, { nullable: true, description: 'The diagnosis, of an illness.' })
  @Text(200)
  diagnosis?: string | null;
  @Field(() => [ClaimExpenseInput], { nullable: true, description: 'All receipts, in place of the former.' })
  @ListOf(100)
  @ValidateNested({ each: true })
  expenses?: ClaimExpenseInput[] | null;
  @Field(() => [ClaimLayerInput], { nullable: true, description: 'All layers, in place of the former.' })
  @ListOf(8)
  @ValidateNested({ each: true })
  layers?: ClaimLayerInput[] | null;
  @Field(() => Boolean, { nullable: true, description: askedAbout })
  allowSimilar?: boolean | null;
}

@InputType({ description: 'Why the layers of a claim do not add up to its total.' })
export class ExplainResidueInput extends ClaimVerbInput {
  @Field(() => String, { description: 'Why.' })
  @Line(500)
  reason!: string;
}

@InputType({ description: 'A claim handed in to the township.' })
export class SubmitClaimInput extends ClaimVerbInput {}

@InputType({ description: 'What the township found.' })
export class CheckClaimInput extends ClaimVerbInput {
  @Field(() => Boolean, { description: 'True: it is in order; false: it goes back.' })
  passed!: boolean;
  @Field(() => String, { nullable: true, description: 'Opinion; needed where it goes back.' })
  @Text(1_000)
  note?: string | null;
}

@InputType({ description: 'Who visits the household and assesses the claim.' })
export class SendToInsurerInput extends ClaimVerbInput {
  @Field(() => ID, { description: 'The organization of the insurer.' })
  insurerId!: string;
}

@InputType({ description: 'What the insurer found.' })
export class AssessClaimInput extends ClaimVerbInput {
  @Field(() => Money, {
    description: 'What the household bears itself, by its receipts; not over the total.',
  })
  @NotNegative
  assessedOwn!: bigint;
  @Field(() => Money, {
    nullable: true,
    description:
      'What of it lies within the catalogue of the medical insurance; not over it. All of it where absent.',
  })
  @NotNegative
  assessedCompliantOwn?: bigint | null;
  @Field(() => Money, {
    nullable: true,
    description: 'Compensation by insurers and third parties; none where absent.',
  })
  @NotNegative
  compensation?: bigint | null;
  @Field(() => Money, { nullable: true, description: 'Other relief for the same cost; none where absent.' })
  @NotNegative
  otherRelief?: bigint | null;
  @Field(() => Money, { nullable: true, description: 'Student loans for the same cost; none where absent.' })
  @NotNegative
  loan?: bigint | null;
  @Field(() => Money, { description: 'Income of the last twelve months of the whole household.' })
  @NotNegative
  income!: bigint;
  @Field(() => Int, { description: 'Heads among whom the income is divided, 1 to 99.' })
  @Rule('OUT_OF_RANGE', (heads: number) => heads >= 1 && heads <= 99)
  heads!: number;
  @Field(() => String, { description: 'What was found, in words.' })
  @Line(2_000)
  findings!: string;
}

@InputType({ description: 'A claim that is not pursued.' })
export class WithdrawClaimInput extends ClaimVerbInput {
  @Field(() => String, { description: 'Why.' })
  @Line(500)
  reason!: string;
}
