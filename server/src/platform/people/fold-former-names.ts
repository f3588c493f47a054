import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { traceOf } from '#platform/core/trace.ts';
import { updateMany } from '#platform/write/many.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { appMeta } from '#schema/platform/platform.table.ts';
import { foldName } from '#schema/text.ts';
import { pinyinKeys } from './pinyin.ts';

/** Where names are kept that are folded at every entrance, with the keys by which they are searched. */
export interface NamedTable {
  readonly entity: string;
  readonly table: PgTable;
  readonly countyCode: PgColumn;
  readonly id: PgColumn;
  readonly version: PgColumn;
  readonly name: PgColumn;
  readonly pinyin: PgColumn;
  /** Names of the columns in the audit trail and the table. */
  readonly fields: readonly [name: string, pinyin: string];
  readonly kind: 'person' | 'place';
}

interface Named {
  readonly countyCode: string;
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

export interface FoldedCount {
  readonly folded: number;
  /** Left as they were, since another record has the folded name; tried again at the next start. */
  readonly failed: number;
}

const batch = 500;
const done = { key: 'folded names', value: 'done' };

/** Names that folding may change; the rest need not be read. */
const mayFold = (name: PgColumn): SQL => sql`(${name} ~ '[^!-~\u4e00-\u9fa5]' or ${name} like '%.%')`;

/**
 * Folds the names that came in before names were folded, so that they are found by what people type. In batches, each a
 * transaction with its audit rows; what breaks off begins again at the next start and passes over what is done. Null
 * where an earlier start has done all of it.
 */
export async function foldFormerNames(
  ctx: Context,
  tables: readonly NamedTable[],
  stopping: AbortSignal,
): Promise<FoldedCount | null> {
  const [known] = await ctx.db.select().from(appMeta).where(eq(appMeta.key, done.key));
  if (known) return null;
  let [folded, failed] = [0, 0];
  for (const place of tables) {
    let last: Named | null = null;
    for (;;) {
      if (stopping.aborted) return { folded, failed };
      const rows = await read(ctx, place, last);
      last = rows.at(-1) ?? null;
      if (!last) break;
      const open = rows.filter(({ name }) => foldName(name) !== name);
      const left = await foldAll(ctx, place, open);
      folded += open.length - left;
      failed += left;
    }
  }
  if (failed === 0) await ctx.db.insert(appMeta).values(done).onConflictDoNothing();
  return { folded, failed };
}

const selectedColumnsOf = ({ countyCode, id, version, name }: NamedTable) => ({
  countyCode,
  id,
  version,
  name,
});

async function read(ctx: Context, place: NamedTable, last: Named | null): Promise<Named[]> {
  const { table, countyCode, id, name } = place;
  const after = last
    ? or(gt(countyCode, last.countyCode), and(eq(countyCode, last.countyCode), gt(id, last.id)))
    : undefined;
  const rows = await ctx.db
    .select(selectedColumnsOf(place))
    .from(table)
    .where(and(after, mayFold(name)))
    .orderBy(asc(countyCode), asc(id))
    .limit(batch);
  return rows as Named[];
}

/** All in one transaction; if that is refused, one by one. Returns how many could not be folded. */
async function foldAll(ctx: Context, place: NamedTable, rows: readonly Named[]): Promise<number> {
  const counties = [...new Set(rows.map(({ countyCode }) => countyCode))];
  let left = 0;
  for (const county of counties) {
    const own = rows.filter(({ countyCode }) => countyCode === county);
    try {
      await withTransaction(ctx, (work) => fold(work, place, county, own));
    } catch {
      for (const row of own)
        await withTransaction(ctx, (work) => fold(work, place, county, [row])).catch((error: unknown) => {
          ctx.log.error(
            { ...traceOf(error), entity: place.entity, id: row.id },
            'a name could not be folded',
          );
          left += 1;
        });
    }
  }
  return left;
}

/** Skips records that were renamed or deleted meanwhile. */
async function fold(
  work: WorkContext,
  place: NamedTable,
  county: string,
  rows: readonly Named[],
): Promise<void> {
  const ids = sql.param(rows.map(({ id }) => id));
  const locked = await work.db
    .select(selectedColumnsOf(place))
    .from(place.table)
    .where(sql`${place.countyCode} = ${county} and ${place.id} = any(${ids}::uuid[])`)
    .orderBy(asc(place.id))
    .for('update');
  const [nameField, pinyinField] = place.fields;
  const changes = (locked as Named[]).flatMap(({ id, version, name }) => {
    const after = foldName(name);
    if (after === name) return [];
    const keys = pinyinKeys(after, place.kind);
    return [
      {
        id,
        before: { [nameField]: name, version },
        audited: { [nameField]: after },
        after: { id, [nameField]: after, [pinyinField]: keys },
      },
    ];
  });
  const record = { name: place.entity, table: place.table, key: ['countyCode', 'id'] };
  await updateMany(work, record, county, changes, { action: 'foldNames' });
}
