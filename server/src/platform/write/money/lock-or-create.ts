import { and, eq, or, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { WorkContext } from '#platform/core/context.ts';
import { type AnyRow, columnsByName, type Stored, type Values, type Writable } from '../writable.ts';

/**
 * Rows to decide on that may not be there yet, such as balances: each is made as it is given where it is missing, so
 * that it can be locked, and then all of them are locked in the order of their keys. Of many who want the same row that
 * never was, one makes it and the others wait. Ask for all that a transaction needs in one call, or two may wait in a
 * circle.
 *
 * The rows are of one county, and no history of them is kept: what moves a balance is on record by itself.
 */
export async function lockOrCreate<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T>,
  rows: readonly Values<T>[],
): Promise<Stored<T>[]> {
  if (rows.length === 0) return [];
  const { table, key } = entity;
  const ordered = inKeyOrder(rows as readonly AnyRow[], key);
  await work.db
    .insert(table as PgTable)
    .values(ordered as Record<string, unknown>[])
    .onConflictDoNothing();
  const columns = key.map((name) => {
    const column = columnsByName(table)[name];
    if (!column) throw new Error(`${entity.name} has no column ${name}`);
    return column;
  });
  const wanted = ordered.map((row) => and(...columns.map((column, at) => eq(column, row[key[at] ?? '']))));
  const locked = await work.db
    .select()
    .from(table as PgTable)
    .where(and(ofOneCounty(entity, ordered), or(...wanted)))
    .orderBy(...columns)
    .for('update');
  return locked as Stored<T>[];
}

/** Every writer makes missing rows in the same order, so that no two wait for each other. */
function inKeyOrder(rows: readonly AnyRow[], key: readonly string[]): AnyRow[] {
  const textOf = (row: AnyRow) => key.map((name) => String(row[name])).join(' ');
  return [...rows].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** The county as a condition of its own sends the lock to one shard of a cluster. */
function ofOneCounty({ name, table }: Writable<PgTable>, rows: readonly AnyRow[]): SQL | undefined {
  const column = columnsByName(table).countyCode;
  const [first] = rows;
  if (!column || !first) return undefined;
  if (rows.some(({ countyCode }) => countyCode !== first.countyCode))
    throw new Error(`${name}: rows of one county are locked at a time`);
  return eq(column, first.countyCode);
}
