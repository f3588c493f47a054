import type { PgTable } from 'drizzle-orm/pg-core';
import type { Context, PendingWrites, ReachNote } from '#platform/core/context.ts';
import type { ChangeKind } from '#schema/codes/change.codes.ts';
import { selectParts } from './parts.ts';

/** The columns of a written row that the feed needs; writers may pass more. */
type Written = Readonly<Record<string, unknown>>;
/** Where a row belongs that does not say so itself: what hangs on a visit or a problem. */
export interface PlaceOfParent {
  readonly householdId: string;
  readonly villageCode: string;
  readonly cadreId?: string;
}

/** Where a record belonged before. */
export interface Former {
  readonly divisionCode: string;
  readonly householdId?: string;
}

function pendingOf(ctx: Context): PendingWrites {
  if (!ctx.pending) throw new Error('records change within transactions only');
  return ctx.pending;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function noteAll(
  ctx: Context,
  table: PgTable,
  rows: readonly object[],
  kind: ChangeKind,
  given: { place?: PlaceOfParent; former?: Former } = {},
): void {
  const followed = ctx.catalog.followed.get(table);
  if (!followed) return;
  const { type, household, staysWithCadre } = followed;
  const { changes } = pendingOf(ctx);
  for (const row of rows as readonly Written[]) {
    const whole: Written = { ...row, ...given.place };
    const place = textOf(whole.villageCode) ?? textOf(whole.divisionCode) ?? String(row.countyCode);
    changes.push({
      type,
      kind,
      countyCode: String(row.countyCode),
      recordId: textOf(row.id),
      placeBefore: kind === 'INSERTED' ? null : (given.former?.divisionCode ?? place),
      placeAfter: kind === 'REMOVED' ? null : place,
      householdId: household === 'ITSELF' ? textOf(row.id) : textOf(whole.householdId),
      cadreId: staysWithCadre || given.place ? textOf(whole.cadreId) : null,
      formerHouseholdId: given.former?.householdId,
    });
  }
}

/**
 * Everybody who writes a record that can be followed says so, beside the statement: what is not noted here is missed by
 * whoever follows the changes. The rows are those written, or what is known of them.
 */
export const noteInserted = (
  ctx: Context,
  table: PgTable,
  rows: readonly object[],
  place?: PlaceOfParent,
): void => noteAll(ctx, table, rows, 'INSERTED', { place });

/** `former`: where the rows belonged before, where that has changed. */
export const noteUpdated = (ctx: Context, table: PgTable, rows: readonly object[], former?: Former): void =>
  noteAll(ctx, table, rows, 'UPDATED', { former });

export const noteRemoved = (ctx: Context, table: PgTable, rows: readonly object[]): void =>
  noteAll(ctx, table, rows, 'REMOVED');

/** Whether a followed row hangs on another and does not say itself where it belongs. */
export const needsPlace = (ctx: Context, table: PgTable, row: object): boolean =>
  ctx.catalog.followed.has(table) && !isNotedByItself(ctx, table, row);

/** Whether the rows of a table say by themselves where they belong, so that they can be noted as they are written. */
export const isNotedByItself = (ctx: Context, table: PgTable, row: object): boolean => {
  const followed = ctx.catalog.followed.get(table);
  return followed !== undefined && ('villageCode' in row || typeof followed.household !== 'object');
};

/** Households that went to another village, with all that belongs to them, which `moveHouseholds` took along. */
export async function noteMoved(
  ctx: Context,
  countyCode: string,
  householdIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { changes } = pendingOf(ctx);
  const parts = await selectParts(ctx, countyCode, householdIds);
  for (const householdId of householdIds) {
    changes.push({
      type: 'HOUSEHOLD',
      kind: 'UPDATED',
      countyCode,
      recordId: householdId,
      placeBefore: from,
      placeAfter: to,
      householdId,
      cadreId: null,
      parts: parts.get(householdId) ?? {},
    });
  }
}

/**
 * A row that gives a cadre reach over a household was written: the reach began where `after` runs and `before` did not,
 * and with it all that belongs to the household is new to that cadre; it ended where it is the other way round.
 */
export function noteReach(ctx: Context, table: PgTable, before: object | null, after: object | null): void {
  const until = ctx.catalog.followed.get(table)?.givesReachUntil;
  if (until === undefined) return;
  const runs = (row: object | null) => row !== null && ((row as Written)[until] ?? null) === null;
  if (runs(before) !== runs(after))
    pushReach(ctx, { ...before, ...after }, runs(after) ? 'INSERTED' : 'REMOVED');
}

/** The same where only the new end of a row is known: with one the reach ended, without one it began again. */
export function noteNewEnd(ctx: Context, row: object, end: unknown): void {
  if (end !== undefined) pushReach(ctx, row as Written, end === null ? 'INSERTED' : 'REMOVED');
}

function pushReach(ctx: Context, row: Written, kind: ReachNote['kind']): void {
  const { countyCode, householdId, villageCode, cadreId } = row;
  pendingOf(ctx).reach.push({
    countyCode: String(countyCode),
    householdId: String(householdId),
    villageCode: String(villageCode),
    cadreId: String(cadreId),
    kind,
  });
}
