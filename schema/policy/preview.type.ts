import { ValidateNested } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { AssessmentStep } from '#schema/codes/money/policy.codes.ts';
import { Rule } from '../checks.ts';
import { Money } from '../scalars.ts';
import { PolicyTermsInput } from './policy.input.ts';

@ObjectType({ description: 'What a single claim of an amount would be paid.' })
export class PolicyPoint {
  @Field(() => Money, { description: 'The amount that counts.' })
  amount!: bigint;
  @Field(() => Money, { description: 'What is paid for it.' })
  paid!: bigint;
}

@ObjectType({ description: 'A place where one fen more changes what is paid by more than one fen.' })
export class PolicyCliff {
  @Field(() => Money, { description: 'The first amount behind the step.' })
  amount!: bigint;
  @Field(() => Money, { description: 'What is paid for one fen less.' })
  before!: bigint;
  @Field(() => Money, { description: 'What is paid for the amount.' })
  after!: bigint;
  @Field(() => Money, { description: 'The difference; below zero where more own cost is paid less.' })
  jump!: bigint;
}

@ObjectType({ description: 'One line of the explanation of a payable amount.' })
export class AssessmentLineText {
  @Field(() => AssessmentStep.enum, { description: 'The step.' })
  step!: AssessmentStep;
  @Field(() => String, { description: 'What the step gives, in yuan, exact, with up to six decimals.' })
  amount!: string;
  @Field(() => String, { description: 'The line in Chinese.' })
  zh!: string;
  @Field(() => String, { description: 'The line in English.' })
  en!: string;
}

@ObjectType({ description: 'What a single claim would be paid, and how that comes about.' })
export class PolicyExample extends PolicyPoint {
  @Field(() => [AssessmentLineText], { description: 'The explanation, line by line.' })
  lines!: AssessmentLineText[];
}

@ObjectType({ description: 'What terms would pay; nothing is stored.' })
export class PolicyPreview {
  @Field(() => [PolicyPoint], {
    description: 'Points of the curve by amount; between them it runs straight, up to limits.',
  })
  curve!: PolicyPoint[];
  @Field(() => [PolicyCliff], { description: 'Its cliffs by amount.' })
  cliffs!: PolicyCliff[];
  @Field(() => [PolicyExample], { description: 'The amounts asked about, explained.' })
  examples!: PolicyExample[];
}

@InputType({ description: 'Terms to try out.' })
export class PreviewPolicyInput {
  @Field(() => PolicyTermsInput, { description: 'The terms; refused as those of a draft are.' })
  @ValidateNested()
  terms!: PolicyTermsInput;
  @Field(() => HouseholdCategory.enum, { description: 'By the threshold of this category.' })
  category!: HouseholdCategory;
  @Field(() => [Money], { defaultValue: [], description: 'Amounts to explain, at most 20, zero or more.' })
  @Rule('TOO_MANY', (amounts: bigint[]) => amounts.length <= 20)
  @Rule('OUT_OF_RANGE', (amounts: bigint[]) => amounts.every((amount) => amount >= 0n))
  amounts!: bigint[];
}
