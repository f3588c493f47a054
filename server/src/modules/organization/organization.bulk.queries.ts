import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { type Kept, staleOf } from '#platform/write/bulk.ts';
import { organization } from '#schema/organization/organization.table.ts';

export function selectByNames(ctx: Context, countyCode: string, names: readonly string[]) {
  return ctx.db
    .select()
    .from(organization)
    .where(and(eq(organization.countyCode, countyCode), anyValue(organization.name, names)))
    .orderBy(asc(organization.id));
}

export function selectNames(ctx: Context, countyCode: string, ids: readonly string[]) {
  return ctx.db
    .select({ id: organization.id, name: organization.name })
    .from(organization)
    .where(and(eq(organization.countyCode, countyCode), anyValue(organization.id, ids)));
}

export const staleOrganizations = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  staleOf(ctx, organization, countyCode, kept);
