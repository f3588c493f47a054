import { type InferSelectModel, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { reachOf } from '#platform/access/viewer.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { conflict, notFound } from '#platform/core/errors.ts';
import type { Entity, EntityOf } from '#platform/read/entity.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { columnNamed, tableColumns } from '#platform/read/select.ts';
import type { Right } from '#schema/codes/rights.ts';
import type { InsertOnly } from '#schema/insert-only.ts';

/**
 * A row to decide on and to change: locked until the transaction ends, and within what `right` reaches, which may be
 * less than what the viewer may read. Out of reach is NOT_FOUND, as if it did not exist.
 */
export async function lockRow<T extends PgTable>(
  ctx: WorkContext,
  entity: EntityOf<T>,
  id: string,
  path: string,
  right: Right,
): Promise<InferSelectModel<T>> {
  const [row] = await lockRows(ctx, entity, [partsOfId(entity, id, path)], right);
  if (!row) throw notFound(path);
  return row;
}

/** The same for a row of an insert-only table, which no lock need keep from changing. */
export async function findRow<T extends PgTable & InsertOnly>(
  ctx: WorkContext,
  entity: EntityOf<T>,
  id: string,
  path: string,
  right: Right,
): Promise<InferSelectModel<T>> {
  const [row] = await inReach(ctx, entity, [partsOfId(entity, id, path)], right);
  if (!row) throw notFound(path);
  return row as InferSelectModel<T>;
}

/** The same for many keys, locked in the order of their keys so that two writers cannot wait in a circle. */
export async function lockRows<T extends PgTable>(
  ctx: WorkContext,
  entity: EntityOf<T>,
  keys: readonly (readonly string[])[],
  right: Right,
): Promise<InferSelectModel<T>[]> {
  if (keys.length === 0) return [];
  // One county after the other: a row lock goes to one shard, whose key is given.
  const rows: InferSelectModel<T>[] = [];
  for (const ofCounty of byCounty(entity, keys))
    rows.push(...(await lockWhere(ctx, entity, ofCounty, right)));
  return rows;
}

type Keys = readonly (readonly string[])[];

function byCounty(entity: Entity, keys: Keys): Keys[] {
  if (entity.key[0] !== 'countyCode') return [keys];
  const counties = [...new Set(keys.map(([countyCode = '']) => countyCode))].sort();
  return counties.map((county) => keys.filter(([countyCode]) => countyCode === county));
}

async function lockWhere<T extends PgTable>(
  ctx: WorkContext,
  entity: EntityOf<T>,
  keys: Keys,
  right: Right,
): Promise<InferSelectModel<T>[]> {
  const rows: unknown[] = await inReach(ctx, entity, keys, right).for('update');
  return rows as InferSelectModel<T>[];
}

/** All keys are of one county, which becomes a condition of its own. */
function inReach<T extends PgTable>(ctx: WorkContext, entity: EntityOf<T>, keys: Keys, right: Right) {
  const columns = entity.key.map((name) => columnNamed(entity, name));
  const isKey = (key: readonly string[]): SQL =>
    allOf(columns.map((column, at) => sql`${column} = ${key[at]}`));
  const inCounty = entity.key[0] === 'countyCode' ? sql`${columns[0]} = ${keys[0]?.[0]} and` : sql``;
  return ctx.db
    .select()
    .from(entity.table as PgTable)
    .where(
      sql`${inCounty} (${sql.join(keys.map(isKey), sql` or `)})
        and ${(entity.lockScope ?? entity.scope)(tableColumns(entity), reachOf(ctx.viewer, right))}`,
    )
    .orderBy(...columns);
}

const allOf = (conditions: SQL[]): SQL => sql`(${sql.join(conditions, sql` and `)})`;

/** Refuses an edit of something else than what was read. */
export function checkVersion(row: { version: number }, expectedVersion: number): void {
  if (row.version !== expectedVersion) throw conflict(row.version);
}
