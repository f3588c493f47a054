import { Readable } from 'node:stream';
import { requireStepUp } from '#modules/identity/second-factor/step-up/step-up.service.ts';
import { endingOf } from '#modules/payment/layout/bank-file.ts';
import type { Layout } from '#modules/payment/layout/layout.ts';
import { requireUnrestricted } from '#platform/access/allow.ts';
import { purposeIn } from '#platform/access/purpose.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, notFound } from '#platform/core/errors.ts';
import { newId, parseGlobalId } from '#platform/core/ids.ts';
import { lockRow } from '#platform/write/lock.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { paymentBatchEntity } from './batch.entity.ts';

/** Keeps the file for the bank, sealed like all files. It is written before the batch says that it is there. */
export async function keepBankFile(work: WorkContext, layout: Layout, bytes: Buffer): Promise<string> {
  const key = `bank/${newId()}.${endingOf(layout)}`;
  await work.storage.put(key, Readable.from([bytes], { objectMode: false }));
  return key;
}

/** The file of a batch that was sent, for who sends; each download is on record. It holds whole account numbers. */
export async function bankFileOf(ctx: Context, id: string, body: unknown) {
  if (!ctx.viewer) throw new AppError('UNAUTHENTICATED');
  requireUnrestricted(ctx.viewer);
  if (parseGlobalId(id)?.type !== 'PaymentBatch') throw notFound('id');
  const purpose = purposeIn(body);
  await requireStepUp(ctx);
  return withTransaction(ctx, async (work) => {
    const batch = await lockRow(work, paymentBatchEntity, id, 'id', 'payment.send');
    if (!batch.sentFileKey) throw notFound('id');
    auditAct(work, paymentBatchEntity, batch, {
      action: 'downloadBankFile',
      after: { number: batch.number, purpose },
    });
    const ending = batch.sentFileKey.split('.').at(-1) ?? 'txt';
    return { storageKey: batch.sentFileKey, fileName: `${batch.number}.${ending}` };
  });
}
