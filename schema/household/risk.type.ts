import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Rule, Text } from '../checks.ts';
import { Day } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'A risk of falling into poverty, open or ended.' })
export class HouseholdRisk extends Node {
  @Field(() => RiskKind.enum, { description: 'What the risk is.' })
  kind!: RiskKind;
  @Field(() => RiskStatus.enum, { description: 'Open, or how it ended.' })
  status!: RiskStatus;
  @Field(() => Day, { description: 'When it was identified.' })
  identifiedOn!: string;
  @Field(() => Day, {
    nullable: true,
    description: 'When it was found to have ended; null while it is open.',
  })
  eliminatedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks.' })
  note!: string | null;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({
  description: 'A risk of a household. A kind that ended before may be identified again: it is a new risk.',
})
export class AddRiskInput extends MutationInput {
  @Field(() => ID, { description: 'The household; at most five of its risks are open at once.' })
  householdId!: string;
  @Field(() => RiskKind.enum, { description: 'What the risk is.' })
  kind!: RiskKind;
  @Field(() => Day, { description: 'When it was identified; not in the future.' })
  identifiedOn!: string;
  @Field(() => String, { nullable: true, description: 'Remarks.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'The end of a risk.' })
export class EliminateRiskInput extends MutationInput {
  @Field(() => ID, { description: 'The risk, open.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => RiskStatus.enum, { description: 'How it ended: by help or by itself.' })
  @Rule('CODE_UNKNOWN', (status: string) => status !== 'OPEN')
  status!: RiskStatus;
  @Field(() => Day, { description: 'When; not in the future, nor before it was identified.' })
  eliminatedOn!: string;
  @Field(() => String, { nullable: true, description: 'Remarks; absent: as they were.' })
  @Text(500)
  note?: string | null;
}

@InputType({ description: 'Takes a wrong elimination back (回退): the same risk is open again.' })
export class RollBackEliminationInput extends MutationInput {
  @Field(() => ID, { description: 'The risk, ended.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why it was wrong.' })
  @Line(500)
  reason!: string;
}
