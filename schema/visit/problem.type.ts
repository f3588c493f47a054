import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProblemKind, ProblemStatus } from '#schema/codes/help/problem.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Name, Text } from '../checks.ts';
import { Day, Instant } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'A problem (问题困难) of a household, from found to closed.' })
export class Problem extends Node {
  @Field(() => ProblemKind.enum, { description: 'What it is about.' })
  kind!: ProblemKind;
  @Field(() => String, { description: 'The problem in words.' })
  description!: string;
  @Field(() => ProblemStatus.enum, { description: 'Open, in hand, solved, or not to be solved.' })
  status!: ProblemStatus;
  @Field(() => Day, { description: 'The day it was found.' })
  raisedOn!: string;
  @Field(() => String, { nullable: true, description: 'Who deals with it: a person or a department.' })
  handler!: string | null;
  @Field(() => Day, { nullable: true, description: 'The day it was closed; null while it is not.' })
  closedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'What came of it.' })
  outcome!: string | null;
  @Field(() => Int, { description: 'Raised at each step; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ implements: Node, description: 'One step of a problem on its way.' })
export class ProblemStep extends Node {
  @Field(() => ProblemStatus.enum, { nullable: true, description: 'Status before; null at the start.' })
  fromStatus!: ProblemStatus | null;
  @Field(() => ProblemStatus.enum, { description: 'Status after.' })
  toStatus!: ProblemStatus;
  @Field(() => Day, { description: 'The day of the step.' })
  happenedOn!: string;
  @Field(() => String, { nullable: true, description: 'What was done or said.' })
  note!: string | null;
  @Field(() => Instant, { description: 'When it was recorded.' })
  recordedAt!: string;
}

@InputType({ description: 'A problem found outside a visit, or added to one later.' })
export class RaiseProblemInput extends MutationInput {
  @Field(() => ID, { description: 'The household.' })
  householdId!: string;
  @Field(() => ID, { nullable: true, description: 'The visit that found it, of the same household.' })
  visitId?: string | null;
  @Field(() => ProblemKind.enum, { description: 'What it is about.' })
  kind!: ProblemKind;
  @Field(() => String, { description: 'The problem in words.' })
  @Line(1_000)
  description!: string;
  @Field(() => Day, {
    nullable: true,
    description: "The day it was found; where absent the visit's day, else today. Not in the future.",
  })
  raisedOn?: string | null;
}

@InputType()
abstract class ProblemStepInput extends MutationInput {
  @Field(() => ID, { description: 'The problem.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}

@InputType({ description: 'Somebody takes a problem in hand, or another one does.' })
export class TakeProblemInput extends ProblemStepInput {
  @Field(() => String, { description: 'Who deals with it: a person or a department.' })
  @Name(100)
  handler!: string;
  @Field(() => String, { nullable: true, description: 'What is planned.' })
  @Text(1_000)
  note?: string | null;
}

@InputType({ description: 'The end of a problem.' })
export class CloseProblemInput extends ProblemStepInput {
  @Field(() => ProblemStatus.enum, { description: 'SOLVED or UNSOLVABLE.' })
  status!: ProblemStatus;
  @Field(() => String, { description: 'What came of it.' })
  @Line(1_000)
  outcome!: string;
  @Field(() => Day, {
    nullable: true,
    description:
      'The day it was closed; today where it is absent. Not in the future, nor before it was found.',
  })
  closedOn?: string | null;
}

@InputType({ description: 'A closed problem that is none the better for it.' })
export class ReopenProblemInput extends ProblemStepInput {
  @Field(() => String, { description: 'Why.' })
  @Line(1_000)
  reason!: string;
}
