import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import {
  CountedAmount,
  PolicyAccumulation,
  PolicyBase,
  PolicyDeduction,
  PolicyMode,
  ReliefKind,
} from '#schema/codes/money/policy.codes.ts';
import { expectedVersion, Line, ListOf, MutationInput, Rule, Text, Title } from '../checks.ts';
import { Day, Money } from '../scalars.ts';

@InputType({ description: 'A category that the policy is for.' })
export class PolicyThresholdInput {
  @Field(() => HouseholdCategory.enum, { description: 'The category.' })
  category!: HouseholdCategory;
  @Field(() => Money, { description: 'Nothing is paid below this amount; zero: no threshold.' })
  threshold!: bigint;
}

@InputType({ description: 'A band: its lower end is in it, its upper end is not.' })
export class PolicyBandInput {
  @Field(() => Money, { description: 'Lower end.' })
  fromAmount!: bigint;
  @Field(() => Money, { nullable: true, description: 'Upper end; absent: no end.' })
  toAmount?: bigint | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Rate in hundredths of a per cent, 0 to 10000; for modes WHOLE and SLICES.',
  })
  rateBps?: number | null;
  @Field(() => Money, { nullable: true, description: 'Amount paid; for mode FLAT.' })
  flatAmount?: bigint | null;
}

@InputType({
  description:
    'What a policy says about amounts. Refused are gaps (POLICY_GAP) and overlaps (POLICY_OVERLAP) of bands.',
})
export class PolicyTermsInput {
  @Field(() => PolicyMode.enum, { description: 'How bands are applied.' })
  mode!: PolicyMode;
  @Field(() => PolicyBase.enum, { description: 'What they are applied to.' })
  base!: PolicyBase;
  @Field(() => PolicyAccumulation.enum, {
    defaultValue: 'CLAIM',
    description: 'What is added up before threshold and bands are applied.',
  })
  accumulation!: PolicyAccumulation;
  @Field(() => Boolean, { defaultValue: false, description: 'A household is paid once in a year.' })
  oncePerYear!: boolean;
  @Field(() => [PolicyThresholdInput], { description: 'Categories, each once, with their thresholds.' })
  @ListOf(20)
  @ValidateNested({ each: true })
  thresholds!: PolicyThresholdInput[];
  @Field(() => [PolicyBandInput], { description: 'Bands in any order; the last has no end.' })
  @ListOf(50)
  @ValidateNested({ each: true })
  bands!: PolicyBandInput[];
  @Field(() => Money, { nullable: true, description: 'At most for one claim; absent: no limit.' })
  capPerClaim?: bigint | null;
  @Field(() => Money, { nullable: true, description: 'At most for a person in a year; absent: no limit.' })
  capPersonYear?: bigint | null;
  @Field(() => Money, { nullable: true, description: 'At most for a household in a year; absent: no limit.' })
  capHouseholdYear?: bigint | null;
}

const kindName = 'What the county calls the kind; for kind OTHER, and for it alone.';
const documents = 'Papers that a claim needs, in words.';
const eachLine = Rule('TOO_LONG', (lines: string[]) => lines.every((line) => [...line].length <= 100));
const notMany = Rule('TOO_MANY', (lines: string[]) => lines.length <= 30);

@InputType({ description: 'A policy as a draft.' })
export class DraftPolicyInput extends MutationInput {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  @Line(6)
  countyCode!: string;
  @Field(() => ReliefKind.enum, { description: 'What the relief is for.' })
  kind!: ReliefKind;
  @Field(() => String, { nullable: true, description: kindName })
  @Title(30)
  kindName?: string | null;
  @Field(() => String, { description: 'What it is called.' })
  @Title(100)
  name!: string;
  @Field(() => Day, { description: 'First day in force.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day; absent: no end.' })
  toOn?: string | null;
  @Field(() => CountedAmount.enum, { defaultValue: 'OWN', description: 'Which amount counts.' })
  countedAmount!: CountedAmount;
  @Field(() => [PolicyDeduction.enum], { defaultValue: [], description: 'What is taken off first.' })
  deductions!: PolicyDeduction[];
  @Field(() => [String], { defaultValue: [], description: documents })
  @notMany
  @eachLine
  documentsNeeded!: string[];
  @Field(() => String, { nullable: true, description: 'Number of the paper that it stands on.' })
  @Title(100)
  sourceDocument?: string | null;
  @Field(() => String, { nullable: true, description: 'More about it.' })
  @Text(2_000)
  note?: string | null;
  @Field(() => PolicyTermsInput, { description: 'Amounts.' })
  @ValidateNested()
  terms!: PolicyTermsInput;
  @Field(() => ID, {
    nullable: true,
    description: 'The approved policy whose place it takes; that one ends the day before this begins.',
  })
  replacesId?: string | null;
}

@InputType({
  description: 'Changes of a draft, or of a policy that was sent back; what is absent stays as it is.',
})
export class UpdatePolicyInput extends MutationInput {
  @Field(() => ID, { description: 'The policy.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'What it is called.' })
  @Title(100)
  name?: string | null;
  @Field(() => Day, { nullable: true, description: 'First day in force.' })
  fromOn?: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day; null: no end.' })
  toOn?: string | null;
  @Field(() => CountedAmount.enum, { nullable: true, description: 'Which amount counts.' })
  countedAmount?: CountedAmount | null;
  @Field(() => [PolicyDeduction.enum], { nullable: true, description: 'What is taken off first.' })
  deductions?: PolicyDeduction[] | null;
  @Field(() => [String], { nullable: true, description: documents })
  @notMany
  @eachLine
  documentsNeeded?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Number of the paper that it stands on.' })
  @Title(100)
  sourceDocument?: string | null;
  @Field(() => String, { nullable: true, description: 'More about it.' })
  @Text(2_000)
  note?: string | null;
  @Field(() => PolicyTermsInput, { nullable: true, description: 'Amounts, as a whole.' })
  @ValidateNested()
  terms?: PolicyTermsInput | null;
}

@InputType({ description: 'A draft that is ready to be decided.' })
export class ProposePolicyInput extends MutationInput {
  @Field(() => ID, { description: 'The policy.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}

@InputType({ description: 'The decision on a proposed policy, by somebody who wrote nothing of it.' })
export class DecidePolicyInput extends MutationInput {
  @Field(() => ID, { description: 'The policy.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Boolean, { description: 'True approves it, false sends it back.' })
  approve!: boolean;
  @Field(() => String, { nullable: true, description: 'Why; required where it is sent back.' })
  @Text(500)
  decisionNote?: string | null;
}

@InputType({ description: 'The end of an approved policy that no other follows.' })
export class EndPolicyInput extends MutationInput {
  @Field(() => ID, { description: 'The policy, still without an end.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Day, { description: 'Last day; not before yesterday.' })
  toOn!: string;
}

@InputType({ description: 'The county that takes the samples.' })
export class LoadSamplePoliciesInput extends MutationInput {
  @Field(() => String, { description: 'Code of the county, 6 digits.' })
  @Line(6)
  countyCode!: string;
}
