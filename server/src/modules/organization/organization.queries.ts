import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { county } from '#schema/county/county.table.ts';
import { organization } from '#schema/organization/organization.table.ts';

type NewOrganization = typeof organization.$inferInsert;

export async function countyExists(ctx: Context, countyCode: string): Promise<boolean> {
  const found = await ctx.db
    .select({ code: county.countyCode })
    .from(county)
    .where(eq(county.countyCode, countyCode));
  return found.length > 0;
}

export async function insertOrganization(ctx: Context, row: NewOrganization) {
  const [made] = await ctx.db.insert(organization).values(row).returning();
  if (!made) throw new Error('nothing inserted');
  noteInserted(ctx, organization, [made]);
  return made;
}

export async function updateOrganization(
  ctx: Context,
  countyCode: string,
  id: string,
  changes: Partial<NewOrganization>,
) {
  const [changed] = await ctx.db
    .update(organization)
    .set({ ...changes, version: sql`${organization.version} + 1` })
    .where(and(eq(organization.countyCode, countyCode), eq(organization.id, id)))
    .returning();
  if (!changed) throw new Error('nothing updated');
  noteUpdated(ctx, organization, [changed]);
  return changed;
}
