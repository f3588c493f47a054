import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { ChoosePaymentInput, ReceivePaymentResultInput } from '#schema/payment/result.type.ts';
import { paymentBatchEntity } from '../batch/batch.entity.ts';
import { choosePayment } from './choose.service.ts';
import { paymentResultFileEntity, paymentResultRowEntity } from './result.entity.ts';
import { receivePaymentResult } from './result.service.ts';

const paymentBatch = { entity: paymentBatchEntity, description: 'The batch as it is now.' };
const resultFile = { entity: paymentResultFileEntity, description: 'The file as it was taken in.' };
const resultRow = { entity: paymentResultRowEntity, description: 'The row as it is now.' };

const ReceivePaymentResultPayload = definePayload(
  'ReceivePaymentResult',
  'What `receivePaymentResult` left.',
  { resultFile, paymentBatch },
);
const ChoosePaymentPayload = definePayload('ChoosePayment', 'What `choosePayment` left.', {
  resultRow,
  paymentBatch,
});

@Resolver()
export class PaymentResultResolver {
  @Allow('payment.send')
  @Mutation(() => ReceivePaymentResultPayload, {
    description:
      'Takes in a file of results that was uploaded. The same file a second time changes nothing; one whose trailer does not fit is refused whole.',
  })
  receivePaymentResult(
    @Ctx() ctx: Context,
    @Arg('input', () => ReceivePaymentResultInput, { description: 'The file.' })
    input: ReceivePaymentResultInput,
  ) {
    return receivePaymentResult(ctx, input);
  }

  @Allow('payment.send')
  @Mutation(() => ChoosePaymentPayload, { description: 'Says which payment a row means that fits several.' })
  choosePayment(
    @Ctx() ctx: Context,
    @Arg('input', () => ChoosePaymentInput, { description: 'The choice.' }) input: ChoosePaymentInput,
  ) {
    return choosePayment(ctx, input);
  }
}
