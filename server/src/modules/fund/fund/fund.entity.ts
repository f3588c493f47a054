import { type SQL, sql } from 'drizzle-orm';
import { Int } from 'type-graphql';
import { by, type Columns, type ComputedField, defineEntity } from '#platform/read/entity.ts';
import { byWholeCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { FundKind, FundStatus } from '#schema/codes/money/fund.codes.ts';
import { fund } from '#schema/fund/fund.table.ts';
import { Fund } from '#schema/fund/fund.type.ts';
import { fundAccount } from '#schema/fund/ledger.table.ts';
import { Money } from '#schema/scalars.ts';

type Kind = (typeof fundAccount.kind.enumValues)[number];
type Sum = (t: Columns, county: unknown) => SQL;

/** A sum over the accounts of some kinds of a fund. */
const over =
  (what: SQL, ...kinds: readonly Kind[]): Sum =>
  (t, county) =>
    sql`(${sql`select coalesce(sum(${what}), 0)::bigint from ${fundAccount} as held
      where held.county_code = ${county} and held.fund_id = ${t.id}
        and held.kind = any(${sql.param(kinds)}::text[])`})`;

/** What the accounts of some kinds hold together. */
const held = (...kinds: readonly Kind[]): Sum => over(sql`held.balance`, ...kinds);

const amount = (description: string, make: ComputedField['sql']): ComputedField => ({
  type: () => Money,
  description,
  sql: make,
});

export const fundEntity = defineEntity({
  type: Fund,
  table: fund,
  feed: {},
  plural: 'funds',
  right: 'fund.read',
  scope: byWholeCounty(),
  query: { one: 'fund', list: 'funds' },
  defaultSort: [
    { field: 'FISCAL_YEAR', direction: 'DESC' },
    { field: 'NAME', direction: 'ASC' },
  ],
  sorts: {
    FISCAL_YEAR: { description: 'By fiscal year.', sql: by('fiscalYear') },
    NAME: { description: 'By name.', sql: by('name') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Of counties in this division.',
      sql: inDivision('countyCode'),
    },
    fiscalYear: {
      type: () => Int,
      description: 'Of this fiscal year.',
      sql: (t, year: number) => sql`${t.fiscalYear} = ${year}`,
    },
    kind: { type: () => [FundKind.enum], description: 'Any of these kinds.', sql: oneOf('kind') },
    status: { type: () => [FundStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    search: { type: () => String, description: 'Part of the name.', sql: searching('name') },
  },
  computed: {
    received: amount(
      'What came in, less what was taken back.',
      (t, county) => sql`(- ${held('SOURCE')(t, county)})`,
    ),
    allocated: amount(
      'What of it was allocated, whether disbursed or not.',
      held('ALLOCATED', 'UNIT', 'RETAINED', 'PAID'),
    ),
    disbursed: amount(
      'What of it left the county, to units or final receivers. Not what is spent: see `paid`.',
      held('UNIT', 'RETAINED', 'PAID'),
    ),
    paid: amount(
      'What of it reached final receivers. This alone is spent; what units hold or retain is not.',
      held('PAID'),
    ),
    frozen: amount('What open commitments hold.', over(sql`held.frozen`, 'ALLOCATED')),
    unallocated: amount('What is allocated to nothing yet.', held('LINE')),
  },
});
