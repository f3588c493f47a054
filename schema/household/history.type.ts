import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, MutationInput, Text } from '../checks.ts';
import { Day } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'The category of a household from a day to a day.' })
export class CategoryPeriod extends Node {
  @Field(() => HouseholdCategory.enum, { description: 'The category.' })
  category!: HouseholdCategory;
  @Field(() => Day, { description: 'First day.' })
  fromOn!: string;
  @Field(() => Day, { nullable: true, description: 'Last day; null while it is in force.' })
  toOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was set.' })
  reason!: string | null;
}

@InputType({ description: 'A category from a day on; the former one ends the day before.' })
export class SetCategoryInput extends MutationInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => HouseholdCategory.enum, { description: 'The new category.' })
  category!: HouseholdCategory;
  @Field(() => Day, {
    description:
      'First day; not in the future, nor before the category in force began. On the very day it began it is corrected instead.',
  })
  effectiveOn!: string;
  @Field(() => String, { nullable: true, description: 'Why.' })
  @Text(500)
  reason?: string | null;
}
