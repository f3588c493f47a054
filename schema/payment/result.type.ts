import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PaymentStatus, ResultOutcome } from '#schema/codes/money/payment.codes.ts';
import { Node } from '#schema/node/node.type.ts';
import { expectedVersion, MutationInput } from '../checks.ts';
import { Day, Instant, Money } from '../scalars.ts';

@ObjectType({ implements: Node, description: 'A file of results of a bank, as it was taken in.' })
export class PaymentResultFile extends Node {
  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;
  @Field(() => Int, { description: 'Rows.' })
  total!: number;
  @Field(() => Day, { description: 'The day it was taken in.' })
  receivedOn!: string;
  @Field(() => Instant, { description: 'When it was taken in.' })
  recordedAt!: string;
}

@ObjectType({ implements: Node, description: 'A row of a file of results, and what became of it.' })
export class PaymentResultRow extends Node {
  @Field(() => Int, { description: 'Its line in the file.' })
  rowNumber!: number;
  @Field(() => String, { nullable: true, description: 'Name, as the bank writes it.' })
  payeeName!: string | null;
  @Field(() => String, { nullable: true, description: 'Account, masked.' })
  accountMasked!: string | null;
  @Field(() => Money, { nullable: true, description: 'Amount; null where it is none.' })
  amount!: bigint | null;
  @Field(() => PaymentStatus.enum, {
    nullable: true,
    description: 'What the bank says: paid, failed or returned.',
  })
  said!: PaymentStatus | null;
  @Field(() => String, { nullable: true, description: 'Reason of the bank.' })
  reason!: string | null;
  @Field(() => Day, { nullable: true, description: 'Day of payment.' })
  paidOn!: string | null;
  @Field(() => ResultOutcome.enum, { description: 'What became of the row.' })
  result!: ResultOutcome;
  @Field(() => String, { nullable: true, description: 'Code of the error for which it was refused.' })
  code!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When a person chose the payment.' })
  chosenAt!: string | null;
  @Field(() => Int, { description: 'Raised at each edit; send it back as `expectedVersion`.' })
  version!: number;
}

@InputType({ description: 'A file of results that was uploaded.' })
export class ReceivePaymentResultInput extends MutationInput {
  @Field(() => ID, { description: 'The batch, sent.' })
  paymentBatchId!: string;
  @Field(() => ID, { description: 'The file, uploaded by `POST /files`.' })
  fileId!: string;
}

@InputType({ description: 'Which payment a row of a file of results means.' })
export class ChoosePaymentInput extends MutationInput {
  @Field(() => ID, { description: 'The row, to be chosen for.' })
  id!: string;
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
  @Field(() => ID, { description: 'One of its candidates.' })
  paymentId!: string;
}
