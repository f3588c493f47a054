import { sql } from 'drizzle-orm';
import { householdEntity } from '#modules/household/household.entity.ts';
import { ofHouseholdScope } from '#modules/household/household.policy.ts';
import { memberEntity } from '#modules/household/member/member.entity.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { by, defineEntity, extend, many, one } from '#platform/read/entity.ts';
import { oneOf } from '#platform/read/scope.ts';
import { BankAccountKind } from '#schema/codes/money/payment.codes.ts';
import { bankAccount } from '#schema/payment/bank-account.table.ts';
import { BankAccount } from '#schema/payment/bank-account.type.ts';

export const bankAccountEntity = defineEntity({
  type: BankAccount,
  table: bankAccount,
  feed: {},
  place: partOfHousehold({ until: 'toOn' }),
  endsIn: 'toOn',
  plural: 'bank accounts',
  right: 'bankAccount.read',
  scope: ofHouseholdScope,
  query: { one: 'bankAccount', list: 'bankAccounts' },
  defaultSort: [{ field: 'FROM_ON', direction: 'DESC' }],
  sorts: {
    FROM_ON: { description: 'By first day.', sql: by('fromOn') },
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
  },
  filters: {
    ...ofHouseholdFilters,
    kind: { type: () => [BankAccountKind.enum], description: 'Any of these kinds.', sql: oneOf('kind') },
    current: {
      type: () => Boolean,
      description: 'True: in use; false: former ones.',
      sql: (t, value: boolean) => (value ? sql`${t.toOn} is null` : sql`${t.toOn} is not null`),
    },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.', {
      nullable: false,
    }),
    member: one(() => memberEntity, { countyCode: 'countyCode', memberId: 'id' }, 'Whose it is.', {
      nullable: false,
    }),
  },
});

/** Fields and relations added to types of other modules. */
export const bankAccountExtensions = [
  extend(memberEntity, {
    relations: {
      bankAccounts: many(
        () => bankAccountEntity,
        { countyCode: 'countyCode', id: 'memberId' },
        'Bank accounts, the current one first.',
        { order: (t) => [sql`(${t.toOn} is null) desc`, sql`${t.fromOn} desc`, sql`${t.id}`] },
      ),
    },
  }),
];
