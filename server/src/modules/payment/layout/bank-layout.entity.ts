import { sql } from 'drizzle-orm';
import { by, defineEntity } from '#platform/read/entity.ts';
import { byCounty, byWholeCounty, inDivision } from '#platform/read/scope.ts';
import { bankLayout } from '#schema/payment/bank-layout.table.ts';
import { BankLayout } from '#schema/payment/bank-layout.type.ts';

export const bankLayoutEntity = defineEntity({
  type: BankLayout,
  table: bankLayout,
  feed: {},
  endsIn: 'toOn',
  plural: 'layouts of banks',
  right: 'payment.read',
  scope: byCounty(),
  lockScope: byWholeCounty(),
  query: { one: 'bankLayout', list: 'bankLayouts' },
  defaultSort: [{ field: 'NAME', direction: 'ASC' }],
  sorts: { NAME: { description: 'By name.', sql: by('name') } },
  filters: {
    countyCode: { type: () => String, description: 'Of this county.', sql: inDivision('countyCode') },
    inUse: {
      type: () => Boolean,
      description: 'True: in use; false: former ones.',
      sql: (t, value: boolean) => (value ? sql`${t.toOn} is null` : sql`${t.toOn} is not null`),
    },
  },
});
