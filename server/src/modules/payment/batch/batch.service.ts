import { divisionExists } from '#modules/division/division.service.ts';
import { memberEntity } from '#modules/household/member/member.entity.ts';
import { currentAccounts } from '#modules/payment/account/bank-account.queries.ts';
import { bankLayoutEntity } from '#modules/payment/layout/bank-layout.entity.ts';
import { findLayout } from '#modules/payment/layout/bank-layout.queries.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRow, lockRows } from '#platform/write/lock.ts';
import { insert } from '#platform/write/write.ts';
import type { ErrorCode, FieldErrors } from '#schema/codes/errors/error-codes.ts';
import type { AddPaymentsInput, CreatePaymentBatchInput } from '#schema/payment/payment.type.ts';
import { foldLine } from '#schema/text.ts';
import { paymentBatchEntity } from './batch.entity.ts';
import { type BatchRow, highestSerial, nextNumber, peopleIn } from './batch.queries.ts';
import { payeeFault } from './payee.rules.ts';
import { addRows, type SoundRow } from './rows.service.ts';

const needsId = { needsClientMutationId: true };

export async function createPaymentBatch(ctx: Context, input: CreatePaymentBatchInput) {
  const countyCode = input.divisionCode.slice(0, 6);
  return command(ctx, 'createPaymentBatch', countyCode, input, (work) => create(work, input), needsId);
}

async function create(work: WorkContext, { divisionCode, layoutId, purpose }: CreatePaymentBatchInput) {
  const countyCode = divisionCode.slice(0, 6);
  const isReached =
    /^\d{6}(\d{3})?$/.test(divisionCode) && reaches(reachOf(work.viewer, 'payment.write'), divisionCode);
  if (!isReached || !(await divisionExists(work, divisionCode))) throw notFound('input.divisionCode');
  const [layoutCounty = '', id = ''] = partsOfId(bankLayoutEntity, layoutId, 'input.layoutId');
  const layout = layoutCounty === countyCode ? await findLayout(work, countyCode, id) : undefined;
  if (!layout) throw notFound('input.layoutId');
  if (layout.toOn !== null) throw refuse('LAYOUT_ENDED', { 'input.layoutId': 'LAYOUT_ENDED' });
  const batch = await insertBatch(work, {
    countyCode,
    divisionCode,
    purpose: foldLine(purpose),
    layoutId: id,
  });
  return { paymentBatch: [countyCode, batch.id] };
}

interface NewBatch {
  readonly countyCode: string;
  readonly divisionCode: string;
  readonly purpose: string;
  readonly layoutId: string;
  readonly allocationId?: string | null;
  readonly correctsBatchId?: string;
}

/** A batch of its maker, who alone adds rows to it: so that nobody checks what they added themselves. */
export async function insertBatch(work: WorkContext, batch: NewBatch): Promise<BatchRow> {
  const { viewer, clock } = work;
  if (!viewer) throw notFound();
  const row = {
    ...batch,
    id: newId(),
    number: await nextNumber(work, batch.countyCode, today(clock)),
    madeBy: viewer.userId,
    createdAt: clock.now().toISOString(),
  };
  return insert(work, paymentBatchEntity, row, { action: 'createPaymentBatch' });
}

/** The batch as a draft of the viewer. */
export async function lockOwnDraft(work: WorkContext, id: string, path: string): Promise<BatchRow> {
  const batch = await lockRow(work, paymentBatchEntity, id, path, 'payment.write');
  if (batch.status !== 'DRAFT') throw refuse('BATCH_STATUS', { [path]: 'BATCH_STATUS' });
  if (batch.madeBy !== work.viewer?.userId) throw refuse('BATCH_OF_OTHER', { [path]: 'BATCH_OF_OTHER' });
  return batch;
}

export async function addPayments(ctx: Context, input: AddPaymentsInput) {
  const countyCode = countyOf(paymentBatchEntity, input.paymentBatchId, 'input.paymentBatchId');
  return command(
    ctx,
    'addPayments',
    countyCode,
    input,
    async (work) => {
      const batch = await lockOwnDraft(work, input.paymentBatchId, 'input.paymentBatchId');
      const rows = await soundRows(work, batch, input);
      const made = await addRows(work, batch, rows, {
        after: await highestSerial(work, batch),
        action: 'addPayments',
      });
      return { paymentBatch: [countyCode, batch.id], payments: made.map(({ id }) => [countyCode, id]) };
    },
    needsId,
  );
}

/** Checks all rows before any is written, so that all their faults are told at once. */
async function soundRows(
  work: WorkContext,
  batch: BatchRow,
  { rows }: AddPaymentsInput,
): Promise<SoundRow[]> {
  const asked = rows.map(({ memberId, payeeId, ...row }, at) => ({
    ...row,
    at,
    memberKey: partsOfId(memberEntity, memberId, `input.rows.${at}.memberId`),
    payeeKey: partsOfId(memberEntity, payeeId ?? memberId, `input.rows.${at}.payeeId`),
  }));
  const keys = new Map(
    asked.flatMap(({ memberKey, payeeKey }) => [memberKey, payeeKey]).map((key) => [key.join(':'), key]),
  );
  const people = new Map(
    (await lockRows(work, memberEntity, [...keys.values()], 'payment.write')).map((row) => [
      `${row.countyCode}:${row.id}`,
      row,
    ]),
  );
  const accounts = new Map(
    (
      await currentAccounts(
        work,
        batch.countyCode,
        [...people.values()].map(({ id }) => id),
      )
    ).map((account) => [account.memberId, account]),
  );
  const inBatch = await peopleIn(
    work,
    batch,
    [...people.values()].map(({ id }) => id),
  );
  const faults: Record<string, ErrorCode> = {};
  const sound = asked.flatMap(({ at, memberKey, payeeKey, amount, note }): SoundRow[] => {
    const [member, payee] = [people.get(memberKey.join(':')), people.get(payeeKey.join(':'))];
    const path = `input.rows.${at}`;
    const account = payee && accounts.get(payee.id);
    if (!member || member.countyCode !== batch.countyCode) faults[`${path}.memberId`] = 'NOT_FOUND';
    else if (!member.villageCode.startsWith(batch.divisionCode))
      faults[`${path}.memberId`] = 'PERSON_ELSEWHERE';
    else if (inBatch.has(member.id)) faults[`${path}.memberId`] = 'PERSON_TWICE_IN_BATCH';
    else if (!payee) faults[`${path}.payeeId`] = 'NOT_FOUND';
    else {
      inBatch.add(member.id);
      const fault = payeeFault(member, payee) ?? (account ? null : 'ACCOUNT_MISSING');
      if (fault) faults[`${path}.payeeId`] = fault;
      if (!fault && account) return [{ member, payee, account, amount, note }];
    }
    return [];
  });
  refuseFaults(faults);
  return sound;
}

function refuseFaults(faults: FieldErrors): void {
  if (Object.keys(faults).length > 0) throw invalid(faults);
}
