import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PaymentBatchStatus, PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, Line, ListOf, MutationInput, Rule, Text, Title } from '../checks.ts';
import { Day, Instant, Money } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description: 'A roster of people who are paid by one file for a bank, and how far it is.',
})
export class PaymentBatch extends Node {
  @Field(() => String, { description: 'Number, given by the system; the bank repeats it.' })
  number!: string;
  @Field(() => String, { description: 'What it is paid for, as it is printed in the passbook.' })
  purpose!: string;
  @Field(() => String, { description: 'Code of the county or township whose people are paid.' })
  divisionCode!: string;
  @Field(() => PaymentBatchStatus.enum, { description: 'How far it is.' })
  status!: PaymentBatchStatus;
  @Field(() => Instant, { description: 'When it was made.' })
  createdAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When the township checked it.' })
  checkedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When the county approved it.' })
  approvedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When the file for the bank was made.' })
  sentAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When its results were acknowledged.' })
  reconciledAt!: string | null;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ implements: Node, description: 'A payment to one person, in one state at any time.' })
export class Payment extends Node {
  @Field(() => Int, { description: 'Its number in the batch.' })
  serial!: number;
  @Field(() => String, { description: 'Who is entitled, by the name of the day it was planned.' })
  memberName!: string;
  @Field(() => String, { description: 'Whose account it goes to: the same person or the head.' })
  payeeName!: string;
  @Field(() => String, { description: 'The bank.' })
  bankName!: string;
  @Field(() => String, { description: 'Number of the account, masked: `****0018`.' })
  accountMasked!: string;
  @Field(() => Money, { description: 'Amount.' })
  amount!: bigint;
  @Field(() => PaymentStatus.enum, { description: 'What became of it.' })
  status!: PaymentStatus;
  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, came back or was stopped; null where none of this happened.',
  })
  reason!: string | null;
  @Field(() => Day, { nullable: true, description: 'When the bank paid it; null before.' })
  paidOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Serial of the bank.' })
  bankSerial!: string | null;
  @Field(() => String, { nullable: true, description: 'Remarks.' })
  note!: string | null;
  @Field(() => Instant, { description: 'When it was planned.' })
  createdAt!: string;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@ObjectType({ implements: Node, description: 'A state that a payment came to. Never changed.' })
export class PaymentEvent extends Node {
  @Field(() => PaymentStatus.enum, { nullable: true, description: 'The state before; null: it was planned.' })
  fromStatus!: PaymentStatus | null;
  @Field(() => PaymentStatus.enum, { description: 'The state it came to.' })
  toStatus!: PaymentStatus;
  @Field(() => Day, { description: 'The day it happened, as the bank says where it says so.' })
  happenedOn!: string;
  @Field(() => Money, { description: 'Amount.' })
  amount!: bigint;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
  @Field(() => Instant, { description: 'When it was recorded.' })
  recordedAt!: string;
}

@InputType({ description: 'A new, empty batch.' })
export class CreatePaymentBatchInput extends MutationInput {
  @Field(() => String, { description: 'The county or township whose people are paid.' })
  @Line(9)
  divisionCode!: string;
  @Field(() => String, {
    description: 'What for; at most 7 characters, since it is printed in the passbook.',
  })
  @Title(7)
  purpose!: string;
  @Field(() => ID, { description: 'How the files of the bank look.' })
  layoutId!: string;
}

@InputType({ description: 'A row of a roster.' })
export class PaymentRowInput {
  @Field(() => ID, { description: 'Who is entitled: a member of a household.' })
  memberId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Whose account it goes to: the same member or the head. Absent: the member.',
  })
  payeeId?: string | null;
  @Field(() => Money, { description: 'Amount, more than nothing.' })
  @Rule('AMOUNT_NOT_POSITIVE', (amount: bigint) => amount > 0n)
  amount!: bigint;
  @Field(() => String, { nullable: true, description: 'Remarks.' })
  @Text(200)
  note?: string | null;
}

@InputType({ description: 'Rows of a roster, all of them or none.' })
export class AddPaymentsInput extends MutationInput {
  @Field(() => ID, { description: 'The batch, a draft.' })
  paymentBatchId!: string;
  @Field(() => [PaymentRowInput], { description: 'The rows, at most 250 at once.' })
  @ListOf()
  rows!: PaymentRowInput[];
}

@InputType({ description: 'A step of a batch: checked, approved, sent or acknowledged.' })
export class PaymentBatchStepInput extends MutationInput {
  @Field(() => ID, { description: 'The batch.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}

@InputType({ description: 'A batch that goes back to whoever made it.' })
export class SendBackPaymentBatchInput extends PaymentBatchStepInput {
  @Field(() => String, { description: 'What is to be put right.' })
  @Line(200)
  reason!: string;
}

@InputType({ description: 'A payment that is not made.' })
export class StopPaymentInput extends MutationInput {
  @Field(() => ID, { description: 'The payment, planned and not sent.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why.' })
  @Line(200)
  reason!: string;
}

@InputType({ description: 'A payment that failed or came back, to be made again.' })
export class CorrectionRowInput {
  @Field(() => ID, { description: 'The payment that failed or came back.' })
  paymentId!: string;
  @Field(() => Money, { nullable: true, description: 'Amount, not more than it was; absent: the same.' })
  @Rule('AMOUNT_NOT_POSITIVE', (amount: bigint) => amount > 0n)
  amount?: bigint | null;
}

@InputType({
  description: 'A batch that pays again what failed or came back. Persons stay, amounts never grow.',
})
export class PayBatchAgainInput extends MutationInput {
  @Field(() => ID, { description: 'The batch with payments that failed or came back.' })
  paymentBatchId!: string;
  @Field(() => [CorrectionRowInput], {
    nullable: true,
    description: 'Which of them; absent: all that are not being paid again yet.',
  })
  @ListOf()
  rows?: CorrectionRowInput[] | null;
}
