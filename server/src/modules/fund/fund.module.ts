import { stagePoint } from '#modules/imports/staging/stage.ts';
import { defineModule } from '#platform/module/module.ts';
import { constraintMeans } from '#platform/write/refusals.ts';
import { allocationEntity, allocationExtensions } from './allocation/allocation.entity.ts';
import { AllocationResolver } from './allocation/allocation.resolver.ts';
import { bookEntity, bookEventEntity, bookExtensions } from './book/book.entity.ts';
import { BookResolver } from './book/book.resolver.ts';
import { commitmentEntity, commitmentExtensions } from './commitment/commitment.entity.ts';
import { CommitmentResolver } from './commitment/commitment.resolver.ts';
import { MovementsResolver } from './commitment/movements.resolver.ts';
import { documentExtensions, fundDocumentEntity } from './document/document.entity.ts';
import { DocumentResolver } from './document/document.resolver.ts';
import { fundLineEntity } from './document/line.entity.ts';
import { fundDocumentStage } from './document/list/fund-documents.stage.ts';
import { fundEntity } from './fund/fund.entity.ts';
import { FundResolver } from './fund/fund.resolver.ts';
import { accountEntity, entryEntity, ledgerExtensions, transferEntity } from './ledger/ledger.entity.ts';

export const fundModule = defineModule({
  name: 'fund',
  entities: [
    fundEntity,
    accountEntity,
    transferEntity,
    entryEntity,
    fundDocumentEntity,
    fundLineEntity,
    allocationEntity,
    commitmentEntity,
    bookEntity,
    bookEventEntity,
  ],
  extensions: [
    ...ledgerExtensions,
    ...documentExtensions,
    ...allocationExtensions,
    ...commitmentExtensions,
    ...bookExtensions,
  ],
  provides: [stagePoint.with(fundDocumentStage)],
  resolvers: [
    FundResolver,
    DocumentResolver,
    AllocationResolver,
    CommitmentResolver,
    MovementsResolver,
    BookResolver,
  ],
  constraints: {
    fund_allocation_project: constraintMeans('NOT_FOUND', 'input.projectId'),
    fund_allocation_organization: constraintMeans('NOT_FOUND', 'input.organizationId'),
    fund_document_number: constraintMeans('ALREADY_EXISTS', 'input.number'),
    fund_name: constraintMeans('ALREADY_EXISTS', 'input.name'),
    fund_transfer_reversed: constraintMeans('ALREADY_REVERSED', 'input.transferId'),
  },
});
