import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { bankAccount } from '#schema/payment/bank-account.table.ts';

const current = (countyCode: string) => and(eq(bankAccount.countyCode, countyCode), isNull(bankAccount.toOn));

/** The accounts in use of some members. */
export const currentAccounts = (ctx: Context, countyCode: string, memberIds: readonly string[]) =>
  ctx.db
    .select()
    .from(bankAccount)
    .where(and(current(countyCode), inArray(bankAccount.memberId, [...memberIds])));

/** The account in use of a member, locked until the transaction ends. */
export async function lockCurrentAccount(ctx: Context, countyCode: string, memberId: string) {
  const [found] = await ctx.db
    .select()
    .from(bankAccount)
    .where(and(current(countyCode), eq(bankAccount.memberId, memberId)))
    .for('update');
  return found;
}
