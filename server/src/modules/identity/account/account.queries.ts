import { and, eq } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { auditAct } from '#platform/write/trail.ts';
import { update } from '#platform/write/write.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';

/** The account linked to a cadre record; null if there is none. */
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

const cadreRecord = { name: 'Cadre', table: cadre, key: ['countyCode', 'id'] };

/** Links a locked cadre record to an account. */
export async function tieCadre(
  work: WorkContext,
  locked: CountyKey & { readonly divisionCode: string; readonly userId: string | null },
  userId: string | null,
): Promise<void> {
  const { countyCode, id, divisionCode } = locked;
  const changed = await update(
    work,
    cadreRecord,
    { countyCode, id, divisionCode },
    { userId },
    { auditedAs: 'Cadre' },
  );
  auditAct(work, cadreRecord, changed, {
    action: 'linkCadre',
    before: { userId: locked.userId },
    after: { userId },
  });
}
