import { eq } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { county } from '#schema/county/county.table.ts';

export async function countyExists(ctx: Context, countyCode: string): Promise<boolean> {
  const found = await ctx.db
    .select({ code: county.countyCode })
    .from(county)
    .where(eq(county.countyCode, countyCode));
  return found.length > 0;
}
