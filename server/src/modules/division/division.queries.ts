import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { updateWhere } from '#platform/write/where.ts';
import { insertMissing } from '#platform/write/write.ts';
import { division, divisionChange } from '#schema/division/division.table.ts';
import type { DivisionRow } from './division.data.ts';
import { divisionEntity } from './division.entity.ts';

const texts = (rows: readonly DivisionRow[], field: keyof DivisionRow) =>
  sql`${sql.param(rows.map((row) => row[field]))}::text[]`;

/**
 * Writes many divisions in one statement of eight parameters, however many rows there are. Returns whether each was new
 * or changed; an abolished code stays abolished.
 */
export async function upsertDivisions(ctx: Context, rows: readonly DivisionRow[]): Promise<boolean[]> {
  const changed: { created: boolean }[] = await ctx.db.execute(sql`
    insert into ${division} (code, level, parent_code, name, short_name, path, pinyin)
    select * from unnest(${texts(rows, 'code')}, ${texts(rows, 'level')}, ${texts(rows, 'parentCode')},
      ${texts(rows, 'name')}, ${texts(rows, 'shortName')}, ${texts(rows, 'path')}, ${texts(rows, 'pinyin')})
    on conflict (code) do update set name = excluded.name, short_name = excluded.short_name,
      path = excluded.path, pinyin = excluded.pinyin
    where (division.name, division.short_name, division.path, division.pinyin)
      is distinct from (excluded.name, excluded.short_name, excluded.path, excluded.pinyin)
    returning (xmax = 0) as created`);
  return changed.map((row) => row.created);
}

export async function findDivisions(ctx: Context, codes: readonly string[]) {
  const rows = await ctx.db.select().from(division).where(anyValue(division.code, codes));
  return new Map(rows.map((row) => [row.code, row]));
}

const changeRecord = { name: 'DivisionChange', table: divisionChange, key: ['oldCode', 'newCode'] };

/** Keeps where a code went, and gives it up from that day on, unless it was given up before. */
export async function insertChange(work: WorkContext, oldCode: string, newCode: string, effectiveOn: string) {
  const trail = { auditedAs: 'Division' };
  await insertMissing(work, changeRecord, [{ oldCode, newCode, effectiveOn }], trail);
  const inUse = and(eq(division.code, oldCode), isNull(division.abolishedOn));
  await updateWhere(work, divisionEntity, inUse, { abolishedOn: effectiveOn }, trail);
}
