import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AllocationStatus, AllocationTarget } from '#schema/codes/money/fund.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Text, Title } from '../../checks.ts';
import { Day, Instant, Money } from '../../scalars.ts';
import { Amount, amountRange } from './amount.ts';

@ObjectType({ implements: Node, description: 'A part of one line that is to be used for one thing (分配).' })
export class FundAllocation extends Node {
  @Field(() => AllocationTarget.enum, { description: 'What kind of thing it is for.' })
  target!: AllocationTarget;
  @Field(() => String, { description: 'What it is for, in words.' })
  title!: string;
  @Field(() => Money, { description: 'How much was asked for, and allocated where it is approved.' })
  amount!: bigint;
  @Field(() => String, { nullable: true, description: 'Number of the document by which it is allocated.' })
  documentNumber!: string | null;
  @Field(() => AllocationStatus.enum, { description: 'Proposed, or how it was decided.' })
  status!: AllocationStatus;
  @Field(() => Day, {
    nullable: true,
    description: 'The day for which it counts; null until it is approved.',
  })
  effectiveOn!: string | null;
  @Field(() => Instant, { description: 'When it was proposed.' })
  proposedAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When it was decided.' })
  decidedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected, or what was said of it.' })
  reason!: string | null;
  @Field(() => Int, { description: 'Raised at each change; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'A part of a line to be allocated; another person decides.' })
export class ProposeAllocationInput extends MutationInput {
  @Field(() => ID, { description: 'The line of a document, which is in the books.' })
  lineId!: string;
  @Field(() => AllocationTarget.enum, { description: 'What kind of thing it is for.' })
  target!: AllocationTarget;
  @Field(() => String, { description: 'What it is for, in words.' })
  @Title(100)
  title!: string;
  @Field(() => ID, { nullable: true, description: 'The project, for target PROJECT and no other.' })
  projectId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit, for target UNIT and no other.' })
  organizationId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the township, for target TOWNSHIP and no other.',
  })
  @Line(9)
  divisionCode?: string | null;
  @Field(() => Money, { description: amountRange })
  @Amount()
  amount!: bigint;
  @Field(() => String, { nullable: true, description: 'Number of the document by which it is allocated.' })
  @Line(100)
  documentNumber?: string | null;
}

@InputType({ description: 'The decision on an allocation, by another person than who proposed it.' })
export class DecideAllocationInput extends MutationInput {
  @Field(() => ID, { description: 'The allocation, proposed.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => Boolean, { description: 'True: the money is allocated; false: rejected.' })
  approved!: boolean;
  @Field(() => Day, { nullable: true, description: 'The day for which it counts; today where it is absent.' })
  effectiveOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Why; required where it is rejected.' })
  @Text(500)
  reason?: string | null;
}
