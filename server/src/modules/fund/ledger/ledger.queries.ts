import { and, eq, sql } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { fundBook } from '#schema/fund/book.table.ts';
import { fund } from '#schema/fund/fund.table.ts';
import { fundAccount, fundDay, fundEntry } from '#schema/fund/ledger.table.ts';

/**
 * Moves balance and frozen amount of one account, where enough is left for it: the condition and the change are one
 * statement, so that no two transactions decide on the same balance. No row: refused, or not there.
 */
export const moveAccount = preparedRows<MovedAccount>(sql`
  update ${fundAccount} set balance = balance + ${value('amount')}::bigint,
    frozen = frozen + ${value('frozen')}::bigint, entry_count = entry_count + ${value('entries')}::bigint
  where county_code = ${value('countyCode')} and id = ${value('id')}
    and (kind = 'SOURCE' or balance + ${value('amount')}::bigint - frozen - ${value('frozen')}::bigint >= 0)
    and frozen + ${value('frozen')}::bigint >= 0
  returning fund_id as "fundId", balance, entry_count as "entryCount"`);

export interface MovedAccount {
  readonly fundId: string;
  readonly balance: string;
  readonly entryCount: string;
}

/** Adds to what the entries of an account sum to on a day. */
export const addToDay = preparedRows(sql`
  insert into ${fundDay} (county_code, account_id, effective_on, amount)
  values (${value('countyCode')}, ${value('accountId')}, ${value('effectiveOn')}, ${value('amount')}::bigint)
  on conflict (county_code, account_id, effective_on) do update set amount = ${fundDay}.amount + excluded.amount`);

/**
 * Keeps the books of a county open until the transaction ends. Whoever closes them takes the same lock alone, so that no
 * entry slips into a period that is being closed.
 */
export const holdBooksOpen = preparedRows(
  sql`select pg_advisory_xact_lock_shared(hashtextextended('fund book ' || ${value('countyCode')}, 0))`,
);
export interface FundOfAccount {
  readonly fundId: string;
  readonly fiscalYear: number;
  readonly status: string;
  readonly closedThrough: string | null;
}

/** The funds of some accounts, with the day through which the books are closed. */
export const fundsOfAccounts = preparedRows<FundOfAccount>(sql`
  select distinct ${fund}.id as "fundId", fiscal_year as "fiscalYear", ${fund}.status,
    to_char(closed_through, 'YYYY-MM-DD') as "closedThrough"
  from ${fundAccount}
  join ${fund} on ${fund}.county_code = ${value('countyCode')} and ${fund}.id = fund_id
  left join ${fundBook} on ${fundBook}.county_code = ${value('countyCode')}
  where ${fundAccount}.county_code = ${value('countyCode')} and ${fundAccount}.id = any(${value('ids')}::uuid[])`);

/** What accounts belong to: a line that brought money, or an allocation. */
export type AccountOwner = { readonly countyCode: string } & (
  | { readonly lineId: string }
  | { readonly allocationId: string }
);

/** The accounts of a line or an allocation. */
export const findAccounts = (work: WorkContext, owner: AccountOwner) =>
  work.db
    .select({ id: fundAccount.id, kind: fundAccount.kind })
    .from(fundAccount)
    .where(
      and(
        eq(fundAccount.countyCode, owner.countyCode),
        'lineId' in owner
          ? eq(fundAccount.lineId, owner.lineId)
          : eq(fundAccount.allocationId, owner.allocationId),
      ),
    );

/** What a transfer did to each account. */
export const entriesOf = (work: WorkContext, countyCode: string, transferId: string) =>
  work.db
    .select({ accountId: fundEntry.accountId, amount: fundEntry.amount })
    .from(fundEntry)
    .where(and(eq(fundEntry.countyCode, countyCode), eq(fundEntry.transferId, transferId)));
export const holdBooks = preparedRows(
  sql`select pg_advisory_xact_lock(hashtextextended('fund book ' || ${value('countyCode')}, 0))`,
);
