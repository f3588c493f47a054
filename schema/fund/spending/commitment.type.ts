import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CommitmentStatus } from '#schema/codes/money/fund.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, MutationInput, Text, Title } from '../../checks.ts';
import { Day, Money } from '../../scalars.ts';
import { Amount, amountRange } from './amount.ts';

@ObjectType({
  implements: Node,
  description:
    'Money of an allocation that is promised to somebody (支出承诺): frozen until it is paid or free again.',
})
export class FundCommitment extends Node {
  @Field(() => String, {
    description: 'To whom it is promised: a contractor, a unit, or a batch of payments.',
  })
  payee!: string;
  @Field(() => String, { nullable: true, description: 'What for, such as the number of a contract.' })
  purpose!: string | null;
  @Field(() => Money, { description: 'What was promised.' })
  amount!: bigint;
  @Field(() => Money, { description: 'What of it was disbursed or paid.' })
  settled!: bigint;
  @Field(() => Money, { description: 'What of it was not needed and is free again.' })
  released!: bigint;
  @Field(() => CommitmentStatus.enum, { description: 'Closed once nothing of it is left.' })
  status!: CommitmentStatus;
  @Field(() => Day, { description: 'When it was promised.' })
  committedOn!: string;
  @Field(() => Int, { description: 'Raised at each change; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'Money of an allocation to be promised and frozen.' })
export class CommitFundsInput extends MutationInput {
  @Field(() => ID, { description: 'The allocation, approved.' })
  allocationId!: string;
  @Field(() => String, { description: 'To whom it is promised.' })
  @Title(100)
  payee!: string;
  @Field(() => String, { nullable: true, description: 'What for, such as the number of a contract.' })
  @Text(500)
  purpose?: string | null;
  @Field(() => Money, { description: amountRange })
  @Amount()
  amount!: bigint;
}

@InputType({ description: 'What of a commitment is left is not needed: it is available again.' })
export class ReleaseCommitmentInput extends MutationInput {
  @Field(() => ID, { description: 'The commitment, open.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why.' })
  @Line(500)
  reason!: string;
}

@InputType({ description: 'Pays a part of a commitment, by another person than who made it.' })
export class SettleCommitmentInput extends MutationInput {
  @Field(() => ID, { description: 'The commitment, open.' })
  commitmentId!: string;
  @Field(() => Money, { description: `${amountRange} Not more than is left of the commitment.` })
  @Amount()
  amount!: bigint;
  @Field(() => Day, { description: 'The day for which it counts.' })
  effectiveOn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Who gets it; the payee of the commitment where it is absent.',
  })
  @Title(100)
  receiver?: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks.' })
  @Text(500)
  note?: string | null;
}

@InputType({
  description:
    'A part of the money of an allocation that goes one step further or back; which step is in the name of the mutation.',
})
export class MoveAllocatedInput extends MutationInput {
  @Field(() => ID, { description: 'The allocation, approved.' })
  allocationId!: string;
  @Field(() => Money, { description: amountRange })
  @Amount()
  amount!: bigint;
  @Field(() => Day, { description: 'The day for which it counts.' })
  effectiveOn!: string;
  @Field(() => String, { nullable: true, description: 'Who got it, or sent it back.' })
  @Title(100)
  receiver?: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks.' })
  @Text(500)
  note?: string | null;
}
