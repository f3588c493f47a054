import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { WorkContext } from '#platform/core/context.ts';
import type { AppError } from '#platform/core/errors.ts';
import {
  type Former,
  needsPlace,
  noteInserted,
  noteReach,
  noteRemoved,
  noteUpdated,
  type PlaceOfParent,
} from '#platform/feed/changes.ts';
import { type Audited, type AuditedAs, audit, type Trail, type Unaudited } from './trail.ts';
import {
  type AnyRow,
  type Changeable,
  type Changes,
  columnsByName,
  raised,
  refuseInsertOnly,
  type Stored,
  type Values,
  type Writable,
} from './writable.ts';

export interface PlaceOption {
  /**
   * Where a row belongs that hangs on another and does not say so itself, such as a step of a problem. Null for one that
   * nobody but its maker can see, such as a file that belongs to no visit yet.
   */
  readonly place?: PlaceOfParent | null;
}

interface ChangeOptions {
  /** What must hold of the row besides its key. */
  readonly where?: SQL | undefined;
  /** Told where `where` did not hold; without it nothing written is a fault of the program. */
  readonly refusal?: () => AppError;
}

/**
 * Adds a row and gives it back as it is stored. Like every write of this file it is one statement that notes the change
 * for those who follow, puts it on record in the audit trail, and throws where nothing was written.
 */
export async function insert<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T>,
  values: Values<T>,
  { place, ...trail }: Trail & PlaceOption,
): Promise<Stored<T>> {
  const inFeed = isInFeed(work, entity, values, place);
  const [made] = await work.db
    .insert(entity.table as PgTable)
    .values(values as Record<string, unknown>)
    .returning();
  if (!made) throw nothingWritten(entity, 'inserted');
  if (inFeed) noteInserted(work, entity.table, [made], place ?? undefined);
  noteReach(work, entity.table, null, made);
  audit(work, entity, { after: made }, trail);
  return made as Stored<T>;
}

/** The same for several rows at once. */
export async function insertAll<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T>,
  rows: readonly Values<T>[],
  trail: Trail,
): Promise<Stored<T>[]> {
  if (rows.length === 0) return [];
  const made = await insertion(work, entity, rows).returning();
  return noted(work, entity, made, trail);
}

/** Adds those of some rows whose key is not there yet, and gives back the ones it added. */
export async function insertMissing<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T>,
  rows: readonly Values<T>[],
  trail: Trail,
): Promise<Stored<T>[]> {
  if (rows.length === 0) return [];
  const made = await insertion(work, entity, rows).onConflictDoNothing().returning();
  return noted(work, entity, made, trail);
}

const insertion = (work: WorkContext, { table }: { readonly table: PgTable }, rows: readonly object[]) =>
  work.db.insert(table).values(rows as Record<string, unknown>[]);

function noted<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T>,
  made: readonly AnyRow[],
  trail: Trail,
): Stored<T>[] {
  const [first] = made;
  if (first && isInFeed(work, entity, first, undefined)) noteInserted(work, entity.table, made);
  for (const row of made) {
    noteReach(work, entity.table, null, row);
    audit(work, entity, { after: row }, trail);
  }
  return made as Stored<T>[];
}

/**
 * Changes a row, raises its version if it has one, and gives it back as it is now. `before` is the row as it was read
 * under a lock; where the trail tells of it in another row its key is enough.
 */
export function update<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T> & Changeable<T>,
  before: Stored<T>,
  changes: Changes<T>,
  options: Audited & ChangeOptions,
): Promise<Stored<T>>;
export function update<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T> & Changeable<T>,
  before: Partial<Stored<T>>,
  changes: Changes<T>,
  options: (AuditedAs | Unaudited) & ChangeOptions,
): Promise<Stored<T>>;
export async function update(
  work: WorkContext,
  entity: Writable<PgTable>,
  before: AnyRow,
  changes: AnyRow,
  { where, refusal, ...trail }: Trail & ChangeOptions,
): Promise<AnyRow> {
  refuseInsertOnly(entity);
  const [changed] = await work.db
    .update(entity.table)
    .set(raised(entity.table, changes))
    .where(and(isRow(entity, before), where))
    .returning();
  if (!changed) throw refusal?.() ?? nothingWritten(entity, 'updated');
  noteUpdated(work, entity.table, [changed], formerOf(before, changed));
  noteReach(work, entity.table, before, changed);
  audit(work, entity, { before, after: changed }, trail);
  return changed;
}

/** A row that must not be ended twice: of two who end it at once the second finds that nothing was written. */
export interface Ending<T extends PgTable> extends Writable<T> {
  /** The column that says since when, or until when: empty as long as the record goes on. */
  readonly endsIn: keyof Stored<T> & string;
}

/** Ends a record that is kept for good. It must still end when `before` says it does, or not at all. */
export function end<T extends PgTable>(
  work: WorkContext,
  entity: Ending<T> & Changeable<T>,
  before: Stored<T>,
  changes: Changes<T>,
  options: Trail & ChangeOptions,
): Promise<Stored<T>> {
  const column = columnsByName(entity.table)[entity.endsIn];
  const former = (before as AnyRow)[entity.endsIn] ?? null;
  if (((changes as AnyRow)[entity.endsIn] ?? null) === null) throw new Error(`no ${entity.endsIn} to end by`);
  const unended = sql`${column} is not distinct from ${sql.param(former, column)}`;
  const where = and(unended, options.where);
  return update(work, entity, before as Partial<Stored<T>>, changes, { ...(options as AuditedAs), where });
}

/** An entity whose rows may be deleted; most are ended instead. */
export interface Removable<T extends PgTable> extends Writable<T> {
  readonly removable: true;
}

/** Deletes a row. What it was stays in the audit trail. */
export async function remove<T extends PgTable>(
  work: WorkContext,
  entity: Removable<T> & Changeable<T>,
  before: Stored<T>,
  { place, ...trail }: Trail & PlaceOption,
): Promise<void> {
  refuseInsertOnly(entity);
  const gone = await work.db
    .delete(entity.table as PgTable)
    .where(isRow(entity, before as AnyRow))
    .returning();
  if (gone.length === 0) throw nothingWritten(entity, 'removed');
  if (isInFeed(work, entity, before, place)) noteRemoved(work, entity.table, gone);
  noteReach(work, entity.table, before, null);
  audit(work, entity, { before: before as object }, trail);
}

function isRow(
  { name, table, key }: Pick<Writable<PgTable>, 'name' | 'table' | 'key'>,
  row: AnyRow,
): SQL | undefined {
  const columns = columnsByName(table);
  return and(
    ...key.map((column) => {
      const [target, value] = [columns[column], row[column]];
      if (!target || value === undefined) throw new Error(`${name}: no ${column} to write by`);
      return eq(target, value);
    }),
  );
}

/** Whether the feed tells of a row; throws where it would not know the place of it. */
export function isInFeed(
  work: WorkContext,
  { name, table }: Pick<Writable<PgTable>, 'name' | 'table'>,
  row: object,
  place: PlaceOption['place'],
): boolean {
  if (place === undefined && needsPlace(work, table, row))
    throw new Error(`${name}: say where the row belongs`);
  return place !== null;
}

/** Where the row belonged, if `before` tells. */
function formerOf(before: AnyRow, after: AnyRow): Former | undefined {
  const place = before.villageCode ?? before.divisionCode;
  if (typeof place !== 'string') return undefined;
  const { householdId } = before;
  const isOthers = typeof householdId === 'string' && householdId !== after.householdId;
  return { divisionCode: place, ...(isOthers && { householdId }) };
}

const nothingWritten = ({ name }: { readonly name: string }, what: string) =>
  new Error(`${name}: nothing was ${what}`);
