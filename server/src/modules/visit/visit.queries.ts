import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { anyValue } from '#platform/read/select.ts';
import { sendMany } from '#platform/write/many.ts';
import { removeWhere, updateWhere } from '#platform/write/where.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { household } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { problem, visit, visitCheck } from '#schema/visit/visit.table.ts';
import { attachmentEntity } from './attachment.entity.ts';
import { visitCheckEntity } from './visit.entity.ts';
import type { CreditablePairing } from './visit.rules.ts';

export type VisitRow = typeof visit.$inferSelect;
/** Parts of a visit are audited in the row of the visit. */
const inVisit = { auditedAs: 'Visit' };

type Check = Omit<typeof visitCheck.$inferInsert, 'countyCode' | 'visitId'>;

/**
 * Locks a household until the transaction ends, so that neither its pairings nor its visits change meanwhile. The
 * caller checks the reach.
 */
export async function lockForVisit(ctx: WorkContext, { countyCode, id }: CountyKey) {
  const [row] = await ctx.db
    .select()
    .from(household)
    .where(and(eq(household.countyCode, countyCode), eq(household.id, id)))
    .for('no key update');
  return row ?? null;
}

export function findPairings(ctx: Context, { countyCode, id }: CountyKey) {
  return ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.countyCode, countyCode), eq(pairing.householdId, id)))
    .orderBy(asc(pairing.startedOn), asc(pairing.id));
}

const lockHousehold = preparedRows<{ id: string; villageCode: string; closedOn: string | null }>(sql`
  select id, village_code as "villageCode", closed_on as "closedOn" from ${household}
  where county_code = ${value('countyCode')} and id = ${value('id')} for no key update`);

/** A valid visit of that day. */
export interface SameDay {
  readonly id: string;
  readonly cadreId: string;
}

interface Paired {
  readonly sameDay: readonly SameDay[];
  readonly history: readonly CreditablePairing[];
  readonly own: { readonly id: string; readonly status: string } | null;
}

/** Includes the cadre record of a user who has left: visits made before may still be logged. */
const findPaired = preparedRows<Paired>(sql`
  select (
    select coalesce(json_agg(json_build_object('id', id, 'cadreId', cadre_id, 'role', role, 'startedOn', started_on,
      'endedOn', ended_on) order by started_on, id), '[]')
    from ${pairing} where county_code = ${value('countyCode')} and household_id = ${value('id')}
  ) as history, (
    select coalesce(json_agg(json_build_object('id', id, 'cadreId', cadre_id) order by recorded_at, id), '[]')
    from ${visit} where county_code = ${value('countyCode')} and household_id = ${value('id')}
      and visited_on = ${value('day')} and status = 'VALID'
  ) as "sameDay", (
    select json_build_object('id', id, 'status', status) from ${cadre}
    where county_code = ${value('countyCode')} and user_id = ${value('userId')} limit 1
  ) as own`);

/**
 * Locks the household and reads its pairings, its visits of the day and the cadre record of a user. The two statements
 * are pipelined: the second reads once the lock is held, so its result holds until the transaction ends, and of two
 * simultaneous visits the later one finds the earlier.
 */
export function sendCreditQueries(ctx: WorkContext, key: CountyKey, day: string, userId: string | null) {
  const parameters = { countyCode: key.countyCode, id: key.id, day, userId };
  return { household: lockHousehold(ctx.db, parameters), paired: findPaired(ctx.db, parameters) };
}

export type CreditQueries = ReturnType<typeof sendCreditQueries>;

/** The valid visits of a day to a household; call it under the lock of `lockForVisit`. */
export function visitsOfDay(ctx: WorkContext, { countyCode, id }: CountyKey, day: string) {
  return ctx.db
    .select({ id: visit.id, cadreId: visit.cadreId })
    .from(visit)
    .where(
      and(
        eq(visit.countyCode, countyCode),
        eq(visit.householdId, id),
        eq(visit.visitedOn, day),
        eq(visit.status, 'VALID'),
      ),
    )
    .orderBy(asc(visit.recordedAt), asc(visit.id));
}

/** Sends the checklist of a visit. */
export function sendChecks(
  work: WorkContext,
  { countyCode, id: visitId }: CountyKey,
  checks: readonly Check[],
): void {
  const rows = checks.map(({ item, answer, note = null }) => ({ countyCode, visitId, item, answer, note }));
  sendMany(work, visitCheckEntity, rows, inVisit);
}

export function findChecks(ctx: Context, { countyCode, id }: CountyKey) {
  return ctx.db
    .select({ item: visitCheck.item, answer: visitCheck.answer, note: visitCheck.note })
    .from(visitCheck)
    .where(and(eq(visitCheck.countyCode, countyCode), eq(visitCheck.visitId, id)))
    .orderBy(asc(visitCheck.item));
}

/** Whether the visit found any problem. */
export async function hasProblems(ctx: Context, { countyCode, id }: CountyKey): Promise<boolean> {
  const found = await ctx.db
    .select({ id: problem.id })
    .from(problem)
    .where(and(eq(problem.countyCode, countyCode), eq(problem.visitId, id)))
    .limit(1);
  return found.length > 0;
}

export async function replaceChecks(
  work: WorkContext,
  key: CountyKey,
  checks: readonly Check[],
): Promise<void> {
  const ofVisit = and(eq(visitCheck.countyCode, key.countyCode), eq(visitCheck.visitId, key.id));
  await removeWhere(work, visitCheckEntity, ofVisit, inVisit);
  sendChecks(work, key, checks);
}

/** The viewer's own unused uploads, locked. */
export function lockUploads(ctx: WorkContext, countyCode: string, ids: readonly string[], userId: string) {
  return ctx.db
    .select()
    .from(attachment)
    .where(
      and(
        eq(attachment.countyCode, countyCode),
        anyValue(attachment.id, ids),
        eq(attachment.uploadedBy, userId),
        isNull(attachment.visitId),
      ),
    )
    .orderBy(asc(attachment.id))
    .for('update');
}

export async function countPhotos(ctx: Context, { countyCode, id }: CountyKey): Promise<number> {
  const [row] = await ctx.db
    .select({ photos: sql<number>`count(*)::int` })
    .from(attachment)
    .where(and(eq(attachment.countyCode, countyCode), eq(attachment.visitId, id)));
  return row?.photos ?? 0;
}

/** A file becomes visible when it becomes the photo of a visit, so the feed reports it as inserted only now. */
export const givePhotos = (
  work: WorkContext,
  countyCode: string,
  ids: readonly string[],
  of: VisitRow,
): Promise<unknown> =>
  updateWhere(
    work,
    attachmentEntity,
    and(eq(attachment.countyCode, countyCode), anyValue(attachment.id, ids)),
    { visitId: of.id },
    { ...inVisit, appearAt: of },
  );
