import { numbersNamedIn } from '#schema/fund/document-number.ts';

/** What a line is compared by with those of other documents. */
export interface ComparedLine {
  readonly task: string | null;
  readonly amount: bigint;
}

/** A line of a document that another one names. */
export interface TiedLine extends ComparedLine {
  readonly id: string;
  readonly documentNumber: string;
  readonly fundId: string;
  readonly level: string;
  readonly transferId: string | null;
}

/** The documents that a text names, out of those there are. */
export function documentsNamedIn(text: string, own: string, exists: (number: string) => boolean): string[] {
  const named = numbersNamedIn(text).flatMap((ways) => ways.find(exists) ?? []);
  return [...new Set(named)].filter((number) => number !== own);
}

/** Every number that a text may name, to look them up at once. */
export const candidatesIn = (text: string): string[] => numbersNamedIn(text).flat();

/** The first line with the same amount for the same task: perhaps the same money. */
export const sameMoneyAs = <L extends ComparedLine>(
  line: ComparedLine,
  others: readonly L[],
): L | undefined =>
  line.amount > 0n
    ? others.find(({ task, amount }) => amount === line.amount && task === line.task)
    : undefined;

/**
 * The line that an amount below zero takes back from: the only one in the books of the same fund and level, else the only
 * one of them with the same task.
 */
export function reducedBy<L extends TiedLine>(
  line: ComparedLine & { readonly fundId: string; readonly level: string },
  others: readonly L[],
): L | undefined {
  const alike = others.filter(
    ({ fundId, level, amount }) => fundId === line.fundId && level === line.level && amount > 0n,
  );
  const ofTask = alike.filter(({ task }) => task === line.task);
  const [only, ...more] = ofTask.length > 0 ? ofTask : alike;
  return more.length === 0 ? only : undefined;
}
