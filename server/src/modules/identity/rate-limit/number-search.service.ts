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

/** A search by a whole number or its hash, and the list that is searched. */
export interface NumberSearch {
  readonly kind: SoughtNumber['kind'] | 'NAME_AND_BIRTH';
  readonly text: string;
  readonly entity: string;
}

const hourMs = 3_600_000;
const hoursADay = 4;

/**
 * Counts searches by whole numbers before they run, and audits them with the keyed hash of the number, never the number
 * itself. A masked number could be completed by trying, so each user has few searches, shared with the user's tokens;
 * over budget it is RATE_LIMITED with `{ retryAfterSeconds, limit, remaining, resetSeconds }`.
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

/** Codes of refusals that come before any number is looked up, and so reveal nothing about it. */
const saidBefore: ReadonlySet<string> = new Set<ErrorCode>(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT']);

/**
 * A refused write with a whole number reveals whether that number is on file, so it is counted and audited like a
 * search by the number; over budget the reason is withheld. Successful writes are not counted: they are audited anyway,
 * and staff enter many people in a row.
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

/** Audited with the list that was searched, without a record. */
function noteSearch(work: WorkContext, viewer: Viewer, { kind, text, entity }: NumberSearch): void {
  const fingerprint = (kind === 'PHONE' ? phoneHash : residentIdHash)(work, text).toString('hex');
  const after = { kind, fingerprint };
  auditAct(work, { name: entity, key: [] }, placeOf(viewer), { action: 'searchByNumber', after });
}

/** The division of the audit row: that of the searching user, so that its auditors see the search. */
function placeOf(viewer: Viewer): { countyCode: string; divisionCode: string } {
  const { prefixes, cadres } = reachOf(viewer, 'household.read');
  const divisionCode = prefixes[0] ?? cadres[0]?.countyCode ?? '';
  if (divisionCode.length < 6) return { countyCode: noCounty, divisionCode: divisionCode || noCounty };
  return { countyCode: divisionCode.slice(0, 6), divisionCode };
}
