import { countyIsOpen } from '#modules/county/county.service.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, findRow } from '#platform/write/lock.ts';
import { requireOther, signedBy } from '#platform/write/money/acting.ts';
import { lockOrCreate } from '#platform/write/money/lock-or-create.ts';
import { insert, update } from '#platform/write/write.ts';
import type { Right } from '#schema/codes/rights.ts';
import type { CloseBooksInput, DecideReopeningInput, RequestReopeningInput } from '#schema/fund/book.type.ts';
import { holdBooks } from '../ledger/ledger.queries.ts';
import { bookEntity, bookEventEntity } from './book.entity.ts';
import { answerTo } from './book.queries.ts';
import { isMonthEnd } from './month-end.rules.ts';

const once = { needsClientMutationId: true };

/** The books of a county, locked: nothing is posted from here to the end of the transaction. */
async function lockBooks(work: WorkContext, countyCode: string, right: Right, path: string) {
  if (!reaches(reachOf(work.viewer, right), countyCode) || !(await countyIsOpen(work, countyCode)))
    throw notFound(path);
  await holdBooks(work.db, { countyCode });
  const [book] = await lockOrCreate(work, bookEntity, [{ countyCode }]);
  if (!book) throw notFound(path);
  return book;
}

const marked = (work: WorkContext) => {
  const { by, at } = signedBy(work);
  return { id: newId(), recordedBy: by, recordedAt: at };
};

export async function closeBooks(ctx: Context, input: CloseBooksInput) {
  const { countyCode, through } = input;
  const close = async (work: WorkContext) => {
    const book = await lockBooks(work, countyCode, 'fund.close', 'input.countyCode');
    if (!isMonthEnd(through)) throw invalid({ 'input.through': 'NOT_MONTH_END' });
    if (through >= today(ctx.clock)) throw invalid({ 'input.through': 'DATE_IN_FUTURE' });
    const formerlyThrough = book.closedThrough;
    if (formerlyThrough !== null && through <= formerlyThrough)
      throw refuse('PERIOD_CLOSED', { 'input.through': 'PERIOD_CLOSED' });
    await update(work, bookEntity, book, { closedThrough: through }, { auditedAs: 'FundBookEvent' });
    const event = { countyCode, kind: 'CLOSED', closedThrough: through, formerlyThrough, ...marked(work) };
    await insert(work, bookEventEntity, event, { action: 'closeBooks' });
    return { book: [countyCode] };
  };
  return command(ctx, 'closeBooks', countyCode, input, close, once);
}

/** Whether less is closed through one day than through another; null: nothing is closed. */
const isLess = (through: string | null, formerly: string | null): boolean =>
  formerly !== null && (through === null || through < formerly);

export async function requestReopening(ctx: Context, input: RequestReopeningInput) {
  const { countyCode } = input;
  const request = async (work: WorkContext) => {
    const book = await lockBooks(work, countyCode, 'fund.close', 'input.countyCode');
    const closedThrough = input.through ?? null;
    const formerlyThrough = book.closedThrough;
    if (closedThrough !== null && !isMonthEnd(closedThrough))
      throw invalid({ 'input.through': 'NOT_MONTH_END' });
    if (!isLess(closedThrough, formerlyThrough))
      throw refuse('PERIOD_OPEN', { 'input.through': 'PERIOD_OPEN' });
    const { reason } = input;
    const event = { kind: 'REOPENING_REQUESTED', closedThrough, formerlyThrough, reason, ...marked(work) };
    const made = await insert(
      work,
      bookEventEntity,
      { countyCode, ...event },
      { action: 'requestReopening' },
    );
    return { request: [countyCode, made.id], book: [countyCode] };
  };
  return command(ctx, 'requestReopening', countyCode, input, request, once);
}

export async function decideReopening(ctx: Context, input: DecideReopeningInput) {
  const path = 'input.requestId';
  const countyCode = countyOf(bookEventEntity, input.requestId, path);
  const decide = async (work: WorkContext) => {
    const request = await findRow(work, bookEventEntity, input.requestId, path, 'fund.approve');
    const book = await lockBooks(work, countyCode, 'fund.approve', path);
    if (request.kind !== 'REOPENING_REQUESTED' || (await answerTo(work, countyCode, request.id)))
      throw refuse('ALREADY_DECIDED', { [path]: 'ALREADY_DECIDED' });
    checkVersion(book, input.expectedVersion);
    requireOther(work, request.recordedBy, path);
    const { reason = null } = tidy({ reason: input.reason });
    if (!input.approved && reason === null) throw invalid({ 'input.reason': 'REQUIRED_MISSING' });
    const { closedThrough } = request;
    const formerlyThrough = book.closedThrough;
    if (input.approved && !isLess(closedThrough, formerlyThrough))
      throw refuse('PERIOD_OPEN', { [path]: 'PERIOD_OPEN' });
    const kind = input.approved ? 'REOPENED' : 'REOPENING_REFUSED';
    if (input.approved)
      await update(work, bookEntity, book, { closedThrough }, { auditedAs: 'FundBookEvent' });
    const left = input.approved ? closedThrough : formerlyThrough;
    const event = { countyCode, kind, closedThrough: left, formerlyThrough, reason, requestId: request.id };
    await insert(work, bookEventEntity, { ...event, ...marked(work) }, { action: 'decideReopening' });
    return { book: [countyCode] };
  };
  return command(ctx, 'decideReopening', countyCode, input, decide, once);
}
