import { type SQL, sql } from 'drizzle-orm';
import { forbidden, requireRights } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import type { GroupArgs } from '../conditions/group-keys.ts';
import { type Groups, loadGroups, noGroups } from '../conditions/groups.ts';
import { type Where, whereSql } from '../conditions/where.ts';
import { type Entity, type ListRelation, type ReadRequest, type Row, rightsToFilter } from '../entity.ts';
import { type Key, keysByColumn, keysMatch, keyText, perRequest, sourceKey, targetKey } from '../loader.ts';
import { reachesAll } from '../reach.ts';
import { anyValue, columnNamed, inScope, rowsOf, selectRanked, selectRows, tableColumns } from '../select.ts';
import {
  after,
  argumentsText,
  cursorOf,
  listMarkOf,
  markBelow,
  markIn,
  type OrderItem,
  orderOf,
  placeColumns,
  type SortStep,
  stepsOf,
} from './cursor.ts';

export interface PageArgs {
  readonly filter?: Record<string, unknown> | null;
  readonly where?: Where | null;
  readonly orderBy?: readonly OrderItem[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly offset?: number | null;
}

export interface RowConnection {
  readonly nodes: Row[];
  readonly edges: { cursor: string; node: Row }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Counted only when it is selected. */
  readonly totalCount: () => Promise<number>;
  /** The same of groups. */
  readonly groups: (args: GroupArgs) => Promise<Groups>;
}

/** What is read of the whole list and not of its page. */
type Whole = Pick<RowConnection, 'totalCount' | 'groups'>;

export const pageLimits = { first: 100, offset: 10_000, usual: 25 } as const;

export function sizes(args: PageArgs): { first: number; offset: number } {
  const first = args.first ?? pageLimits.usual;
  const offset = args.offset ?? 0;
  if (first < 1) throw invalid({ first: 'PAGE_SIZE_INVALID' });
  if (first > pageLimits.first) throw invalid({ first: 'PAGE_TOO_LARGE' });
  if (offset < 0) throw invalid({ offset: 'OUT_OF_RANGE' });
  if (offset > pageLimits.offset) throw invalid({ offset: 'OFFSET_TOO_LARGE' });
  return { first, offset };
}

/** Refuses an order that would reveal values that the viewer may not read. */
export function checkOrder(ctx: Context, entity: Entity, orderBy: PageArgs['orderBy']): void {
  for (const { field } of orderBy ?? []) {
    const right = entity.sorts[field]?.right;
    if (right && !reachesAll(ctx.viewer, entity, right)) throw forbidden(right, 'orderBy');
  }
}

/** All conditions of a filter; what is not given does not narrow. */
export function filterSql(ctx: Context, entity: Entity, filter: PageArgs['filter']): SQL {
  const columns = tableColumns(entity);
  const conditions = Object.entries(filter ?? {}).flatMap(([name, value]) => {
    const declared = entity.filters[name];
    if (value === null || value === undefined || !declared) return [];
    const rights = rightsToFilter(entity, name);
    requireRights(ctx.viewer, rights, `filter.${name}`);
    // Held for a part only, it would tell of the rest which rows the filter keeps.
    const narrower = rights.find((right) => !reachesAll(ctx.viewer, entity, right));
    if (narrower) throw forbidden(narrower, `filter.${name}`);
    return [declared.sql(columns, value as never, ctx, `filter.${name}`)];
  });
  return conditions.length ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`;
}

/** All that the arguments of a list narrow it by. */
export const conditionsOfList = (ctx: Context, entity: Entity, { filter, where }: PageArgs): SQL =>
  where
    ? sql`${filterSql(ctx, entity, filter)} and ${whereSql(ctx, entity, where)}`
    : filterSql(ctx, entity, filter);

function connection(
  rows: Row[],
  steps: readonly SortStep[],
  mark: string,
  first: number,
  before: boolean,
  whole: Whole,
): RowConnection {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node, steps, mark), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    ...whole,
  };
}

/** One page of an entity's rows within the viewer's scope. */
export async function loadPage(
  ctx: Context,
  entity: Entity,
  args: PageArgs,
  base: SQL = sql`true`,
): Promise<RowConnection> {
  const { first, offset } = sizes(args);
  checkOrder(ctx, entity, args.orderBy);
  const steps = stepsOf(entity, args.orderBy ?? []);
  const mark = listMarkOf(entity.name, entity, args);
  const matching = sql`${base} and ${conditionsOfList(ctx, entity, args)}`;
  const request = { filter: args.filter ?? {} };
  const rows = await selectRows(ctx, entity, {
    where: args.after ? sql`${matching} and ${after(args.after, steps, mark, 'after')}` : matching,
    orderBy: orderOf(steps),
    limit: first + 1,
    offset,
    request,
    extra: placeColumns(steps),
  });
  return connection(rows, steps, mark, first, Boolean(args.after) || offset > 0, {
    totalCount: async () => {
      const [counted] = await ctx.db
        .select({ count: sql<number>`count(*)::int` })
        .from(rowsOf(ctx, entity, request))
        .where(sql`${inScope(ctx, entity)} and ${matching}`);
      return counted?.count ?? 0;
    },
    groups: async (groupArgs) => {
      const found = await loadGroups(ctx, { entity, matching, request, parents: {} }, groupArgs, () => '');
      return found.get('') ?? noGroups(entity, groupArgs);
    },
  });
}

/** One page below each of many parents, in one statement. */
export async function loadPageOf(
  ctx: Context,
  name: string,
  relation: ListRelation,
  args: PageArgs,
  row: Row,
): Promise<RowConnection> {
  const loader = perRequest<Key, RowConnection>(ctx, `${name}(${argumentsText(args)})`, (keys) =>
    loadPages(ctx, name, relation, args, keys),
  );
  const key = sourceKey(row, relation.on);
  // A cursor of the list below another row; so all that are loaded together with a cursor hang on the same one.
  if (args.after && markIn(args.after) !== markBelow(listMarkOf(name, relation.target(), args), key))
    throw invalid({ after: 'CURSOR_INVALID' });
  return loader.load(key);
}

async function loadPages(
  ctx: Context,
  name: string,
  relation: ListRelation,
  args: PageArgs,
  keys: readonly Key[],
): Promise<RowConnection[]> {
  const entity = relation.target();
  const { first, offset } = sizes(args);
  checkOrder(ctx, entity, args.orderBy);
  const steps = stepsOf(entity, args.orderBy ?? []);
  const mark = listMarkOf(name, entity, args);
  const narrowed = relation.where ? sql` and ${relation.where(tableColumns(entity))}` : sql``;
  const matching = sql`${keysMatch(entity, relation.on, keys)}${narrowed} and ${conditionsOfList(ctx, entity, args)}`;
  const request = { filter: args.filter ?? {}, keys: keysByColumn(relation.on, keys) };
  const partition = Object.values(relation.on).map((column) => columnNamed(entity, column));
  const rows = await selectRanked(ctx, entity, {
    where: args.after ? sql`${matching} and ${after(args.after, steps, mark, 'after')}` : matching,
    orderBy: orderOf(steps),
    partition,
    from: offset,
    to: offset + first + 1,
    request,
    extra: placeColumns(steps),
  });
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyText(targetKey(row, relation.on));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const counts = lazyCounts(ctx, entity, relation, matching, request);
  const grouped = lazyGroups(ctx, entity, relation, matching, request);
  const isLater = Boolean(args.after) || offset > 0;
  return keys.map((key) =>
    connection(groups.get(keyText(key)) ?? [], steps, markBelow(mark, key), first, isLater, {
      totalCount: () => counts(key),
      groups: (groupArgs) => grouped(key, groupArgs),
    }),
  );
}

/** Counts for all parents in one statement, at the first call. */
function lazyCounts(
  ctx: Context,
  entity: Entity,
  relation: ListRelation,
  matching: SQL,
  request: Partial<ReadRequest>,
): (key: Key) => Promise<number> {
  let counted: Promise<Map<string, number>> | undefined;
  const count = async () => {
    const columns = Object.fromEntries(
      Object.values(relation.on).map((name) => [name, columnNamed(entity, name)]),
    );
    const rows: Record<string, unknown>[] = await ctx.db
      .select({ ...columns, rowCount: sql<number>`count(*)::int`.as('row_count') })
      .from(rowsOf(ctx, entity, request))
      .where(sql`${inScope(ctx, entity)} and ${matching}`)
      .groupBy(...Object.values(columns));
    return new Map(
      rows.map((row) => [keyText(Object.values(relation.on).map((name) => row[name])), Number(row.rowCount)]),
    );
  };
  return async (key) => {
    counted ??= count();
    return (await counted).get(keyText(key)) ?? 0;
  };
}

/** Groups of the lists below all parents at once, when the first of them asks. */
function lazyGroups(
  ctx: Context,
  entity: Entity,
  relation: ListRelation,
  matching: SQL,
  request: Partial<ReadRequest>,
): (key: Key, args: GroupArgs) => Promise<Groups> {
  const known = new Map<string, Promise<Map<string, Groups>>>();
  const names = Object.values(relation.on);
  const parents = Object.fromEntries(names.map((name) => [name, columnNamed(entity, name)]));
  return async (key, args) => {
    const text = argumentsText(args);
    const loaded =
      known.get(text) ??
      loadGroups(ctx, { entity, matching, request, parents }, args, (row) =>
        keyText(names.map((name) => row[name])),
      );
    known.set(text, loaded);
    return (await loaded).get(keyText(key)) ?? noGroups(entity, args);
  };
}

const keyValuesOf = (keys: Record<string, unknown[]>): ReadRequest['keys'] =>
  Object.fromEntries(Object.entries(keys).map(([name, values]) => [name, { values }]));

/** How many rows of a list fall to each combination of some columns: by the same conditions as the list itself. */
export async function countGroups(
  ctx: Context,
  entity: Entity,
  filter: Record<string, unknown>,
  groupBy: readonly string[],
  keys: Record<string, unknown[]> = {},
): Promise<(Record<string, unknown> & { count: number })[]> {
  const columns = Object.fromEntries(groupBy.map((name) => [name, columnNamed(entity, name)]));
  const keyed = Object.entries(keys).map(([name, values]) => anyValue(columnNamed(entity, name), values));
  const matching = sql.join([inScope(ctx, entity), filterSql(ctx, entity, filter), ...keyed], sql` and `);
  return ctx.db
    .select({ ...columns, count: sql<number>`count(*)::int`.as('row_count') })
    .from(rowsOf(ctx, entity, { filter, keys: keyValuesOf(keys) }))
    .where(matching)
    .groupBy(...Object.values(columns));
}
