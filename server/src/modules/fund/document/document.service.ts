import { countyIsOpen } from '#modules/county/county.service.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { insert, update } from '#platform/write/write.ts';
import type { FieldErrors } from '#schema/codes/errors/error-codes.ts';
import type {
  AddFundLinesInput,
  RecordFundDocumentInput,
  UpdateFundDocumentInput,
} from '#schema/fund/document.input.ts';
import { documentNumberOf } from '#schema/fund/document-number.ts';
import { foldLine } from '#schema/text.ts';
import { fundDocumentEntity } from './document.entity.ts';
import { type DaysOfDocument, faultsOfDays } from './document-days.rules.ts';
import { makeLines } from './line.service.ts';

const needsClientMutationId = true;

export async function recordFundDocument(ctx: Context, input: RecordFundDocumentInput) {
  const { countyCode, kind, budgetYear, issuedOn = null, receivedOn = null } = input;
  const run = async (work: Parameters<typeof makeLines>[0]) => {
    if (!reaches(reachOf(ctx.viewer, 'fund.write'), countyCode) || !(await countyIsOpen(work, countyCode)))
      throw notFound('input.countyCode');
    const days = { issuedOn, receivedOn, budgetYear, isEarly: input.isEarly ?? false };
    checkDays(days, today(ctx.clock));
    checkTotal(input);
    const row = {
      ...{ countyCode, id: newId(), kind, ...days },
      number: documentNumberOf(input.number),
      title: foldLine(input.title),
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.viewer?.userId ?? null,
    };
    const made = await insert(work, fundDocumentEntity, row, { action: 'recordFundDocument' });
    await makeLines(work, made, input.lines, { action: 'recordFundDocument' });
    return { fundDocument: [countyCode, made.id] };
  };
  return command(ctx, 'recordFundDocument', countyCode, input, run, { needsClientMutationId });
}

export async function updateFundDocument(ctx: Context, input: UpdateFundDocumentInput) {
  const countyCode = countyOf(fundDocumentEntity, input.id, 'input.id');
  return command(ctx, 'updateFundDocument', countyCode, input, async (work) => {
    const before = await lockRow(work, fundDocumentEntity, input.id, 'input.id', 'fund.write');
    checkVersion(before, input.expectedVersion);
    const { issuedOn = before.issuedOn, receivedOn = before.receivedOn, title } = input;
    checkDays({ ...before, issuedOn, receivedOn }, today(ctx.clock));
    const changes = { issuedOn, receivedOn, title: title ? foldLine(title) : title };
    await edit(work, fundDocumentEntity, before, changes, { action: 'updateFundDocument' });
    return { fundDocument: [countyCode, before.id] };
  });
}

export async function addFundLines(ctx: Context, input: AddFundLinesInput) {
  const countyCode = countyOf(fundDocumentEntity, input.documentId, 'input.documentId');
  const run = async (work: Parameters<typeof makeLines>[0]) => {
    const before = await lockRow(
      work,
      fundDocumentEntity,
      input.documentId,
      'input.documentId',
      'fund.write',
    );
    checkVersion(before, input.expectedVersion);
    // Raises the version, so that of two who add the same lines at once the second is told.
    const document = await update(
      work,
      fundDocumentEntity,
      before,
      { title: before.title },
      { action: 'addFundLines' },
    );
    await makeLines(work, document, input.lines, { action: 'addFundLines' });
    return { fundDocument: [countyCode, before.id] };
  };
  return command(ctx, 'addFundLines', countyCode, input, run, { needsClientMutationId });
}

function checkDays(days: DaysOfDocument, now: string): void {
  const faults: Record<string, FieldErrors[string]> = {};
  for (const { field, code } of faultsOfDays(days)) faults[`input.${field}`] = code;
  for (const field of ['issuedOn', 'receivedOn'] as const)
    if ((days[field] ?? now) > now) faults[`input.${field}`] = 'DATE_IN_FUTURE';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

const TEN_THOUSAND = 10_000n;

/** A total that is a 10,000th of the lines, or the reverse, was written in the other unit. */
function checkTotal({ total, lines }: RecordFundDocumentInput): void {
  if (total === null || total === undefined) return;
  const sum = lines.reduce((all, { amount }) => all + amount, 0n);
  if (total === sum) return;
  const isOtherUnit = total * TEN_THOUSAND === sum || sum * TEN_THOUSAND === total;
  throw invalid({ 'input.total': isOtherUnit ? 'UNIT_DOUBTFUL' : 'SUM_MISMATCH' });
}
