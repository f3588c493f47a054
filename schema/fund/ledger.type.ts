import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { FundAccountKind, FundTransferKind } from '#schema/codes/money/fund.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { Line, MutationInput } from '../checks.ts';
import { Day, Instant, Money } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'Where money of a fund stands (账户); the balance is the sum of its entries.',
})
export class FundAccount extends Node {
  @Field(() => FundAccountKind.enum, { description: 'How far the money has come.' })
  kind!: FundAccountKind;
  @Field(() => Money, { description: 'Sum of the entries; below zero for a source alone.' })
  balance!: bigint;
  @Field(() => Money, {
    description: 'What open commitments hold of it; available is the balance without it.',
  })
  frozen!: bigint;
}

@ObjectType({
  implements: Node,
  description:
    'One movement of money (资金业务), told by two or more entries that sum to zero. Never changed: a mistake is reversed.',
})
export class FundTransfer extends Node {
  @Field(() => FundTransferKind.enum, { description: 'What it was.' })
  kind!: FundTransferKind;
  @Field(() => Day, { description: 'The day for which it counts; never in a closed period.' })
  effectiveOn!: string;
  @Field(() => Instant, { description: 'When it was put on record.' })
  recordedAt!: string;
  @Field(() => Money, { description: 'What was moved in all.' })
  amount!: bigint;
  @Field(() => String, { nullable: true, description: 'Who got the money, of payments and disbursements.' })
  receiver!: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks; of a reversal its reason.' })
  note!: string | null;
}

@ObjectType({
  implements: Node,
  description: 'What one transfer does to one account: a line of its statement (明细).',
})
export class FundEntry extends Node {
  @Field(() => Day, { description: 'The day for which it counts.' })
  effectiveOn!: string;
  @Field(() => Instant, { description: 'When it was put on record.' })
  recordedAt!: string;
  @Field(() => Money, { description: 'Added to the account; below zero: taken from it.' })
  amount!: bigint;
  @Field(() => Money, {
    description: 'What the account held afterwards, in the order in which entries were recorded.',
  })
  balance!: bigint;
}

@InputType({
  description: 'Takes one transfer back, whole: entries of the same amounts the other way, linked to it.',
})
export class ReverseTransferInput extends MutationInput {
  @Field(() => ID, { description: 'The transfer; no reversal, and not reversed before.' })
  transferId!: string;
  @Field(() => Day, {
    description: 'The day for which the reversal counts, not before that of the transfer.',
  })
  effectiveOn!: string;
  @Field(() => String, { description: 'Why it was wrong.' })
  @Line(500)
  reason!: string;
}
