import { createHash } from 'node:crypto';
import { currentAccounts } from '#modules/payment/account/bank-account.queries.ts';
import { bankFile } from '#modules/payment/layout/bank-file.ts';
import { findLayout } from '#modules/payment/layout/bank-layout.queries.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { countyKeyOf, countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { updateMany } from '#platform/write/many.ts';
import { signedBy } from '#platform/write/money/acting.ts';
import { update } from '#platform/write/write.ts';
import type {
  PaymentBatchStepInput,
  SendBackPaymentBatchInput,
  StopPaymentInput,
} from '#schema/payment/payment.type.ts';
import { keepBankFile } from './bank-file.service.ts';
import { paymentBatchEntity } from './batch.entity.ts';
import {
  type BatchRow,
  lockBatchOf,
  membersNow,
  type PaymentRow,
  paymentsOf,
  undecidedIn,
} from './batch.queries.ts';
import { accountFault, payeeFault } from './payee.rules.ts';
import { paymentEntity } from './payment.entity.ts';
import { accountOf, noteSteps } from './rows.service.ts';
import { type StepName, stepRefusal, stepRules } from './steps.rules.ts';

const needsId = { needsClientMutationId: true };

type Act = (work: WorkContext, batch: BatchRow) => Promise<Partial<BatchRow>>;

/** A step of a batch: its row is locked, the step must be next, and the person another than at the steps before. */
function takeStep(ctx: Context, name: string, step: StepName, input: PaymentBatchStepInput, act: Act) {
  const countyCode = countyOf(paymentBatchEntity, input.id, 'input.id');
  const run = async (work: WorkContext) => {
    const batch = await lockRow(work, paymentBatchEntity, input.id, 'input.id', stepRules[step].right);
    const refusal = stepRefusal(batch, step, work.viewer?.userId ?? '');
    if (refusal) throw refusal;
    checkVersion(batch, input.expectedVersion);
    const changes = { ...(await act(work, batch)), status: stepRules[step].to };
    await update(work, paymentBatchEntity, batch, changes, { action: name });
    return { paymentBatch: [countyCode, batch.id] };
  };
  return command(ctx, name, countyCode, input, run, needsId);
}

export const checkPaymentBatch = (ctx: Context, input: PaymentBatchStepInput) =>
  takeStep(ctx, 'checkPaymentBatch', 'check', input, async (work, batch) => {
    await soundPayments(work, batch);
    const { by, at } = signedBy(work);
    return { checkedBy: by, checkedAt: at };
  });

export const approvePaymentBatch = (ctx: Context, input: PaymentBatchStepInput) =>
  takeStep(ctx, 'approvePaymentBatch', 'approve', input, async (work, batch) => {
    await soundPayments(work, batch);
    const { by, at } = signedBy(work);
    return { approvedBy: by, approvedAt: at };
  });

export const sendPaymentBatch = (ctx: Context, input: PaymentBatchStepInput) =>
  takeStep(ctx, 'sendPaymentBatch', 'send', input, async (work, batch) => {
    const payments = await soundPayments(work, batch);
    const layout = await findLayout(work, batch.countyCode, batch.layoutId);
    if (!layout) throw new Error('a batch without its layout');
    const rows = payments.map((payment) => ({ ...payment, account: accountOf(work, payment) }));
    const bytes = await bankFile(layout, batch, rows);
    const sentFileKey = await keepBankFile(work, layout, bytes);
    await become(work, batch, payments, 'SENT');
    const { by, at } = signedBy(work);
    const sentFileHash = createHash('sha256').update(bytes).digest('hex');
    return { sentBy: by, sentAt: at, sentFileKey, sentFileHash };
  });

/** Reconciled is what a person acknowledges, once each row has its outcome. */
export const acknowledgePaymentBatch = (ctx: Context, input: PaymentBatchStepInput) =>
  takeStep(ctx, 'acknowledgePaymentBatch', 'acknowledge', input, async (work, batch) => {
    const payments = await paymentsOf(work, batch);
    const isOpen = payments.some(({ status }) => status === 'SENT') || (await undecidedIn(work, batch)) > 0;
    if (isOpen) throw refuse('BATCH_OPEN', { 'input.id': 'BATCH_OPEN' });
    const { by, at } = signedBy(work);
    return { reconciledBy: by, reconciledAt: at };
  });

/** Changes the state of payments that are locked with their batch. */
async function become(
  work: WorkContext,
  { countyCode }: BatchRow,
  payments: readonly PaymentRow[],
  to: string,
) {
  const changes = payments.map((payment) => ({
    id: payment.id,
    before: payment,
    after: { id: payment.id, status: to },
  }));
  await updateMany(work, paymentEntity, countyCode, changes, { auditedAs: 'PaymentBatch' });
  noteSteps(
    work,
    payments.map((payment) => ({ payment, from: payment.status, to })),
  );
}

const mostFaultsTold = 500;

/** The payments that are planned, once each passes what is checked before money goes out; each fault names its row. */
async function soundPayments(work: WorkContext, batch: BatchRow): Promise<PaymentRow[]> {
  const payments = (await paymentsOf(work, batch)).filter(({ status }) => status === 'PLANNED');
  if (payments.length === 0) throw refuse('BATCH_EMPTY', { 'input.id': 'BATCH_EMPTY' });
  const { countyCode } = batch;
  const people = await membersNow(
    work,
    countyCode,
    payments.flatMap(({ memberId, payeeId }) => [memberId, payeeId]),
  );
  const accounts = await currentAccounts(
    work,
    countyCode,
    payments.map(({ payeeId }) => payeeId),
  );
  const accountOfPayee = new Map(accounts.map((account) => [account.memberId, account]));
  const faults = payments.flatMap(({ serial, memberId, payeeId, bankAccountId }) => {
    const code =
      payeeFault(people.get(memberId), people.get(payeeId)) ??
      accountFault(bankAccountId, accountOfPayee.get(payeeId));
    return code ? [{ serial, code }] : [];
  });
  if (faults.length > 0)
    throw refuse('BATCH_FAULTS', { 'input.id': 'BATCH_FAULTS' }, { rows: faults.slice(0, mostFaultsTold) });
  return payments;
}

export function sendBackPaymentBatch(ctx: Context, input: SendBackPaymentBatchInput) {
  const countyCode = countyOf(paymentBatchEntity, input.id, 'input.id');
  return command(ctx, 'sendBackPaymentBatch', countyCode, input, async (work) => {
    const batch = await lockRow(work, paymentBatchEntity, input.id, 'input.id', 'payment.check');
    if (!['CHECKED', 'APPROVED'].includes(batch.status))
      throw refuse('BATCH_STATUS', { 'input.id': 'BATCH_STATUS' });
    // What the county has approved the township does not take back.
    if (batch.status === 'APPROVED')
      await lockRow(work, paymentBatchEntity, input.id, 'input.id', 'payment.approve');
    checkVersion(batch, input.expectedVersion);
    const unsigned = { checkedBy: null, checkedAt: null, approvedBy: null, approvedAt: null };
    const { reason } = input;
    const trail = { action: 'sendBackPaymentBatch', facts: { reason } };
    await update(work, paymentBatchEntity, batch, { ...unsigned, status: 'DRAFT' }, trail);
    return { paymentBatch: [countyCode, batch.id] };
  });
}

export function stopPayment(ctx: Context, input: StopPaymentInput) {
  const { countyCode, id } = countyKeyOf(paymentEntity, input.id, 'input.id');
  return command(ctx, 'stopPayment', countyCode, input, async (work) => {
    const batch = await lockBatchOf(work, { countyCode, id });
    const before = await lockRow(work, paymentEntity, input.id, 'input.id', 'payment.write');
    if (!batch || before.status !== 'PLANNED')
      throw refuse('PAYMENT_NOT_PLANNED', { 'input.id': 'PAYMENT_NOT_PLANNED' });
    checkVersion(before, input.expectedVersion);
    const { reason } = input;
    await update(work, paymentEntity, before, { status: 'STOPPED', reason }, { action: 'stopPayment' });
    noteSteps(work, [{ payment: before, from: before.status, to: 'STOPPED', reason }]);
    return { payment: [countyCode, id], paymentBatch: [countyCode, batch.id] };
  });
}
