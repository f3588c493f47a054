import type { PgTable } from 'drizzle-orm/pg-core';
import { record } from '#platform/audit/audit.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { noteInserted, noteNewEnd, noteReach, noteUpdated } from '#platform/feed/changes.ts';
import { deleteMany, sendChanges, sendRows, updateRows } from './bulk.ts';
import type { AuditedAs, Unaudited } from './trail.ts';
import {
  type AnyRow,
  type Changeable,
  type Changes,
  refuseInsertOnly,
  type Stored,
  type Values,
  type Writable,
} from './writable.ts';
import { isInFeed, type PlaceOption, type Removable } from './write.ts';

/** One audit row for each record; `asOf` is the day that the list speaks of by which the records came in. */
interface EachAudited {
  readonly action: string;
  readonly asOf?: string | null;
}

export type TrailOfMany = EachAudited | AuditedAs | Unaudited;

const isAudited = (trail: TrailOfMany): trail is EachAudited => 'action' in trail;

/**
 * Adds many rows with one statement, which is on its way when this comes back: whatever is sent after it finds the rows
 * there. They go as JSON, so each row names the columns of the first. `audits` leaves out rows that the trail tells of
 * in that of another record.
 */
export function sendMany<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T>,
  rows: readonly Values<T>[],
  trail: TrailOfMany & PlaceOption & { readonly audits?: (row: Values<T>) => boolean },
): void {
  const [first] = rows;
  if (!first) return;
  const { place } = trail;
  sendRows(work, entity.table, rows);
  if (isInFeed(work, entity, first, place) && place) noteInserted(work, entity.table, rows, place);
  for (const row of rows) noteReach(work, entity.table, null, row);
  if (!isAudited(trail)) return;
  for (const row of rows) {
    if (trail.audits && !trail.audits(row)) continue;
    record(work, { ...entryOf(entity, row, trail), after: dated(row, trail) });
  }
}

/**
 * Changes a row that this transaction has locked, without waiting for it: all of the row as it will be is known. It
 * must stay where it belongs.
 */
export function sendUpdate<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T> & Changeable<T>,
  locked: Stored<T>,
  changes: Partial<Stored<T>>,
  _trail: AuditedAs | Unaudited,
): Stored<T> {
  refuseInsertOnly(entity);
  const row = locked as AnyRow;
  const key = Object.fromEntries(entity.key.map((column) => [column, row[column]]));
  sendChanges(work, entity.table, key, changes as AnyRow);
  const raised = 'version' in row ? { version: Number(row.version) + 1 } : {};
  const after = { ...locked, ...changes, ...raised };
  noteUpdated(work, entity.table, [after]);
  return after;
}

export interface ChangeOfOne<Row> {
  readonly id: string;
  /** The whole record before, if the write is audited. */
  readonly before: object;
  readonly after: Partial<Row> & { readonly id: string };
  /** The audited facts, if not all columns. */
  readonly audited?: object;
}

/** Sets in many rows of one county the columns that the first change names, and raises their versions. */
export async function updateMany<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T> & Changeable<T>,
  countyCode: string,
  changes: readonly ChangeOfOne<Changes<T>>[],
  trail: TrailOfMany,
): Promise<void> {
  refuseInsertOnly(entity);
  const rows = changes.map(({ after }) => after);
  const changed = await updateRows(work, entity.table as PgTable, countyCode, rows);
  noteNewEnds(work, entity.table, changes, changed);
  if (!isAudited(trail)) return;
  for (const { id, before, after, audited = after } of changes) {
    const raised = 'version' in before ? { version: Number(before.version) + 1 } : {};
    record(work, {
      ...entryOf(entity, { countyCode, id }, trail),
      before,
      after: dated({ ...before, ...audited, ...raised }, trail),
    });
  }
}

/** Deletes rows of one county, such as those of an import that is taken back. */
export async function removeMany<T extends PgTable>(
  work: WorkContext,
  entity: Removable<T> & Changeable<T>,
  countyCode: string,
  ids: readonly string[],
  trail: TrailOfMany,
): Promise<Stored<T>[]> {
  refuseInsertOnly(entity);
  const gone = await deleteMany(work, entity.table, countyCode, ids);
  for (const row of gone) noteReach(work, entity.table, row, null);
  if (isAudited(trail)) for (const row of gone) record(work, { ...entryOf(entity, row, trail), before: row });
  return gone as Stored<T>[];
}

function noteNewEnds(
  work: WorkContext,
  table: PgTable,
  changes: readonly { readonly id: string; readonly after: object }[],
  changed: readonly AnyRow[],
): void {
  const until = work.catalog.followed.get(table)?.givesReachUntil;
  if (until === undefined) return;
  const ends = new Map(changes.map(({ id, after }) => [id, (after as AnyRow)[until]]));
  for (const row of changed) noteNewEnd(work, row, ends.get(String(row.id)));
}

const entryOf = ({ name }: { readonly name: string }, row: AnyRow, { action }: EachAudited) => ({
  countyCode: String(row.countyCode),
  action,
  entity: name,
  entityId: String(row.id),
});

const dated = (row: object, { asOf }: EachAudited): object => (asOf ? { ...row, asOf } : row);
