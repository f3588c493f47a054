import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { anyValue } from '#platform/read/select.ts';
import { sendRows } from '#platform/write/bulk.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { household } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { problem, visit, visitCheck, visitVersion } from '#schema/visit/visit.table.ts';
import type { PairedSpell } from './visit.rules.ts';

export type VisitRow = typeof visit.$inferSelect;
type NewVisit = typeof visit.$inferInsert;
type Check = Omit<typeof visitCheck.$inferInsert, 'countyCode' | 'visitId'>;

/**
 * A household whose pairings must not change until the transaction ends, and which no other visit is put to meanwhile.
 * Whoever calls checks the reach.
 */
export async function lockForVisit(ctx: WorkContext, { countyCode, id }: CountyKey) {
  const [row] = await ctx.db
    .select()
    .from(household)
    .where(and(eq(household.countyCode, countyCode), eq(household.id, id)))
    .for('no key update');
  return row ?? null;
}

export function pairingsOf(ctx: Context, { countyCode, id }: CountyKey) {
  return ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.countyCode, countyCode), eq(pairing.householdId, id)))
    .orderBy(asc(pairing.startedOn), asc(pairing.id));
}

const lockHousehold = preparedRows<{ id: string; villageCode: string; closedOn: string | null }>(sql`
  select id, village_code as "villageCode", closed_on as "closedOn" from ${household}
  where county_code = ${value('countyCode')} and id = ${value('id')} for no key update`);

/** A visit of that day that stands. */
export interface SameDay {
  readonly id: string;
  readonly cadreId: string;
}

interface Paired {
  readonly sameDay: readonly SameDay[];
  readonly history: readonly PairedSpell[];
  readonly own: { readonly id: string; readonly status: string } | null;
}

/** A cadre record counts also after leaving: what was seen before may still be told. */
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
 * Asks for the household, its pairings, its visits of a day and the cadre record of a person. Two statements that go
 * together: the second reads once the lock is held, so that what it finds holds until the transaction ends, and of two
 * visits sent at once the later one finds the earlier.
 */
export function askForCredit(ctx: WorkContext, key: CountyKey, day: string, userId: string | null) {
  const asked = { countyCode: key.countyCode, id: key.id, day, userId };
  return { household: lockHousehold(ctx.db, asked), paired: findPaired(ctx.db, asked) };
}

export type AskedForCredit = ReturnType<typeof askForCredit>;

/** The visits of a day to a household that stand; under the lock of `lockForVisit`. */
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

/** Sends a new visit with its checklist. */
export function insertVisit(ctx: WorkContext, row: VisitRow, checks: readonly Check[]): void {
  sendRows(ctx, visit, [row]);
  const { countyCode, id: visitId } = row;
  sendRows(
    ctx,
    visitCheck,
    checks.map(({ item, answer, note = null }) => ({ countyCode, visitId, item, answer, note })),
  );
}

export async function updateVisit(
  ctx: WorkContext,
  { countyCode, id }: CountyKey,
  changes: Partial<NewVisit>,
): Promise<VisitRow> {
  const [changed] = await ctx.db
    .update(visit)
    .set({ ...changes, version: sql`${visit.version} + 1` })
    .where(and(eq(visit.countyCode, countyCode), eq(visit.id, id)))
    .returning();
  if (!changed) throw new Error('nothing updated');
  noteUpdated(ctx, visit, [changed]);
  return changed;
}

export async function keepVersion(
  ctx: WorkContext,
  row: typeof visitVersion.$inferInsert,
  of: VisitRow,
): Promise<void> {
  await ctx.db.insert(visitVersion).values(row);
  noteInserted(ctx, visitVersion, [row], of);
}

export function checksOf(ctx: Context, { countyCode, id }: CountyKey) {
  return ctx.db
    .select({ item: visitCheck.item, answer: visitCheck.answer, note: visitCheck.note })
    .from(visitCheck)
    .where(and(eq(visitCheck.countyCode, countyCode), eq(visitCheck.visitId, id)))
    .orderBy(asc(visitCheck.item));
}

/** Whether it found any. */
export async function hasProblems(ctx: Context, { countyCode, id }: CountyKey): Promise<boolean> {
  const found = await ctx.db
    .select({ id: problem.id })
    .from(problem)
    .where(and(eq(problem.countyCode, countyCode), eq(problem.visitId, id)))
    .limit(1);
  return found.length > 0;
}

export async function replaceChecks(
  ctx: WorkContext,
  { countyCode, id }: CountyKey,
  checks: readonly Check[],
): Promise<void> {
  await ctx.db
    .delete(visitCheck)
    .where(and(eq(visitCheck.countyCode, countyCode), eq(visitCheck.visitId, id)));
  if (checks.length > 0) {
    await ctx.db.insert(visitCheck).values(checks.map((check) => ({ ...check, countyCode, visitId: id })));
  }
}

/** Own uploads that belong to nothing yet, locked. */
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

export async function givePhotos(
  ctx: WorkContext,
  countyCode: string,
  ids: readonly string[],
  of: VisitRow,
): Promise<void> {
  await ctx.db
    .update(attachment)
    .set({ visitId: of.id })
    .where(and(eq(attachment.countyCode, countyCode), anyValue(attachment.id, ids)));
  // Nobody sees a file before it is the photo of a visit: only now it is there.
  const photos = ids.map((id) => ({ countyCode, id }));
  noteInserted(ctx, attachment, photos, of);
}
