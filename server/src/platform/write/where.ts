import type { SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { WorkContext } from '#platform/core/context.ts';
import {
  type Former,
  noteInserted,
  noteRemoved,
  noteUpdated,
  type PlaceOfParent,
} from '#platform/feed/changes.ts';
import type { AuditedAs, Unaudited } from './trail.ts';
import {
  type Changeable,
  type Changes,
  raised,
  refuseInsertOnly,
  type Stored,
  type Writable,
} from './writable.ts';
import type { Removable } from './write.ts';

interface ManyOptions {
  /** Where the rows belonged, if that changes. */
  readonly former?: Former;
  /** For rows that nobody could see before: to those who follow they are new, and belong here. */
  readonly appearAt?: PlaceOfParent;
}

/**
 * Changes all rows under a condition, raises their versions, and gives them back as they are now. There may be none. They
 * are parts of a record, and the trail tells of them in its row; or nobody decided the change.
 */
export async function updateWhere<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T> & Changeable<T>,
  where: SQL | undefined,
  changes: Changes<T>,
  { former, appearAt }: (AuditedAs | Unaudited) & ManyOptions,
): Promise<Stored<T>[]> {
  refuseInsertOnly(entity);
  const changed = await work.db
    .update(entity.table as PgTable)
    .set(raised(entity.table, changes))
    .where(checked(where))
    .returning();
  if (appearAt) noteInserted(work, entity.table, changed, appearAt);
  else noteUpdated(work, entity.table, changed, former);
  return changed as Stored<T>[];
}

/** Deletes all rows under a condition and gives them back; there may be none. */
export async function removeWhere<T extends PgTable>(
  work: WorkContext,
  entity: Removable<T> & Changeable<T>,
  where: SQL | undefined,
  _trail: AuditedAs,
): Promise<Stored<T>[]> {
  refuseInsertOnly(entity);
  const gone = await work.db
    .delete(entity.table as PgTable)
    .where(checked(where))
    .returning();
  noteRemoved(work, entity.table, gone);
  return gone as Stored<T>[];
}

/** A condition that got lost on the way would mean every row. */
function checked(where: SQL | undefined): SQL {
  if (!where) throw new Error('no condition to write by');
  return where;
}
