import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { uploadOf } from '#modules/imports/batch/upload-of.ts';
import { paymentBatchEntity } from '#modules/payment/batch/batch.entity.ts';
import {
  type BatchRow,
  findBatchNumbered,
  type PaymentRow,
  paymentsOf,
} from '#modules/payment/batch/batch.queries.ts';
import { settlePayments } from '#modules/payment/batch/settle.service.ts';
import { resultLines } from '#modules/payment/layout/bank-file.ts';
import { findLayout, findLayoutNamed, layoutsInUse } from '#modules/payment/layout/bank-layout.queries.ts';
import type { Layout } from '#modules/payment/layout/layout.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { sendMany } from '#platform/write/many.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { insert } from '#platform/write/write.ts';
import type { ReceivePaymentResultInput } from '#schema/payment/result.type.ts';
import { maskAccount } from '#schema/person/mask.ts';
import { paymentResultFileEntity, paymentResultRowEntity } from './result.entity.ts';
import { findFile } from './result.queries.ts';
import { outcomesOf, type ResultFile, type ResultReport, type RowOutcome, reportOf } from './work-out.ts';

const mostBytes = 20 * 1024 * 1024;

/** Takes in a file that was uploaded. */
export async function receivePaymentResult(ctx: Context, input: ReceivePaymentResultInput) {
  const countyCode = countyOf(paymentBatchEntity, input.paymentBatchId, 'input.paymentBatchId');
  const upload = await uploadOf(ctx, countyCode, input.fileId);
  const file = { fileName: upload.fileName, bytes: await ctx.storage.read(upload.storageKey) };
  return command(
    ctx,
    'receivePaymentResult',
    countyCode,
    input,
    async (work) => {
      const batch = await lockSent(work, input.paymentBatchId);
      const { fileId } = await takeIn(work, batch, await layoutOf(work, batch), file);
      return { paymentBatch: [countyCode, batch.id], resultFile: [countyCode, fileId] };
    },
    { needsClientMutationId: true },
  );
}

export interface ResultImport {
  readonly countyCode: string;
  /** Number of the batch; absent: the one that the file names. */
  readonly batch?: string;
  /** Name of the layout; absent: that of the batch. */
  readonly layout?: string;
  readonly dryRun: boolean;
}

/** The same from the command line; with `dryRun` nothing is written. */
export function importPaymentResult(
  ctx: Context,
  { countyCode, batch: number, layout: name, dryRun }: ResultImport,
  file: ResultFile,
): Promise<ResultReport> {
  if (file.bytes.length > mostBytes) throw invalid({ file: 'FILE_TOO_LARGE' });
  return withTransaction(ctx, async (work) => {
    const named = name === undefined ? undefined : await findLayoutNamed(work, countyCode, name);
    if (name !== undefined && !named) throw notFound('layout');
    const layouts = named ? [named] : await layoutsInUse(work, countyCode);
    const found = number
      ? await findBatchNumbered(work, countyCode, number)
      : await batchNamedIn(work, countyCode, layouts, file);
    if (!found) throw invalid({ batch: number ? 'BATCH_UNKNOWN' : 'REQUIRED_MISSING' });
    const batch = await lockSent(work, globalId('PaymentBatch', countyCode, found.id));
    const layout = named ?? (await layoutOf(work, batch));
    if (!dryRun) return (await takeIn(work, batch, layout, file)).report;
    const payments = await paymentsOf(work, batch);
    const isKnown = (await findFile(work, batch, hashOf(file))) !== undefined;
    return reportOf(batch, payments, await outcomesOf(work, batch, payments, layout, file), isKnown);
  });
}

/** The batch whose number stands in the column for it, by one of the layouts. */
async function batchNamedIn(
  work: WorkContext,
  countyCode: string,
  layouts: readonly Layout[],
  { bytes, fileName }: ResultFile,
) {
  for (const layout of layouts) {
    const column = layout.resultColumns.indexOf('BATCH_NUMBER');
    if (column < 0) continue;
    const lines = await resultLines(layout, bytes, fileName).catch(() => []);
    const [first] = lines.slice(layout.resultHeader ? 1 : 0);
    const found = await findBatchNumbered(work, countyCode, first?.cells[column] ?? '');
    if (found) return found;
  }
  return undefined;
}

const hashOf = ({ bytes }: ResultFile): string => createHash('sha256').update(bytes).digest('hex');

/** Returns come after a batch was acknowledged too. */
async function lockSent(work: WorkContext, id: string): Promise<BatchRow> {
  const path = 'input.paymentBatchId';
  const batch = await lockRow(work, paymentBatchEntity, id, path, 'payment.send');
  if (!['SENT', 'RECONCILED'].includes(batch.status))
    throw refuse('BATCH_STATUS', { [path]: 'BATCH_STATUS' });
  return batch;
}

async function layoutOf(work: WorkContext, batch: BatchRow): Promise<Layout> {
  const layout = await findLayout(work, batch.countyCode, batch.layoutId);
  if (!layout) throw new Error('a batch without its layout');
  return layout;
}

/** All of a file or, where it is refused as a whole or known already, nothing. */
async function takeIn(work: WorkContext, batch: BatchRow, layout: Layout, file: ResultFile) {
  const payments = await paymentsOf(work, batch);
  const outcomes = await outcomesOf(work, batch, payments, layout, file);
  const fileHash = hashOf(file);
  const known = await findFile(work, batch, fileHash);
  const report = reportOf(batch, payments, outcomes, known !== undefined);
  if (known) return { fileId: known.id, report };
  const fileId = newId();
  const storageKey = `results/${fileId}${extname(file.fileName).toLowerCase() || '.txt'}`;
  await work.storage.put(storageKey, Readable.from([Buffer.from(file.bytes)], { objectMode: false }));
  const { countyCode, id: batchId } = batch;
  const facts = { fileName: file.fileName, fileHash, storageKey, total: outcomes.length };
  const row = {
    ...{ countyCode, id: fileId, batchId, ...facts },
    receivedOn: today(work.clock),
    recordedAt: work.clock.now().toISOString(),
    recordedBy: work.viewer?.userId ?? null,
  };
  await insert(work, paymentResultFileEntity, row, { action: 'receivePaymentResult' });
  const rows = outcomes.map((outcome) => rowOf(outcome, { countyCode, fileId, batchId }));
  sendMany(work, paymentResultRowEntity, rows, { auditedAs: 'PaymentResultFile' });
  await apply(work, batch, payments, outcomes, fileId);
  return { fileId, report };
}

function rowOf({ row, matched }: RowOutcome, of: { countyCode: string; fileId: string; batchId: string }) {
  return {
    ...of,
    id: newId(),
    rowNumber: row.rowNumber,
    payeeName: row.payeeName.slice(0, 100) || null,
    accountMasked: row.account ? maskAccount(row.account) : null,
    amount: row.amount,
    said: row.said,
    reason: row.reason.slice(0, 200) || null,
    paidOn: row.paidOn,
    bankSerial: row.bankSerial.slice(0, 60) || null,
    result: matched.outcome,
    code: matched.outcome === 'REFUSED' ? matched.code : null,
    paymentId: 'paymentId' in matched ? matched.paymentId : null,
    candidateIds: matched.outcome === 'UNDECIDED' ? [...matched.candidateIds] : [],
  };
}

async function apply(
  work: WorkContext,
  batch: BatchRow,
  payments: readonly PaymentRow[],
  outcomes: readonly RowOutcome[],
  resultFileId: string,
): Promise<void> {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const settled = outcomes.flatMap(({ row, matched }) => {
    const payment = matched.outcome === 'APPLIED' ? byId.get(matched.paymentId) : undefined;
    return payment && matched.outcome === 'APPLIED'
      ? [{ payment, to: matched.to, ...row, resultFileId }]
      : [];
  });
  await settlePayments(work, batch, settled);
}
