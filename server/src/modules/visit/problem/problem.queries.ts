import { and, eq } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import { visit } from '#schema/visit/visit.table.ts';

export async function visitedOnOf(ctx: WorkContext, countyCode: string, id: string, householdId: string) {
  const [row] = await ctx.db
    .select({ visitedOn: visit.visitedOn })
    .from(visit)
    .where(and(eq(visit.countyCode, countyCode), eq(visit.id, id), eq(visit.householdId, householdId)));
  return row?.visitedOn ?? null;
}
