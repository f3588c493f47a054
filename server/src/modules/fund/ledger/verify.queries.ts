import { type SQL, sql } from 'drizzle-orm';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { fundAccount, fundDay, fundEntry, fundTransfer } from '#schema/fund/ledger.table.ts';
import { fundCommitment } from '#schema/fund/spending/allocation.table.ts';

/** A row that does not agree with the others: its table and key, what it should hold and what it holds. */
export interface LedgerFault {
  readonly countyCode: string;
  readonly row: string;
  readonly expected: string;
  readonly found: string;
}

/** Each yields the rows that break a rule; `county` null: of all counties. */
const checks = {
  /** Entries of an account are numbered from one without a gap, and each leaves the balance before plus its amount. */
  ENTRY_CHAIN: sql`
    select county_code as "countyCode", 'fund_entry ' || account_id || ' ' || seq as row,
      (former_seq + 1) || ' / ' || (former_balance + amount) as expected, seq || ' / ' || balance as found
    from (select county_code, account_id, seq, amount, balance,
        coalesce(lag(seq) over entries, 0) as former_seq, coalesce(lag(balance) over entries, 0) as former_balance
      from ${fundEntry} where ${value('county')}::text is null or county_code = ${value('county')}
      window entries as (partition by county_code, account_id order by seq)) as chain
    where seq <> former_seq + 1 or balance <> former_balance + amount`,
  /** Balance and number of entries of an account are those of its entries. */
  ACCOUNT_BALANCE: sql`
    select a.county_code as "countyCode", 'fund_account ' || a.id as row,
      coalesce(e.total, 0) || ' / ' || coalesce(e.entries, 0) as expected, a.balance || ' / ' || a.entry_count as found
    from ${fundAccount} a
    left join (select county_code, account_id, sum(amount)::bigint as total, count(*) as entries from ${fundEntry}
        group by county_code, account_id) e on e.county_code = a.county_code and e.account_id = a.id
    where (${value('county')}::text is null or a.county_code = ${value('county')})
      and (a.balance <> coalesce(e.total, 0) or a.entry_count <> coalesce(e.entries, 0))`,
  /** The entries of a transfer sum to zero, come to its amount, and count for its day. */
  TRANSFER_SUM: sql`
    select t.county_code as "countyCode", 'fund_transfer ' || t.id as row, '0 / ' || t.amount || ' / ' || t.effective_on as expected,
      coalesce(e.total, 0) || ' / ' || coalesce(e.moved, 0) || ' / ' || coalesce(e.days, '-') as found
    from ${fundTransfer} t
    left join (select county_code, transfer_id, sum(amount) as total, sum(amount) filter (where amount > 0) as moved,
        min(effective_on) as first_day, max(effective_on) as last_day,
        min(effective_on) || '…' || max(effective_on) as days from ${fundEntry} group by county_code, transfer_id) e
      on e.county_code = t.county_code and e.transfer_id = t.id
    where (${value('county')}::text is null or t.county_code = ${value('county')})
      and (e.total is distinct from 0 or e.moved is distinct from t.amount
        or e.first_day is distinct from t.effective_on or e.last_day is distinct from t.effective_on)`,
  /** What is kept for the balance of any day is the sum of the entries of that day. */
  DAY_SUM: sql`
    select coalesce(d.county_code, e.county_code) as "countyCode",
      'fund_day ' || coalesce(d.account_id, e.account_id) || ' ' || coalesce(d.effective_on, e.effective_on) as row,
      coalesce(e.total, 0)::text as expected, coalesce(d.amount, 0)::text as found
    from (select * from ${fundDay} where ${value('county')}::text is null or county_code = ${value('county')}) d
    full join (select county_code, account_id, effective_on, sum(amount)::bigint as total from ${fundEntry}
        where ${value('county')}::text is null or county_code = ${value('county')}
        group by county_code, account_id, effective_on) e
      on e.county_code = d.county_code and e.account_id = d.account_id and e.effective_on = d.effective_on
    where coalesce(d.amount, 0) <> coalesce(e.total, 0)`,
  /** What is frozen of an account is what is left of the open commitments of its allocation. */
  FROZEN_SUM: sql`
    select a.county_code as "countyCode", 'fund_account ' || a.id as row, coalesce(c.total, 0)::text as expected,
      a.frozen::text as found
    from ${fundAccount} a
    left join (select county_code, allocation_id, sum(amount - settled - released)::bigint as total
        from ${fundCommitment} group by county_code, allocation_id) c
      on c.county_code = a.county_code and c.allocation_id = a.allocation_id and a.kind = 'ALLOCATED'
    where (${value('county')}::text is null or a.county_code = ${value('county')})
      and a.frozen <> coalesce(c.total, 0)`,
  /** What a commitment says to be settled was paid or disbursed of it, and not reversed. */
  SETTLED_SUM: sql`
    select c.county_code as "countyCode", 'fund_commitment ' || c.id as row, coalesce(t.total, 0)::text as expected,
      c.settled::text as found
    from ${fundCommitment} c
    left join (select paid.county_code, paid.commitment_id, sum(paid.amount)::bigint as total from ${fundTransfer} paid
        left join ${fundTransfer} back on back.county_code = paid.county_code and back.reverses_id = paid.id
        where paid.commitment_id is not null and back.id is null group by paid.county_code, paid.commitment_id) t
      on t.county_code = c.county_code and t.commitment_id = c.id
    where (${value('county')}::text is null or c.county_code = ${value('county')})
      and c.settled <> coalesce(t.total, 0)`,
  /** An entry names the fund of its account. */
  ENTRY_FUND: sql`
    select e.county_code as "countyCode", 'fund_entry ' || e.account_id || ' ' || e.seq as row, a.fund_id::text as expected,
      e.fund_id::text as found
    from ${fundEntry} e join ${fundAccount} a on a.county_code = e.county_code and a.id = e.account_id
    where (${value('county')}::text is null or e.county_code = ${value('county')})
      and e.fund_id <> a.fund_id`,
} satisfies Record<string, SQL>;

export type LedgerCheck = keyof typeof checks;

/** The statements, ready to run. A hundred rows show what happened: others follow from the first as a rule. */
export const ledgerChecks = Object.entries(checks).map(([check, rows]) => ({
  check: check as LedgerCheck,
  find: preparedRows<LedgerFault>(sql`select * from (${rows}) as faults order by 1, 2 limit 100`),
}));
