import DataLoader from 'dataloader';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import type { Entity, KeyPairs, ManyRelation, OneRelation, ReadRequest, Row } from './entity.ts';
import { anyValue, columnNamed, selectRows, tableColumns } from './select.ts';

/** Values of the columns that tie a row to its relatives, in the order of the relation's pairs. */
export type Key = readonly unknown[];

/** One loader per request and name; the first caller makes it. */
export function perRequest<K, V>(
  ctx: Context,
  name: string,
  batch: (keys: readonly K[]) => Promise<readonly V[]>,
): DataLoader<K, V, string> {
  const known = ctx.loaders.get(name) as DataLoader<K, V, string> | undefined;
  if (known) return known;
  const loader = new DataLoader<K, V, string>(batch, {
    cacheKeyFn: (key) => JSON.stringify(key),
    maxBatchSize: 2_000,
  });
  ctx.loaders.set(name, loader);
  return loader;
}

/** Parts of a global id are text where the column may be a number. */
export const keyText = (key: Key): string =>
  JSON.stringify(key.map((part) => (part === null || part === undefined ? null : String(part))));
export const sourceKey = (row: Row, on: KeyPairs): Key =>
  Object.keys(on).map((column) => row[column] ?? null);
export const targetKey = (row: Row, on: KeyPairs): Key =>
  Object.values(on).map((column) => row[column] ?? null);

/** Each column among its own values: a superset where the key is composite, sorted out by the caller. */
export const keysMatch = (target: Entity, on: KeyPairs, keys: readonly Key[]): SQL =>
  sql.join(
    Object.values(on).map((name, at) =>
      anyValue(
        columnNamed(target, name),
        keys.map((key) => key[at]),
      ),
    ),
    sql` and `,
  );

/** The same keys by column, for a source that computes only the requested rows. */
export const keysByColumn = (on: KeyPairs, keys: readonly Key[]): ReadRequest['keys'] =>
  Object.fromEntries(
    Object.values(on).map((name, at) => [name, { values: [...new Set(keys.map((key) => key[at]))] }]),
  );

async function loadRelated(
  ctx: Context,
  relation: OneRelation | ManyRelation,
  keys: readonly Key[],
  order: SQL[],
): Promise<Row[][]> {
  const target = relation.target();
  const whole = keys.filter((key) => key.every((part) => part !== null));
  const narrowed = relation.where ? sql` and ${relation.where(tableColumns(target))}` : sql``;
  const rows = whole.length
    ? await selectRows(ctx, target, {
        where: sql`${keysMatch(target, relation.on, whole)}${narrowed}`,
        orderBy: order,
        request: { keys: keysByColumn(relation.on, whole) },
      })
    : [];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyText(targetKey(row, relation.on));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return keys.map((key) => groups.get(keyText(key)) ?? []);
}

export function loadOne(ctx: Context, name: string, relation: OneRelation, row: Row): Promise<Row | null> {
  const order = relation.first?.(tableColumns(relation.target())) ?? [];
  return perRequest<Key, Row | null>(ctx, name, async (keys) =>
    (await loadRelated(ctx, relation, keys, order)).map((group) => group[0] ?? null),
  ).load(sourceKey(row, relation.on));
}

/** Rows of a relation without paging. */
export const longest = 100;

export function loadMany(ctx: Context, name: string, relation: ManyRelation, row: Row): Promise<Row[]> {
  const order = relation.order(tableColumns(relation.target()));
  return perRequest<Key, Row[]>(ctx, name, async (keys) =>
    (await loadRelated(ctx, relation, keys, order)).map((group) => group.slice(0, longest)),
  ).load(sourceKey(row, relation.on));
}

/** A row by the parts of its global id, or null where there is none in scope. */
export const loadByKey = (ctx: Context, entity: Entity, key: Key): Promise<Row | null> =>
  byKey(ctx, entity).load(key);

/** Primes the loader with a row that was just written. The caller ensures that it is in the viewer's scope. */
export function knowByKey(ctx: Context, entity: Entity, key: Key, row: object): void {
  byKey(ctx, entity).prime(key, { ...row, __typename: entity.name });
}

function byKey(ctx: Context, entity: Entity) {
  const on = Object.fromEntries(entity.key.map((column) => [column, column]));
  const relation: OneRelation = { kind: 'one', target: () => entity, on, description: '', nullable: true };
  return perRequest<Key, Row | null>(ctx, `${entity.name}#key`, async (keys) =>
    (await loadRelated(ctx, relation, keys, [])).map((group) => group[0] ?? null),
  );
}

/** A value that SQL computes from a row's own columns. */
export function loadComputed(
  ctx: Context,
  entity: Entity,
  field: string,
  expression: SQL,
  row: Row,
): Promise<unknown> {
  const on = Object.fromEntries(entity.key.map((column) => [column, column]));
  return perRequest<Key, unknown>(ctx, `${entity.name}.${field}`, async (keys) => {
    const rows = await selectRows(ctx, entity, {
      where: keysMatch(entity, on, keys),
      request: { keys: keysByColumn(on, keys) },
      extra: { computedValue: expression },
    });
    const byKey = new Map(rows.map((found) => [keyText(targetKey(found, on)), found.computedValue]));
    return keys.map((key) => byKey.get(keyText(key)) ?? null);
  }).load(sourceKey(row, on));
}
