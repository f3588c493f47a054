import { today } from '#platform/core/clock.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { globalId } from '#platform/core/ids.ts';
import { removeWhere } from '#platform/write/where.ts';
import { insertAll } from '#platform/write/write.ts';
import type { ClaimExpenseInput, ClaimLayerInput } from '#schema/claim/claim.input.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { foldLine, withoutBlanks } from '#schema/text.ts';
import {
  type ClaimRow,
  expensesOf,
  findExpenses,
  findLayers,
  findSimilar,
  findUsedReceipts,
  layersOf,
} from './claim.queries.ts';
import { claimExpenseEntity, claimLayerEntity } from './claim-parts.entity.ts';
import { inClaim } from './claim-steps.ts';

type Claimed = Pick<ClaimRow, 'countyCode' | 'id' | 'memberId' | 'personHash' | 'kind' | 'eventOn'>;

/** Numbers are compared as they are kept: without blanks, in capitals of half width. */
export const receiptOf = (text: string): string => withoutBlanks(text).toUpperCase();

/** Receipts of the future, twice in one claim, or in another claim for the same person. */
export async function checkExpenses(
  work: WorkContext,
  of: Claimed,
  expenses: readonly ClaimExpenseInput[],
): Promise<void> {
  const faults: Record<string, ErrorCode> = {};
  const numbers = expenses.map(({ receiptNumber }) => receiptOf(receiptNumber));
  const used = await findUsedReceipts(work, of, numbers);
  const day = today(work.clock);
  expenses.forEach(({ spentOn }, at) => {
    const path = `input.expenses.${at}`;
    const number = numbers[at] ?? '';
    if (spentOn > day) faults[`${path}.spentOn`] = 'DATE_IN_FUTURE';
    if (used.has(number)) faults[`${path}.receiptNumber`] = 'RECEIPT_USED';
    if (numbers.indexOf(number) < at) faults[`${path}.receiptNumber`] = 'RECEIPT_TWICE';
  });
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

export function checkLayers(layers: readonly ClaimLayerInput[]): void {
  layers.forEach(({ layer }, at) => {
    if (layers.findIndex((one) => one.layer === layer) < at)
      throw invalid({ [`input.layers.${at}.layer`]: 'LAYER_TWICE' });
  });
}

/** Asks about a claim of the same kind for the same person and day, unless it is said to be another one. */
export async function askAboutSimilar(work: WorkContext, of: Claimed): Promise<void> {
  const similar = await findSimilar(work, of, of.kind, [of.eventOn]);
  if (!similar) return;
  throw refuse(
    'CLAIM_SIMILAR',
    { 'input.allowSimilar': 'CLAIM_SIMILAR' },
    { similarClaimId: globalId('Claim', similar.countyCode, similar.id) },
  );
}

export async function addExpenses(
  work: WorkContext,
  { countyCode, id: claimId }: Claimed,
  expenses: readonly ClaimExpenseInput[],
): Promise<void> {
  const rows = expenses.map(({ receiptNumber, spentOn, provider, amount }) => ({
    countyCode,
    claimId,
    receiptNumber: receiptOf(receiptNumber),
    spentOn,
    provider: foldLine(provider),
    amount,
  }));
  await insertAll(work, claimExpenseEntity, rows, inClaim);
}

export async function addLayers(
  work: WorkContext,
  { countyCode, id: claimId }: Claimed,
  layers: readonly ClaimLayerInput[],
): Promise<void> {
  const rows = layers.map(({ layer, amount }) => ({ countyCode, claimId, layer, amount }));
  await insertAll(work, claimLayerEntity, rows, inClaim);
}

interface Costs {
  readonly expenses?: readonly ClaimExpenseInput[] | null;
  readonly layers?: readonly ClaimLayerInput[] | null;
}

/** Puts what is given in place of the former, and tells whether anything of it is other than before. */
export async function replaceCosts(
  work: WorkContext,
  of: Claimed,
  { expenses, layers }: Costs,
): Promise<boolean> {
  const [receipts, shares] = [await findExpenses(work, of), await findLayers(work, of)];
  const sameReceipts = !expenses || wordsOf(expenses, receiptWords) === wordsOf(receipts, receiptWords);
  const sameShares = !layers || wordsOf(layers, shareWords) === wordsOf(shares, shareWords);
  if (expenses && !sameReceipts) {
    await removeWhere(work, claimExpenseEntity, expensesOf(of), inClaim);
    await addExpenses(work, of, expenses);
  }
  if (layers && !sameShares) {
    await removeWhere(work, claimLayerEntity, layersOf(of), inClaim);
    await addLayers(work, of, layers);
  }
  return !sameReceipts || !sameShares;
}

/** Rows in one text, in whatever order they came. */
const wordsOf = <Row>(rows: readonly Row[], words: (row: Row) => string): string =>
  rows.map(words).sort().join('\n');
const receiptWords = ({ receiptNumber, spentOn, provider, amount }: ClaimExpenseInput) =>
  `${receiptOf(receiptNumber)} ${spentOn} ${amount} ${foldLine(provider)}`;
const shareWords = ({ layer, amount }: { layer: string; amount: bigint }) => `${layer} ${amount}`;
