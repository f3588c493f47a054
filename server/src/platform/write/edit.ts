import { isDeepStrictEqual } from 'node:util';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { WorkContext } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import type { Audited } from './trail.ts';
import {
  type AnyRow,
  type Changeable,
  type Changes,
  columnsByName,
  type Stored,
  type Writable,
} from './writable.ts';
import { update } from './write.ts';

/** What somebody sends of a record: absent stays as it is, null empties. */
type Edits<T extends PgTable> = { readonly [Column in keyof Changes<T>]: Changes<T>[Column] | null };

/**
 * Changes a row as somebody edits it. `before` is the whole row, read under a lock. Null for what cannot be empty is
 * refused with REQUIRED_MISSING at its field of the input. Where nothing is other than before, nothing is written: the
 * version stays, and the trail and the feed tell of nothing. With `sentNumber` it is written in any case: otherwise
 * somebody who may not see a number could send a guess, and learn unnoticed by the version whether it is right.
 */
export async function edit<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T> & Changeable<T>,
  before: Stored<T>,
  edits: Edits<T>,
  audited: Audited,
  { sentNumber = false }: { readonly sentNumber?: boolean } = {},
): Promise<Stored<T>> {
  const columns = columnsByName(entity.table);
  const given = Object.entries(edits as AnyRow).filter(([, value]) => value !== undefined);
  const missing = given.filter(([name, value]) => value === null && columns[name]?.notNull);
  if (missing.length > 0)
    throw invalid(
      Object.fromEntries(missing.map(([name]) => [`input.${name}`, 'REQUIRED_MISSING' as const])),
    );
  const changes = Object.fromEntries(given);
  if (!sentNumber && given.every(([name]) => isSame(name, before as AnyRow, changes))) return before;
  return update(work, entity, before, changes as Changes<T>, audited);
}

/** Sealed anew a number on record looks different each time: it is the same where its hash is. */
function isSame(name: string, before: AnyRow, changes: AnyRow): boolean {
  const hash = name.replace(/Cipher$/, 'Hash');
  const compared = hash !== name && Buffer.isBuffer(changes[hash]) ? hash : name;
  return isDeepStrictEqual(before[compared], changes[compared]);
}
