import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { IncomeItem } from '#schema/codes/people/income.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Between, expectedVersion, MutationInput, Rule } from '../checks.ts';
import { Money } from '../scalars.ts';

@ObjectType({ implements: Node, description: "One line of a household's yearly account." })
export class HouseholdIncome extends Node {
  @Field(() => Int, { description: 'The year.' })
  year!: number;
  @Field(() => IncomeItem.enum, { description: 'The line; those of group E are deducted.' })
  item!: IncomeItem;
  @Field(() => Money, { description: 'The amount, never negative.' })
  amount!: bigint;
}

@ObjectType({
  description:
    "A household's account of one year, summed from its lines: net income is A + B + C + D − E of the annual form.",
})
export class HouseholdYear {
  @Field(() => Int, { description: 'The year.' })
  year!: number;
  @Field(() => Money, { description: 'Wages (A).' })
  wage!: bigint;
  @Field(() => Money, { description: 'Farming and business (B).' })
  business!: bigint;
  @Field(() => Money, { description: 'Property (C).' })
  property!: bigint;
  @Field(() => Money, { description: 'Transfers (D).' })
  transfer!: bigint;
  @Field(() => Money, { description: 'Cost of farming and business (E).' })
  expense!: bigint;
  @Field(() => Money, { description: 'A + B + C + D − E; may be negative.' })
  netIncome!: bigint;
}

/** A hundred million yuan: more is a slip of the keys, and sums stay far from the largest number kept. */
const mostFen = 10_000_000_000n;

@InputType({ description: 'The amount of one line.' })
export class IncomeItemInput {
  @Field(() => IncomeItem.enum, { description: 'The line.' })
  item!: IncomeItem;
  @Field(() => Money, { description: 'Zero or more, at most 100,000,000.00; zero removes the line.' })
  @Rule('OUT_OF_RANGE', (amount: bigint) => amount >= 0n && amount <= mostFen)
  amount!: bigint;
}

@InputType({ description: 'The account of one year as a whole: lines that are not given are removed.' })
export class SetIncomeInput extends MutationInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Int, { description: 'The year, 1990 to the running one.' })
  @Between(1990, 2100)
  year!: number;
  @Field(() => [IncomeItemInput], { description: 'Its lines, each item once.' })
  @ValidateNested({ each: true })
  items!: IncomeItemInput[];
}
