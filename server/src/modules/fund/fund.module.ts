import { stagePoint } from '#modules/imports/staging/stage.ts';
import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { fundBookEvent } from '#schema/fund/book.table.ts';
import { documentExtensions, fundDocumentEntity } from './document/document.entity.ts';
import { DocumentResolver } from './document/document.resolver.ts';
import { fundLineEntity } from './document/line.entity.ts';
import { fundDocumentStage } from './document/list/fund-documents.stage.ts';
import { fundEntity } from './fund/fund.entity.ts';
import { FundResolver } from './fund/fund.resolver.ts';
import { accountEntity, entryEntity, ledgerExtensions, transferEntity } from './ledger/ledger.entity.ts';
import { LedgerResolver } from './ledger/ledger.resolver.ts';

export const fundModule = defineModule({
  name: 'fund',
  entities: [fundEntity, accountEntity, transferEntity, entryEntity, fundDocumentEntity, fundLineEntity],
  histories: [fundBookEvent],
  extensions: [...ledgerExtensions, ...documentExtensions],
  provides: [stagePoint.with(fundDocumentStage)],
  resolvers: [FundResolver, LedgerResolver, DocumentResolver],
  constraints: {
    fund_document_number: constraintMeans('ALREADY_EXISTS', 'input.number'),
    fund_name: constraintMeans('ALREADY_EXISTS', 'input.name'),
    fund_transfer_reversed: constraintMeans('ALREADY_REVERSED', 'input.transferId'),
  },
});
