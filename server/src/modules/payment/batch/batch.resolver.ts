import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  AddPaymentsInput,
  CreatePaymentBatchInput,
  PayBatchAgainInput,
  PaymentBatchStepInput,
  SendBackPaymentBatchInput,
  StopPaymentInput,
} from '#schema/payment/payment.type.ts';
import { paymentBatchEntity } from './batch.entity.ts';
import { addPayments, createPaymentBatch } from './batch.service.ts';
import { payBatchAgain } from './correction.service.ts';
import { paymentEntity } from './payment.entity.ts';
import {
  acknowledgePaymentBatch,
  approvePaymentBatch,
  checkPaymentBatch,
  sendBackPaymentBatch,
  sendPaymentBatch,
  stopPayment,
} from './steps.service.ts';

const paymentBatch = { entity: paymentBatchEntity, description: 'The batch as it is now.' };
const payments = { entity: paymentEntity, description: 'The payments it added.', list: true };
const payment = { entity: paymentEntity, description: 'The payment as it is now.' };

const CreatePaymentBatchPayload = definePayload('CreatePaymentBatch', 'What `createPaymentBatch` left.', {
  paymentBatch,
});
const AddPaymentsPayload = definePayload('AddPayments', 'What `addPayments` left.', {
  paymentBatch,
  payments,
});
const CheckPaymentBatchPayload = definePayload('CheckPaymentBatch', 'What `checkPaymentBatch` left.', {
  paymentBatch,
});
const ApprovePaymentBatchPayload = definePayload('ApprovePaymentBatch', 'What `approvePaymentBatch` left.', {
  paymentBatch,
});
const SendPaymentBatchPayload = definePayload('SendPaymentBatch', 'What `sendPaymentBatch` left.', {
  paymentBatch,
});
const AcknowledgePaymentBatchPayload = definePayload(
  'AcknowledgePaymentBatch',
  'What `acknowledgePaymentBatch` left.',
  { paymentBatch },
);
const SendBackPaymentBatchPayload = definePayload(
  'SendBackPaymentBatch',
  'What `sendBackPaymentBatch` left.',
  { paymentBatch },
);
const StopPaymentPayload = definePayload('StopPayment', 'What `stopPayment` left.', {
  payment,
  paymentBatch,
});
const PayBatchAgainPayload = definePayload('PayBatchAgain', 'What `payBatchAgain` left.', {
  paymentBatch,
  payments,
});

@Resolver()
export class PaymentBatchResolver {
  @Allow('payment.write')
  @Mutation(() => CreatePaymentBatchPayload, {
    description: 'Begins a batch. Whoever makes it adds its rows, and nobody else does.',
  })
  createPaymentBatch(
    @Ctx() ctx: Context,
    @Arg('input', () => CreatePaymentBatchInput, { description: 'The batch.' })
    input: CreatePaymentBatchInput,
  ) {
    return createPaymentBatch(ctx, input);
  }

  @Allow('payment.write')
  @Mutation(() => AddPaymentsPayload, {
    description: 'Adds rows to a draft, all of them or none; each person once.',
  })
  addPayments(
    @Ctx() ctx: Context,
    @Arg('input', () => AddPaymentsInput, { description: 'The rows.' }) input: AddPaymentsInput,
  ) {
    return addPayments(ctx, input);
  }

  @Allow('payment.check')
  @Mutation(() => CheckPaymentBatchPayload, {
    description: 'The township has checked the rows; not by who made them.',
  })
  checkPaymentBatch(
    @Ctx() ctx: Context,
    @Arg('input', () => PaymentBatchStepInput, { description: 'The batch, a draft.' })
    input: PaymentBatchStepInput,
  ) {
    return checkPaymentBatch(ctx, input);
  }

  @Allow('payment.approve')
  @Mutation(() => ApprovePaymentBatchPayload, {
    description: 'The county approves the batch; not by who made or checked it.',
  })
  approvePaymentBatch(
    @Ctx() ctx: Context,
    @Arg('input', () => PaymentBatchStepInput, { description: 'The batch, checked.' })
    input: PaymentBatchStepInput,
  ) {
    return approvePaymentBatch(ctx, input);
  }

  @Allow('payment.send')
  @Mutation(() => SendPaymentBatchPayload, {
    description: 'Makes the file for the bank; not by anybody who made, checked or approved it.',
  })
  sendPaymentBatch(
    @Ctx() ctx: Context,
    @Arg('input', () => PaymentBatchStepInput, { description: 'The batch, approved.' })
    input: PaymentBatchStepInput,
  ) {
    return sendPaymentBatch(ctx, input);
  }

  @Allow('payment.approve')
  @Mutation(() => AcknowledgePaymentBatchPayload, {
    description: 'A person acknowledges what became of each row; not by who sent it.',
  })
  acknowledgePaymentBatch(
    @Ctx() ctx: Context,
    @Arg('input', () => PaymentBatchStepInput, { description: 'The batch, sent.' })
    input: PaymentBatchStepInput,
  ) {
    return acknowledgePaymentBatch(ctx, input);
  }

  @Allow('payment.check')
  @Mutation(() => SendBackPaymentBatchPayload, {
    description: 'Gives a batch that was not sent back to who made it.',
  })
  sendBackPaymentBatch(
    @Ctx() ctx: Context,
    @Arg('input', () => SendBackPaymentBatchInput, { description: 'Which one, and why.' })
    input: SendBackPaymentBatchInput,
  ) {
    return sendBackPaymentBatch(ctx, input);
  }

  @Allow('payment.write')
  @Mutation(() => StopPaymentPayload, { description: 'Takes a payment out of a batch before it is sent.' })
  stopPayment(
    @Ctx() ctx: Context,
    @Arg('input', () => StopPaymentInput, { description: 'Which one, and why.' }) input: StopPaymentInput,
  ) {
    return stopPayment(ctx, input);
  }

  @Allow('payment.write')
  @Mutation(() => PayBatchAgainPayload, {
    description:
      'Makes a batch of what failed or came back: the same persons, never more than it was, each payment once.',
  })
  payBatchAgain(
    @Ctx() ctx: Context,
    @Arg('input', () => PayBatchAgainInput, { description: 'Of which batch.' })
    input: PayBatchAgainInput,
  ) {
    return payBatchAgain(ctx, input);
  }
}
