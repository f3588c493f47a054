import { and, eq, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { noteUpdated } from '#platform/feed/changes.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';

/** Whose account a cadre record is; null where it is nobody's. */
export async function findTied(ctx: Context, { countyCode, id }: CountyKey): Promise<string | null> {
  const [found] = await ctx.db
    .select({ userId: cadre.userId })
    .from(cadre)
    .where(and(eq(cadre.countyCode, countyCode), eq(cadre.id, id)));
  return found?.userId ?? null;
}

/** A cadre in post, locked. */
export async function lockCadre(work: WorkContext, { countyCode, id }: CountyKey) {
  const [found] = await work.db
    .select({
      countyCode: cadre.countyCode,
      id: cadre.id,
      divisionCode: cadre.divisionCode,
      userId: cadre.userId,
    })
    .from(cadre)
    .where(and(eq(cadre.countyCode, countyCode), eq(cadre.id, id), eq(cadre.status, 'ACTIVE')))
    .for('update');
  return found ?? null;
}

export async function tieCadre(ctx: Context, { countyCode, id }: CountyKey, userId: string | null) {
  const tied = await ctx.db
    .update(cadre)
    .set({ userId, version: sql`${cadre.version} + 1` })
    .where(and(eq(cadre.countyCode, countyCode), eq(cadre.id, id)))
    .returning();
  noteUpdated(ctx, cadre, tied);
}
