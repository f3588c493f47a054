import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { requireOther } from '#platform/write/money/acting.ts';
import type { Trail } from '#platform/write/trail.ts';
import { insertAll, update } from '#platform/write/write.ts';
import type { AssignReductionInput, DecideReissueInput, FundLineInput } from '#schema/fund/document.input.ts';
import { foldLine, prose } from '#schema/text.ts';
import { fundEntity } from '../fund/fund.entity.ts';
import {
  type DocumentRow,
  type LineOfDocument,
  selectDocument,
  selectFunds,
  selectLinesByNumber,
} from './document.queries.ts';
import { fundLineEntity } from './line.entity.ts';
import { candidatesIn, documentsNamedIn, reducedBy, sameMoneyAs } from './line-ties.rules.ts';
import { postLine } from './posting.service.ts';

const needsClientMutationId = true;

/** Adds lines to a document and posts those that belong into the books. */
export async function makeLines(
  work: WorkContext,
  document: DocumentRow,
  inputs: readonly FundLineInput[],
  trail: Trail,
): Promise<void> {
  const funds = await fundsFor(work, document, inputs);
  const { countyCode, id: documentId, number } = document;
  const texts = inputs.map(({ note }) => `${note ?? ''} ${document.title}`);
  const named = await selectLinesByNumber(work, countyCode, texts.flatMap(candidatesIn));
  const numbers = new Set(named.map(({ documentNumber }) => documentNumber));
  const recordedAt = work.clock.now().toISOString();
  const rows: Parameters<typeof insertAll<typeof fundLineEntity.table>>[2][number][] = [];
  for (const [at, input] of inputs.entries()) {
    const near = documentsNamedIn(texts[at] ?? '', number, (one) => numbers.has(one));
    const others = named.filter((line) => near.includes(line.documentNumber));
    const facts = {
      ...{ countyCode, id: newId(), documentId, fundId: funds[at] ?? '', level: input.level },
      amount: input.amount,
      task: foldLine(input.task ?? '') || null,
      isDirect: input.isDirect ?? false,
      projectCode: foldLine(input.projectCode ?? '') || null,
      functionCode: input.functionCode ?? null,
      economicCode: input.economicCode ?? null,
      note: prose(input.note),
    };
    const original = sameMoneyAs(facts, others);
    const path = `input.lines.${at}`;
    const line = {
      ...facts,
      reissueOfId: original?.id ?? null,
      reissue: original ? 'ASKED' : null,
      reducesId: await reducedLine(work, facts, input.reducesId, others, `${path}.reducesId`),
    };
    const paths = { amount: `${path}.amount`, effectiveOn: 'input.receivedOn' };
    const transferId = await postLine(work, line, document, trail, paths);
    rows.push({ ...line, transferId, recordedAt, recordedBy: work.viewer?.userId ?? null });
  }
  await insertAll(work, fundLineEntity, rows, trail);
}

/** The fund of each line, which must be of the year of the document. */
async function fundsFor(work: WorkContext, document: DocumentRow, inputs: readonly FundLineInput[]) {
  const ids = inputs.map(({ fundId }, at) => {
    const path = `input.lines.${at}.fundId`;
    const [countyCode, id = ''] = partsOfId(fundEntity, fundId, path);
    if (countyCode !== document.countyCode) throw notFound(path);
    return id;
  });
  const found = new Map(
    (await selectFunds(work, document.countyCode, [...new Set(ids)])).map((one) => [one.id, one]),
  );
  for (const [at, id] of ids.entries()) {
    const path = `input.lines.${at}.fundId`;
    const fund = found.get(id);
    if (!fund) throw notFound(path);
    if (fund.fiscalYear !== document.budgetYear) throw invalid({ [path]: 'FUND_OF_OTHER_YEAR' });
    if (fund.status === 'CLOSED') throw refuse('FUND_CLOSED', { [path]: 'FUND_CLOSED' });
  }
  return ids;
}

type ReducingLine = Parameters<typeof reducedBy>[0] & { readonly countyCode: string };

/** The line that an amount below zero takes back from: as given, else the one that the remarks name. */
async function reducedLine(
  work: WorkContext,
  line: ReducingLine,
  id: string | null | undefined,
  named: readonly LineOfDocument[],
  path: string,
): Promise<string | null> {
  if (line.amount > 0n) {
    if (id) throw refuse('REDUCTION_OF_OTHER', { [path]: 'REDUCTION_OF_OTHER' });
    return null;
  }
  const reduced = id ? await lockRow(work, fundLineEntity, id, path, 'fund.write') : reducedBy(line, named);
  if (!reduced) return null;
  const isAlike =
    reduced.countyCode === line.countyCode &&
    reduced.fundId === line.fundId &&
    reduced.level === line.level &&
    reduced.amount > 0n &&
    reduced.transferId !== null;
  if (isAlike) return reduced.id;
  // What the remarks name is only a proposal.
  if (!id) return null;
  throw refuse('REDUCTION_OF_OTHER', { [path]: 'REDUCTION_OF_OTHER' });
}

export async function decideReissue(ctx: Context, input: DecideReissueInput) {
  const countyCode = countyOf(fundLineEntity, input.lineId, 'input.lineId');
  const run = async (work: WorkContext) => {
    const before = await lockRow(work, fundLineEntity, input.lineId, 'input.lineId', 'fund.approve');
    checkVersion(before, input.expectedVersion);
    if (before.reissue !== 'ASKED')
      throw refuse('REISSUE_NOT_ASKED', { 'input.lineId': 'REISSUE_NOT_ASKED' });
    if (input.decision === 'ASKED') throw invalid({ 'input.decision': 'CODE_UNKNOWN' });
    requireOther(work, before.recordedBy, 'input.decision');
    const decided = { ...before, reissue: input.decision };
    const transferId = await postLine(
      work,
      decided,
      await selectDocument(work, countyCode, before.documentId),
      { action: 'decideReissue' },
      { effectiveOn: 'input.decision', amount: 'input.decision' },
    );
    const changes = {
      reissue: input.decision,
      reissueDecidedBy: ctx.viewer?.userId ?? null,
      reissueDecidedAt: ctx.clock.now().toISOString(),
      transferId,
    };
    await update(work, fundLineEntity, before, changes, { action: 'decideReissue' });
    return { fundLine: [countyCode, before.id] };
  };
  return command(ctx, 'decideReissue', countyCode, input, run, { needsClientMutationId });
}

export async function assignReduction(ctx: Context, input: AssignReductionInput) {
  const countyCode = countyOf(fundLineEntity, input.lineId, 'input.lineId');
  const run = async (work: WorkContext) => {
    const before = await lockRow(work, fundLineEntity, input.lineId, 'input.lineId', 'fund.write');
    checkVersion(before, input.expectedVersion);
    if (before.amount > 0n || before.reducesId)
      throw refuse('REDUCTION_OF_OTHER', { 'input.lineId': 'REDUCTION_OF_OTHER' });
    const reducesId = await reducedLine(work, before, input.reducesId, [], 'input.reducesId');
    const transferId = await postLine(
      work,
      { ...before, reducesId },
      await selectDocument(work, countyCode, before.documentId),
      { action: 'assignReduction' },
      { amount: 'input.reducesId', effectiveOn: 'input.lineId' },
    );
    await update(work, fundLineEntity, before, { reducesId, transferId }, { action: 'assignReduction' });
    return { fundLine: [countyCode, before.id] };
  };
  return command(ctx, 'assignReduction', countyCode, input, run, { needsClientMutationId });
}
