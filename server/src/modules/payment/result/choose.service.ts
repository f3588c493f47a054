import { paymentBatchEntity } from '#modules/payment/batch/batch.entity.ts';
import { paymentEntity } from '#modules/payment/batch/payment.entity.ts';
import { settlePayments } from '#modules/payment/batch/settle.service.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { globalId } from '#platform/core/ids.ts';
import { countyKeyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { update } from '#platform/write/write.ts';
import type { ChoosePaymentInput } from '#schema/payment/result.type.ts';
import type { Said } from '../layout/result-file.rules.ts';
import { nextStatus } from './match.rules.ts';
import { paymentResultRowEntity } from './result.entity.ts';
import { findPayment, findResultRow, isMeantByOther } from './result.queries.ts';

/** A person says which of several payments a row means; then it counts as if the bank had said so. */
export async function choosePayment(ctx: Context, input: ChoosePaymentInput) {
  const { countyCode, id } = countyKeyOf(paymentResultRowEntity, input.id, 'input.id');
  const chosen = countyKeyOf(paymentEntity, input.paymentId, 'input.paymentId');
  return command(
    ctx,
    'choosePayment',
    countyCode,
    input,
    async (work) => {
      const found = await findResultRow(work, { countyCode, id });
      if (!found) throw notFound('input.id');
      // The batch first, as everywhere: its payments change under its lock alone.
      const batchId = globalId('PaymentBatch', countyCode, found.batchId);
      const batch = await lockRow(work, paymentBatchEntity, batchId, 'input.id', 'payment.send');
      const row = await lockRow(work, paymentResultRowEntity, input.id, 'input.id', 'payment.send');
      if (row.result !== 'UNDECIDED')
        throw refuse('RESULT_ROW_DECIDED', { 'input.id': 'RESULT_ROW_DECIDED' });
      checkVersion(row, input.expectedVersion);
      const isCandidate = chosen.countyCode === countyCode && row.candidateIds.includes(chosen.id);
      const payment = isCandidate ? await findPayment(work, chosen) : undefined;
      if (!payment || !row.said) throw invalid({ 'input.paymentId': 'NOT_A_CANDIDATE' });
      if (await isMeantByOther(work, row, payment.id))
        throw refuse('DUPLICATE_IN_FILE', { 'input.paymentId': 'DUPLICATE_IN_FILE' });
      const said = row.said as Said;
      const next = nextStatus(payment.status, said);
      if (next === null) throw refuse('RESULT_CONTRADICTS', { 'input.paymentId': 'RESULT_CONTRADICTS' });
      const isNew = next !== payment.status;
      if (isNew) await settlePayments(work, batch, [{ payment, to: said, ...row, resultFileId: row.fileId }]);
      const changes = {
        result: isNew ? 'APPLIED' : 'UNCHANGED',
        paymentId: payment.id,
        chosenBy: work.viewer?.userId ?? null,
        chosenAt: work.clock.now().toISOString(),
      };
      await update(work, paymentResultRowEntity, row, changes, { action: 'choosePayment' });
      return { resultRow: [countyCode, id], paymentBatch: [countyCode, batch.id] };
    },
    { needsClientMutationId: true },
  );
}
