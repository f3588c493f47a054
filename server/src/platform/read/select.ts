import { getTableColumns, getTableName, type SQL, Subquery, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import type { Columns, ComputedField, Entity, ReadRequest, Row } from './entity.ts';

export const tableColumns = (entity: Entity): Columns => getTableColumns(entity.table) as Columns;

/** What a computed field is made of; `county`: the one that all rows are of, where that is known. */
export function computedSql(entity: Entity, { sql: make }: ComputedField, county?: string): SQL {
  const columns = tableColumns(entity);
  return make(columns, county === undefined ? (columns.countyCode ?? sql`null`) : sql`${county}::text`);
}

/** Ciphers and hashes never leave the database on a read. */
const readable = (entity: Entity): Columns =>
  Object.fromEntries(
    Object.entries(tableColumns(entity)).filter(([, column]) => column.getSQLType() !== 'bytea'),
  );

/** What the viewer may see of an entity. Every statement of the read paths carries it. */
export const inScope = (ctx: Context, entity: Entity): SQL =>
  entity.scope(tableColumns(entity), reachOf(ctx.viewer, entity.right));

/** `= any($1)` and not `in (…)`: every length of list is the same statement. */
export const anyValue = (column: PgColumn, values: readonly unknown[]): SQL =>
  sql`${column} = any(${sql.param([...new Set(values)])}::${sql.raw(column.getSQLType())}[])`;

export function columnNamed(entity: Entity, name: string): PgColumn {
  const column = tableColumns(entity)[name];
  if (!column) throw new Error(`${entity.name} has no column ${name}`);
  return column;
}

/** Where an entity's rows come from: its table, or the query that works them out, under the table's name. */
export const rowsOf = (
  ctx: Context,
  entity: Entity,
  request: Partial<ReadRequest> = {},
): PgTable | Subquery =>
  entity.source
    ? new Subquery(
        entity.source(ctx, { filter: {}, keys: {}, ...request }),
        tableColumns(entity),
        getTableName(entity.table),
      )
    : entity.table;

export interface Selection {
  readonly where: SQL;
  readonly request?: Partial<ReadRequest>;
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
    .from(rowsOf(ctx, entity, selection.request))
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
    .from(rowsOf(ctx, entity, selection.request))
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
