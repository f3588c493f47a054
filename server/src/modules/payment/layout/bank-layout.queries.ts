import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { bankLayout } from '#schema/payment/bank-layout.table.ts';

export const layoutsInUse = (ctx: Context, countyCode: string) =>
  ctx.db
    .select()
    .from(bankLayout)
    .where(and(eq(bankLayout.countyCode, countyCode), isNull(bankLayout.toOn)));

export async function findLayout(ctx: Context, countyCode: string, id: string) {
  const [found] = await ctx.db
    .select()
    .from(bankLayout)
    .where(and(eq(bankLayout.countyCode, countyCode), eq(bankLayout.id, id)));
  return found;
}

export async function findLayoutNamed(ctx: Context, countyCode: string, name: string) {
  const [found] = await ctx.db
    .select()
    .from(bankLayout)
    .where(and(eq(bankLayout.countyCode, countyCode), eq(bankLayout.name, name), isNull(bankLayout.toOn)));
  return found;
}

export async function lockLayoutNamed(ctx: Context, countyCode: string, name: string) {
  const [found] = await ctx.db
    .select()
    .from(bankLayout)
    .where(and(eq(bankLayout.countyCode, countyCode), eq(bankLayout.name, name), isNull(bankLayout.toOn)))
    .for('update');
  return found;
}
