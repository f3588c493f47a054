import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { columnNameOf } from '#platform/database/column-name.ts';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { isNotedByItself, noteInserted, noteRemoved, noteUpdated } from '#platform/feed/changes.ts';

/**
 * Inserts many rows with one statement of two parameters: the rows are sent as JSON and expanded by the database.
 * Building a statement with thousands of placeholders costs more than running it.
 */
export async function insertMany<T extends PgTable>(
  ctx: Context,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  if (rows.length > 0) await insertRows(ctx, table, rows);
}

/** The same without waiting: statements sent later find the rows. */
export function sendRows<T extends PgTable>(
  ctx: WorkContext,
  table: T,
  rows: readonly T['$inferInsert'][],
): void {
  if (rows.length > 0) ctx.pending.sent.push(insertRows(ctx, table, rows));
}

function insertRows(ctx: Context, table: PgTable, rows: readonly object[]): Promise<unknown> {
  const [first = {}] = rows;
  if (isNotedByItself(ctx, table, first)) noteInserted(ctx, table, rows);
  // The first row decides the columns; those it leaves out take their default.
  const keys = Object.keys(first);
  const { shared, own } = splitShared(namedColumns(table, keys), rows as readonly Row[]);
  return insertOf(table, keys)(ctx.db, { shared: jsonRows(shared, [first]), rows: jsonRows(own, rows) });
}

type Row = Readonly<Record<string, unknown>>;

/** Columns with the same value in all rows are sent once: in a wide table these are most, and mostly null. */
function splitShared(columns: readonly NamedColumn[], rows: readonly Row[]) {
  const isShared = ({ key }: NamedColumn) => rows.every((row) => row[key] === rows[0]?.[key]);
  const shared = columns.filter(isShared);
  return { shared, own: columns.filter((column) => !shared.includes(column)) };
}

type Insert = ReturnType<typeof preparedRows>;
const inserts = new WeakMap<PgTable, Map<string, Insert>>();

/** Built once for each table and list of columns. */
function insertOf(table: PgTable, keys: readonly string[]): Insert {
  const ofTable = inserts.get(table) ?? new Map<string, Insert>();
  inserts.set(table, ofTable);
  const known = ofTable.get(keys.join());
  if (known) return known;
  const names = sql.join(
    namedColumns(table, keys).map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const insert = preparedRows(sql`insert into ${table} (${names}) select ${names}
    from json_populate_recordset(
      (select shared from json_populate_recordset(null::${table}, ${value('shared')}::text::json) as shared),
      ${value('rows')}::text::json)`);
  ofTable.set(keys.join(), insert);
  return insert;
}

const updates = new WeakMap<PgTable, Map<string, Insert>>();

/** Sets columns of one row and raises its version, without waiting; put together once for each list of columns. */
export function sendChanges(
  work: WorkContext,
  table: PgTable,
  key: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): void {
  const keys = Object.keys(changes);
  const ofTable = updates.get(table) ?? new Map<string, Insert>();
  updates.set(table, ofTable);
  const known = ofTable.get(keys.join()) ?? updateOf(table, Object.keys(key), keys);
  ofTable.set(keys.join(), known);
  work.pending.sent.push(known(work.db, { ...key, changes: jsonRows(namedColumns(table, keys), [changes]) }));
}

function updateOf(table: PgTable, key: readonly string[], keys: readonly string[]): Insert {
  const sets = namedColumns(table, keys).map(
    ({ name }) => sql`${sql.identifier(name)} = given.${sql.identifier(name)}`,
  );
  if ('version' in getTableColumns(table)) sets.push(sql`version = changed.version + 1`);
  const isRow = namedColumns(table, key).map(
    (column) => sql`changed.${sql.identifier(column.name)} = ${value(column.key)}`,
  );
  return preparedRows(sql`update ${table} as changed set ${sql.join(sets, sql`, `)}
    from json_populate_recordset(null::${table}, ${value('changes')}::text::json) as given
    where ${sql.join(isRow, sql` and `)}`);
}

/**
 * Updates many rows of one county, in the columns that the first row names, and raises their version if they have one.
 * For tables in the change feed it returns the place of each row.
 */
export async function updateRows<T extends PgTable>(
  ctx: Context,
  table: T,
  countyCode: string,
  rows: readonly (Partial<T['$inferInsert']> & { id: string })[],
): Promise<Record<string, unknown>[]> {
  const [first] = rows;
  if (!first) return [];
  const columns = namedColumns(table, Object.keys(first));
  const sets = columns
    .filter(({ key }) => key !== 'id')
    .map(({ name }) => sql`${sql.identifier(name)} = given.${sql.identifier(name)}`);
  if ('version' in getTableColumns(table)) sets.push(sql`version = changed.version + 1`);
  const changed = await ctx.db.execute<Record<string, unknown>>(sql`
    update ${table} as changed set ${sql.join(sets, sql`, `)}
    from ${recordset(table, columns, rows)} as given
    where changed.county_code = ${countyCode} and changed.id = given.id${returningPlace(ctx, table)}`);
  if (ctx.catalog.followed.has(table)) noteUpdated(ctx, table, changed);
  return changed;
}

/** The columns that the change feed needs of a row. */
function returningPlace(ctx: Context, table: PgTable): SQL {
  if (!ctx.catalog.followed.has(table)) return sql``;
  const columns: Record<string, PgColumn | undefined> = getTableColumns(table);
  const known = ['countyCode', 'id', 'householdId', 'villageCode', 'divisionCode', 'cadreId'].flatMap(
    (key) => {
      const column = columns[key];
      return column ? [sql`changed.${sql.identifier(columnNameOf(column))} as ${sql.identifier(key)}`] : [];
    },
  );
  return sql` returning ${sql.join(known, sql`, `)}`;
}

export interface Kept {
  readonly id: string;
  readonly version: number;
}

/** The rows of one county that were deleted or changed since they were read; the others stay locked. */
export async function staleOf(
  ctx: Context,
  table: PgTable,
  countyCode: string,
  kept: readonly Kept[],
): Promise<Kept[]> {
  const ids = sql.param(kept.map((row) => row.id));
  const rows: Record<string, unknown>[] = await ctx.db.execute(sql`
    select id, version from ${table} where county_code = ${countyCode} and id = any(${ids}::uuid[])
    order by id for update`);
  const versions = new Map(rows.map((row) => [row.id, row.version]));
  return kept.filter((row) => versions.get(row.id) !== row.version);
}

/** Deletes rows of one county and returns them, for the audit trail. */
export async function deleteMany(
  ctx: Context,
  table: PgTable,
  countyCode: string,
  ids: readonly string[],
): Promise<Record<string, unknown>[]> {
  if (ids.length === 0) return [];
  const gone = await ctx.db
    .delete(table)
    .where(sql`county_code = ${countyCode} and id = any(${sql.param(ids)}::uuid[])`)
    .returning();
  if (ctx.catalog.followed.has(table)) noteRemoved(ctx, table, gone);
  return gone;
}

/** Keyed hashes as an array, for `= any(…)`; each once. */
export const hashesIn = (hashes: readonly Buffer[]): SQL =>
  sql`${`{${[...new Set(hashes.map((hash) => `"\\\\x${hash.toString('hex')}"`))].join(',')}}`}::text::bytea[]`;

/**
 * Ids of the rows of one county that have one of many keyed hashes, as an array for `= any(…)`. Each hash is looked up
 * by itself, so that the index is used even in a table that grew too fast to have statistics.
 */
export function idsByHash(
  table: PgTable,
  column: PgColumn,
  countyCode: string,
  hashes: readonly Buffer[],
): SQL {
  const name = sql.identifier(columnNameOf(column));
  return sql`array(select found.id from unnest(${hashesIn(hashes)}) as wanted(hash) cross join lateral (
    select id from ${table} where county_code = ${countyCode} and ${name} = wanted.hash offset 0
  ) as found)`;
}

/** Gives tables that have grown fast their statistics, without waiting for autovacuum. */
export async function freshenStatistics(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`select freshen_statistics()`);
}

interface NamedColumn {
  readonly key: string;
  readonly name: string;
}

function namedColumns(table: PgTable, keys: readonly string[]): NamedColumn[] {
  const columns: Record<string, PgColumn | undefined> = getTableColumns(table);
  return keys.map((key) => {
    const column = columns[key];
    if (!column) throw new Error(`no column ${key}`);
    return { key, name: columnNameOf(column) };
  });
}

function recordset(table: PgTable, columns: readonly NamedColumn[], rows: readonly object[]): SQL {
  return sql`json_populate_recordset(null::${table}, ${jsonRows(columns, rows)}::text::json)`;
}

/** Builds the text directly: copying every row with renamed columns would cost more than all the rest. */
function jsonRows(columns: readonly NamedColumn[], rows: readonly object[]): string {
  const labelled = columns.map(({ key, name }, at) => ({ key, label: `${at === 0 ? '' : ','}"${name}":` }));
  let text = '[';
  for (const row of rows as readonly Row[]) {
    text += text.length > 1 ? ',{' : '{';
    for (const { key, label } of labelled) text += label + jsonOf(row[key]);
    text += '}';
  }
  return `${text}]`;
}

function jsonOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`;
  return typeof value === 'bigint' ? `"${value}"` : JSON.stringify(value);
}
