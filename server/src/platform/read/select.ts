import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../context.ts';
import { reachOf } from '../viewer.ts';
import type { Columns, Entity, Row } from './entity.ts';

export const columnsOf = (entity: Entity): Columns => getTableColumns(entity.table) as Columns;

/** Ciphers and hashes never leave the database on a read. */
const readable = (entity: Entity): Columns =>
  Object.fromEntries(
    Object.entries(columnsOf(entity)).filter(([, column]) => column.getSQLType() !== 'bytea'),
  );

/** What the viewer may see of an entity. Every statement of the read paths carries it. */
export const inScope = (ctx: Context, entity: Entity): SQL =>
  entity.scope(columnsOf(entity), reachOf(ctx.viewer, entity.right));

/** `= any($1)` and not `in (…)`: every length of list is the same statement. */
export const anyValue = (column: PgColumn, values: readonly unknown[]): SQL =>
  sql`${column} = any(${sql.param([...new Set(values)])}::${sql.raw(column.getSQLType())}[])`;

export function columnNamed(entity: Entity, name: string): PgColumn {
  const column = columnsOf(entity)[name];
  if (!column) throw new Error(`${entity.name} has no column ${name}`);
  return column;
}

export interface Selection {
  readonly where: SQL;
  readonly orderBy?: SQL[];
  readonly limit?: number;
  readonly offset?: number;
  /** More expressions to select, by a name that no column has. */
  readonly extra?: Record<string, SQL>;
}

/** Nested once more, because of a selected expression the builder strips the table from the columns on top. */
const named = (extra: Selection['extra'] = {}) =>
  Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, sql`${value}`.as(name)]));

export async function selectRows(ctx: Context, entity: Entity, selection: Selection): Promise<Row[]> {
  const extra = named(selection.extra);
  const query = ctx.db
    .select({ ...readable(entity), ...extra })
    .from(entity.table)
    .where(sql`${inScope(ctx, entity)} and ${selection.where}`)
    .orderBy(...(selection.orderBy ?? []))
    .$dynamic();
  if (selection.limit !== undefined) query.limit(selection.limit);
  if (selection.offset) query.offset(selection.offset);
  const rows: Record<string, unknown>[] = await query;
  return rows.map((row) => ({ ...row, __typename: entity.name }));
}

/** The same with a rank within each parent, for lists below many parents at once. */
export async function selectRanked(
  ctx: Context,
  entity: Entity,
  selection: Selection & { partition: PgColumn[]; from: number; to: number },
): Promise<Row[]> {
  const order = sql.join(selection.orderBy ?? [], sql`, `);
  const partition = sql.join(selection.partition, sql`, `);
  const extra = named(selection.extra);
  const ranked = ctx.db
    .select({
      ...readable(entity),
      ...extra,
      listRank: sql<number>`row_number() over (partition by ${partition} order by ${order})`.as('list_rank'),
    })
    .from(entity.table)
    .where(sql`${inScope(ctx, entity)} and ${selection.where}`)
    .as('ranked');
  const rank = sql`"ranked"."list_rank"`;
  const rows: Record<string, unknown>[] = await ctx.db
    .select()
    .from(ranked)
    .where(sql`${rank} > ${selection.from} and ${rank} <= ${selection.to}`)
    .orderBy(rank);
  return rows.map((row) => ({ ...row, __typename: entity.name }));
}
