import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Line, ListOf, MutationInput } from '../checks.ts';
import { Day } from '../scalars.ts';

@InputType({ description: 'Which divisions to load from the national list.' })
export class LoadDivisionsInput extends MutationInput {
  @Field(() => [String], {
    description: 'Official codes; each is loaded with all below it and its parents: `130434`, or `13`.',
  })
  @ListOf(100)
  codes!: string[];
}

@ObjectType({ description: 'What `loadDivisions` did.' })
export class LoadDivisionsPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => Int, { description: 'Divisions that were new.' })
  created!: number;
  @Field(() => Int, { description: 'Divisions whose name changed.' })
  updated!: number;
  @Field(() => Int, { description: 'Divisions that were there already.' })
  unchanged!: number;
}

@InputType({ description: 'One code given up for another of the same level and county.' })
export class DivisionChangeInput {
  @Field(() => String, { description: 'Code that is given up.' })
  @Line(12)
  oldCode!: string;
  @Field(() => String, { description: 'Code that takes its place; must be loaded.' })
  @Line(12)
  newCode!: string;
  @Field(() => Day, { description: 'First day of the new code. Not in the future.' })
  effectiveOn!: string;
}

@InputType({ description: 'Old codes and their successors.' })
export class MoveDivisionsInput extends MutationInput {
  @Field(() => [DivisionChangeInput], {
    description: 'At most 250 at once; one successor for each old code.',
  })
  @ListOf()
  changes!: DivisionChangeInput[];
}

@ObjectType({ description: 'What moved with one code.' })
export class DivisionMove {
  @Field(() => String, { description: 'Code that was given up.' })
  oldCode!: string;
  @Field(() => String, { description: 'Code that took its place.' })
  newCode!: string;
  @Field(() => Int, { description: 'Households that moved, with all that belongs to them.' })
  households!: number;
  @Field(() => Int, { description: 'Cadres that work there.' })
  cadres!: number;
  @Field(() => Int, { description: 'Grants of a role in that division.' })
  grants!: number;
}

@ObjectType({ description: 'What `moveDivisions` did.' })
export class MoveDivisionsPayload {
  @Field(() => String, { nullable: true, description: 'The same as in the input.' })
  clientMutationId!: string | null;
  @Field(() => [DivisionMove], { description: 'One for each change, in the order of the input.' })
  moves!: DivisionMove[];
}
