import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { fundBookEvent } from '#schema/fund/book.table.ts';
import { fundEntity } from './fund/fund.entity.ts';
import { FundResolver } from './fund/fund.resolver.ts';
import { accountEntity, entryEntity, ledgerExtensions, transferEntity } from './ledger/ledger.entity.ts';
import { LedgerResolver } from './ledger/ledger.resolver.ts';

export const fundModule = defineModule({
  name: 'fund',
  entities: [fundEntity, accountEntity, transferEntity, entryEntity],
  histories: [fundBookEvent],
  extensions: ledgerExtensions,
  resolvers: [FundResolver, LedgerResolver],
  constraints: {
    fund_name: constraintMeans('ALREADY_EXISTS', 'input.name'),
    fund_transfer_reversed: constraintMeans('ALREADY_REVERSED', 'input.transferId'),
  },
});
