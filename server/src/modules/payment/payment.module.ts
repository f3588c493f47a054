import { sealedPoint } from '#modules/household/member/reveal.service.ts';
import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { bankAccountEntity, bankAccountExtensions } from './account/bank-account.entity.ts';
import { BankAccountResolver } from './account/bank-account.resolver.ts';
import { sealedAccount } from './account/bank-account.service.ts';
import { batchExtensions, paymentBatchEntity } from './batch/batch.entity.ts';
import { PaymentBatchResolver } from './batch/batch.resolver.ts';
import { paymentEntity, paymentEventEntity, paymentExtensions } from './batch/payment.entity.ts';
import { bankLayoutEntity } from './layout/bank-layout.entity.ts';
import { BankLayoutResolver } from './layout/bank-layout.resolver.ts';
import { addPaymentRoutes } from './payment.http.ts';
import { paymentResultFileEntity, paymentResultRowEntity, resultExtensions } from './result/result.entity.ts';
import { PaymentResultResolver } from './result/result.resolver.ts';

export const paymentModule = defineModule({
  name: 'payment',
  entities: [
    bankAccountEntity,
    bankLayoutEntity,
    paymentBatchEntity,
    paymentEntity,
    paymentEventEntity,
    paymentResultFileEntity,
    paymentResultRowEntity,
  ],
  extensions: [...bankAccountExtensions, ...paymentExtensions, ...batchExtensions, ...resultExtensions],
  resolvers: [BankAccountResolver, BankLayoutResolver, PaymentBatchResolver, PaymentResultResolver],
  provides: [sealedPoint.with({ type: 'BankAccount', field: 'BANK_ACCOUNT', find: sealedAccount })],
  routes: (http, { contextOf }) => addPaymentRoutes(http, contextOf),
  constraints: {
    bank_account_current: constraintMeans('ALREADY_EXISTS', 'input.memberId'),
    bank_layout_name: constraintMeans('ALREADY_EXISTS', 'input.name', 'input.countyCode'),
    payment_person: constraintMeans('PERSON_TWICE_IN_BATCH', 'input.rows', 'input.paymentBatchId'),
    payment_corrected: constraintMeans('PAYMENT_CORRECTED', 'input.rows', 'input.paymentBatchId'),
    payment_batch_persons: constraintMeans('MAKER_IS_CHECKER', 'input.id'),
  },
});
