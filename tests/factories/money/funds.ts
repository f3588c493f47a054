import { contribute, takeBack } from '#modules/fund/ledger/contribution.service.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { fundDocument, fundLine } from '#schema/fund/document.table.ts';
import { fund } from '#schema/fund/fund.table.ts';
import type { TestApp } from '#tests/setup/app.ts';
import { places } from '../places/divisions.ts';

export interface MadeFund {
  readonly countyCode: string;
  readonly id: string;
  readonly globalId: string;
}

/** A fund of the year in which the tests play. */
export async function makeFund(
  test: TestApp,
  values: Partial<typeof fund.$inferInsert> = {},
): Promise<MadeFund> {
  const row = { countyCode: places.county, id: newId(), kind: 'LINKAGE', fiscalYear: 2026, ...values };
  const createdAt = test.clock.now().toISOString();
  await test.owner.db.insert(fund).values({ name: `资金${row.id}`, createdAt, ...row });
  return { countyCode: row.countyCode, id: row.id, globalId: globalId('Fund', row.countyCode, row.id) };
}

/** Money that a line brings into a fund. */
export function makeContribution(
  test: TestApp,
  { countyCode, id: fundId }: MadeFund,
  amount: bigint,
  effectiveOn = '2026-01-10',
) {
  const lineId = newId();
  return withTransaction(test.app.systemContext(), async (work) => {
    const contribution = { countyCode, fundId, lineId, amount, effectiveOn };
    const transfer = await contribute(work, contribution, { action: 'recordFundDocument' });
    return { lineId, transferId: transfer.id, globalId: globalId('FundTransfer', countyCode, transfer.id) };
  });
}

/** A later document takes a part of it back. */
export const makeReduction = (test: TestApp, { countyCode }: MadeFund, lineId: string, amount: bigint) =>
  withTransaction(test.app.systemContext(), (work) => {
    const reduction = { countyCode, lineId, amount, effectiveOn: '2026-02-10' };
    return takeBack(work, 'REDUCTION', reduction, { action: 'recordFundDocument' });
  });

/** A document with one line, whose money is in the books. */
export async function makeFundLine(test: TestApp, of: MadeFund, amount: bigint, number = `样本${newId()}`) {
  const { lineId, transferId } = await makeContribution(test, of, amount);
  const { countyCode, id: fundId } = of;
  const documentId = newId();
  const recordedAt = test.clock.now().toISOString();
  await test.owner.db
    .insert(fundDocument)
    .values({ countyCode, id: documentId, number, title: '样本文件', budgetYear: 2026, recordedAt });
  await test.owner.db
    .insert(fundLine)
    .values({ countyCode, id: lineId, documentId, fundId, level: 'CENTRAL', amount, transferId, recordedAt });
  return { lineId, documentId, globalId: globalId('FundLine', countyCode, lineId) };
}
