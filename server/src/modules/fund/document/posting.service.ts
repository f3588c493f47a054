import { today } from '#platform/core/clock.ts';
import type { WorkContext } from '#platform/core/context.ts';
import type { Trail } from '#platform/write/trail.ts';
import { contribute, takeBack } from '../ledger/contribution.service.ts';
import type { PathsOfPosting } from '../ledger/post.service.ts';
import { availableFrom, type DaysOfDocument } from './document-days.rules.ts';

interface PostedLine {
  readonly countyCode: string;
  readonly id: string;
  readonly fundId: string;
  readonly amount: bigint;
  readonly reissue?: string | null;
  readonly reducesId?: string | null;
}

/**
 * Whether a line belongs into the books: not where its money may be there already, nor a reduction of nobody knows what,
 * nor before the year of its money has begun.
 */
export const belongsInBooks = (
  { amount, reissue, reducesId }: Pick<PostedLine, 'amount' | 'reissue' | 'reducesId'>,
  document: DaysOfDocument,
  now: string,
): boolean =>
  (!reissue || reissue === 'OTHER_MONEY') &&
  (amount > 0n || Boolean(reducesId)) &&
  availableFrom(document, now) <= now;

/** Posts the money of a line where it belongs into the books: the id of the transfer, else null. */
export async function postLine(
  work: WorkContext,
  line: PostedLine,
  document: DaysOfDocument & { readonly number: string },
  trail: Trail,
  paths?: PathsOfPosting,
): Promise<string | null> {
  const now = today(work.clock);
  if (!belongsInBooks(line, document, now)) return null;
  const { countyCode, id, fundId, amount, reducesId } = line;
  const posting = { countyCode, effectiveOn: availableFrom(document, now), note: document.number };
  const transfer = reducesId
    ? await takeBack(work, 'REDUCTION', { ...posting, lineId: reducesId, amount: -amount }, trail, paths)
    : await contribute(work, { ...posting, fundId, lineId: id, amount }, trail, paths);
  return transfer.id;
}
