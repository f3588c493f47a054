import type { Context } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { pageLimits } from '#platform/read/page/page.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { ChangeType } from '#schema/codes/change.codes.ts';
import { type ChangeCandidate, candidatesOf, type Found, resolveCandidates } from './candidates.ts';
import {
  beforeAll,
  type Cursor,
  lineMarkOf,
  type Position,
  readCursor,
  writeCursor,
} from './change.cursor.ts';
import type { FeedPosition } from './change.line.ts';
import { reachMark, typesFor, wholeReach } from './change.policy.ts';
import {
  beginEpoch,
  clearLines,
  clearOld,
  epochOf,
  lockEpoch,
  readWindow,
  type Wanted,
  type Window,
} from './change.queries.ts';

export interface ChangeArgs {
  readonly after: string;
  readonly types?: readonly ChangeType[] | null;
  readonly first?: number | null;
}

export interface ChangePage {
  readonly edges: readonly { cursor: string; node: Found }[];
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}

/** Lines of one page; each names one record or more. */
const linesOfPage = 200;
const clearingBatch = 20_000;
export const keptDays = 90;

/** A cursor at the present: every change that is not yet visible comes after it. */
export async function latestCursor(ctx: Context): Promise<string> {
  const wanted = {
    position: beforeAll,
    again: false,
    reach: { prefixes: [], cadres: [] },
    types: [],
    lines: 0,
  };
  const window = await readWindow(ctx, wanted);
  const epoch = epochOf(window) ?? (await renewEpoch(ctx));
  const place = epochOf(window) ? positionOf(window.latest) : beforeAll;
  return writeCursor({ epoch, reach: reachMark(ctx), ...place, given: null });
}

/** One page of changes since the cursor to records within the viewer's reach. */
export async function changesAfter(ctx: Context, args: ChangeArgs): Promise<ChangePage> {
  const first = args.first ?? pageLimits.usual;
  if (first < 1) throw invalid({ first: 'PAGE_SIZE_INVALID' });
  if (first > pageLimits.first) throw invalid({ first: 'PAGE_TOO_LARGE' });
  const cursor = readCursor(args.after, 'after');
  const types = typesFor(ctx, args.types ?? null);
  const wanted = { ...wantedAfter(cursor), reach: wholeReach(ctx, types), types };
  const window = await readWindow(ctx, wanted);
  await checkCursor(ctx, cursor, window);
  const at = (position: Position, given: number | null = null) =>
    writeCursor({ epoch: cursor.epoch, reach: cursor.reach, ...position, given });

  const waiting = candidatesOf(window.lines, types, cursor);
  const edges: { cursor: string; node: Found }[] = [];
  let taken = 0;
  while (edges.length < first && taken < waiting.length) {
    const some = waiting.slice(taken, taken + first - edges.length);
    taken += some.length;
    for (const { candidate, found } of await resolveCandidates(ctx, some))
      edges.push({ cursor: at(positionOf(candidate.line), candidate.given), node: found });
  }
  const last = waiting[taken - 1];
  if (last && taken < waiting.length) return { edges, hasNextPage: true, endCursor: at(...endOf(last)) };
  const further = stoppedAt(window);
  if (further) return { edges, hasNextPage: true, endCursor: at(positionOf(further)) };
  return { edges, hasNextPage: false, endCursor: at(positionOf(window.latest)) };
}

const wantedAfter = (cursor: Cursor): Pick<Wanted, 'position' | 'again' | 'lines'> => ({
  position: cursor,
  again: cursor.given !== null,
  lines: linesOfPage,
});

const endOf = ({ line, given }: ChangeCandidate): [Position, number | null] => [positionOf(line), given];

const positionOf = (place: FeedPosition | null): Position =>
  place ? { xid: place.xid, ordinal: place.ordinal, mark: lineMarkOf(place) } : beforeAll;

/** More may follow if the page is full or the search stopped at its limit. */
const stoppedAt = ({ lines, brokeOff }: Window): FeedPosition | null =>
  (lines.length === linesOfPage ? lines.at(-1) : brokeOff) ?? null;

/**
 * Refuses a cursor that is no longer valid: after a restore of the database, after its line was deleted, and after the
 * viewer's reach changed.
 */
async function checkCursor(ctx: Context, cursor: Cursor, window: Window): Promise<void> {
  const expired = (reason: string) => refuse('CURSOR_EXPIRED', { after: 'CURSOR_EXPIRED' }, { reason });
  const epoch = epochOf(window);
  if (!epoch) await renewEpoch(ctx);
  if (cursor.epoch !== epoch) throw expired('RESTORED');
  if (cursor.reach !== reachMark(ctx)) throw expired('REACH_CHANGED');
  const { named } = window;
  if (!named) throw expired('TOO_OLD');
  if (cursor.xid !== 0 && cursor.mark !== lineMarkOf(named)) throw expired('RESTORED');
}

/** Begins a new epoch after a restore; of concurrent calls only one does. */
async function renewEpoch(ctx: Context): Promise<string> {
  while ((await clearLines(ctx, clearingBatch)) === clearingBatch);
  return withTransaction(ctx, async (work) => {
    const now = await lockEpoch(work);
    const begun = epochOf(now);
    if (begun) return begun;
    await clearLines(work, clearingBatch);
    const epoch = newId();
    await beginEpoch(work, `${now.identity} ${epoch}`);
    return epoch;
  });
}

/** Deletes lines older than the oldest valid cursor. */
export async function clearOldChanges(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000).toISOString();
  let cleared = 0;
  for (;;) {
    const some = await clearOld(ctx, before, clearingBatch);
    cleared += some;
    if (some < clearingBatch) return cleared;
  }
}
