import { reachOf, type Viewer } from '#platform/access/viewer.ts';
import { noCounty } from '#platform/audit/audit.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, refuse } from '#platform/core/errors.ts';
import { phoneHash, residentIdHash } from '#platform/people/personal.ts';
import { usualNumberSearches } from '#platform/rate-limit/rate-limiter.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { SoughtNumber } from '#schema/person/sought-number.ts';
import { searchesOnDay, takeSearches } from './number-search.queries.ts';

/** One search by a whole number, or by what stands for one, and in which list. */
export interface NumberSearch {
  readonly kind: SoughtNumber['kind'] | 'NAME_AND_BIRTH';
  readonly text: string;
  readonly entity: string;
}

const hourMs = 3_600_000;
const hoursADay = 4;

/**
 * Counts searches by whole numbers before they run, and notes who looked for what kind of number: its keyed hash, never
 * the number. A mask can be completed by trying numbers out, so there are few for each person, whose tokens share
 * them; over budget it is RATE_LIMITED with `{ retryAfterSeconds, limit, remaining, resetSeconds }`.
 */
export async function chargeSearches(ctx: Context, searches: readonly NumberSearch[]): Promise<void> {
  const { viewer, rateLimiter, clock } = ctx;
  if (!viewer || searches.length === 0) return;
  const hour = rateLimiter?.settings.numberSearches ?? usualNumberSearches;
  const limits = { hour, day: hour * hoursADay };
  const now = clock.now().getTime();
  const onDay = today(clock);
  const { userId } = viewer;
  const hourAt = new Date(Math.floor(now / hourMs) * hourMs).toISOString();
  const taken = await withTransaction(ctx, async (work) => {
    const wanted = { userId, searches: searches.length, hourAt, onDay, limits };
    if (!(await takeSearches(work, wanted))) return false;
    for (const search of searches) noteSearch(work, viewer, search);
    return true;
  });
  if (taken) return;
  const isDay = (await searchesOnDay(ctx, userId, onDay)) + searches.length > limits.day;
  const endsAt = isDay ? Date.parse(`${onDay}T24:00:00+08:00`) : Date.parse(hourAt) + hourMs;
  const resetSeconds = Math.max(1, Math.ceil((endsAt - now) / 1_000));
  const limit = isDay ? limits.day : limits.hour;
  throw refuse('RATE_LIMITED', {}, { retryAfterSeconds: resetSeconds, limit, remaining: 0, resetSeconds });
}

/** Whose place, right or version is wrong, is refused before any number is looked up, and learns nothing of it. */
const saidBefore: ReadonlySet<string> = new Set<ErrorCode>(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT']);

/**
 * A write that names a whole number tells, where it is refused, whether the number is on file: nobody is told before it
 * is counted and noted as a search by that number is, and beyond the budget the reason is not told. What is written is
 * not counted, since it stands in the trail and lists of people go on being typed in.
 */
export async function countRefusal<T>(
  ctx: Context,
  searches: readonly NumberSearch[],
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof AppError && !saidBefore.has(error.code)) await chargeSearches(ctx, searches);
    throw error;
  }
}

/** The list that was searched is known, and no record of it. */
function noteSearch(work: WorkContext, viewer: Viewer, { kind, text, entity }: NumberSearch): void {
  const fingerprint = (kind === 'PHONE' ? phoneHash : residentIdHash)(work, text).toString('hex');
  const after = { kind, fingerprint };
  auditAct(work, { name: entity, key: [] }, placeOf(viewer), { action: 'searchByNumber', after });
}

/** Where the trail tells it: to whoever reads that of the place the searcher works in. */
function placeOf(viewer: Viewer): { countyCode: string; divisionCode: string } {
  const { prefixes, cadres } = reachOf(viewer, 'household.read');
  const divisionCode = prefixes[0] ?? cadres[0]?.countyCode ?? '';
  if (divisionCode.length < 6) return { countyCode: noCounty, divisionCode: divisionCode || noCounty };
  return { countyCode: divisionCode.slice(0, 6), divisionCode };
}
