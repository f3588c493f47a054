import type { Fault } from '#modules/imports/cells/fault.ts';
import type { Context } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { documentsNamedIn, reducedBy, sameMoneyAs } from '../line-ties.rules.ts';
import type { FundRow } from './fund-documents.rules.ts';
import { type FundIndex, type KnownDocument, type KnownFund, type KnownLine, wordsOf } from './fund-index.ts';
import type { LevelAmount } from './levels-in-cells.rules.ts';

interface NewLineOf {
  readonly row: FundRow;
  readonly amount: LevelAmount;
  readonly document: KnownDocument;
  readonly fund: KnownFund;
}

/** The line that a row makes, tied to the lines of the documents that it names. */
export function newLine(
  ctx: Context,
  index: FundIndex,
  { row, amount: { level, fen: amount }, document, fund }: NewLineOf,
): { line: KnownLine; warnings: readonly Fault[] } {
  const isThere = (number: string) => index.documents.has(number) || index.rows.has(number);
  const named = documentsNamedIn(wordsOf(row), row.documentNumber, isThere);
  const others = named.flatMap((number) => index.lines.get(number) ?? []);
  const { task } = row;
  const original = sameMoneyAs({ task, amount }, others);
  // Further down in the list, so that it is on record only later.
  const ahead = named
    .flatMap((number) => index.rows.get(number) ?? [])
    .flatMap((one) => one.lines.map(({ fen }) => ({ task: one.task, amount: fen })));
  const isReissue = original !== undefined || sameMoneyAs({ task, amount }, ahead) !== undefined;
  const reduced = amount < 0n ? reducedBy({ task, amount, level, fundId: fund.id }, others) : undefined;
  const isSole = row.lines.length === 1;
  const line: KnownLine = {
    ...{ countyCode: index.countyCode, id: newId(), documentId: document.id, fundId: fund.id },
    ...{ documentNumber: row.documentNumber, level, task, amount, isDirect: row.isDirect },
    ...{ projectCode: row.projectCode, functionCode: row.functionCode, economicCode: row.economicCode },
    statedAllocated: isSole ? row.allocated : null,
    statedDisbursed: isSole ? row.disbursed : null,
    statedPaid: isSole ? row.paid : null,
    note: row.note,
    reissueOfId: original?.id ?? null,
    reissue: isReissue ? 'ASKED' : null,
    reissueDecidedBy: null,
    reissueDecidedAt: null,
    reducesId: reduced && !reduced.reissue ? reduced.id : null,
    transferId: null,
    recordedAt: ctx.clock.now().toISOString(),
    recordedBy: ctx.viewer?.userId ?? null,
  };
  const warnings: Fault[] = isReissue ? [{ column: 'number', code: 'POSSIBLE_REISSUE' }] : [];
  if (amount < 0n && !line.reducesId) warnings.push({ column: 'amount', code: 'REDUCTION_UNTIED' });
  return { line, warnings };
}
