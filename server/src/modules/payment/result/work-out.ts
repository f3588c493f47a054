import type { BatchRow, PaymentRow } from '#modules/payment/batch/batch.queries.ts';
import { accountOf } from '#modules/payment/batch/rows.service.ts';
import { resultLines } from '#modules/payment/layout/bank-file.ts';
import type { Layout } from '#modules/payment/layout/layout.ts';
import { type ResultRow, readResults } from '#modules/payment/layout/result-file.rules.ts';
import type { WorkContext } from '#platform/core/context.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import { type Matched, matchResults } from './match.rules.ts';

export interface ResultFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface RowOutcome {
  readonly row: ResultRow;
  readonly matched: Matched;
}

export interface RowError {
  readonly row: number;
  readonly column: string;
  readonly code: ErrorCode;
}

export interface ResultReport {
  readonly batch: string;
  /** The file was taken in before: nothing was changed by it. */
  readonly repeated: boolean;
  readonly total: number;
  readonly applied: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly undecided: number;
  readonly errors: readonly RowError[];
  /** Lines that fit several payments. */
  readonly toChoose: readonly number[];
  readonly planned: bigint;
  /** What each state sums to once the file is taken in; together they are what was planned. */
  readonly states: Readonly<Record<string, bigint>>;
}

/** What each row of a file means for a batch whose payments are locked with it. */
export async function outcomesOf(
  work: WorkContext,
  batch: BatchRow,
  payments: readonly PaymentRow[],
  layout: Layout,
  { fileName, bytes }: ResultFile,
): Promise<RowOutcome[]> {
  const rows = readResults(layout, await resultLines(layout, bytes, fileName));
  const planned = payments.map((payment) => ({ ...payment, account: accountOf(work, payment) }));
  const matched = matchResults(batch.number, planned, rows);
  return rows.flatMap((row, at) => {
    const one = matched[at];
    return one ? [{ row, matched: one }] : [];
  });
}

export function reportOf(
  batch: BatchRow,
  payments: readonly PaymentRow[],
  outcomes: readonly RowOutcome[],
  repeated: boolean,
): ResultReport {
  const count = (outcome: string) => outcomes.filter(({ matched }) => matched.outcome === outcome).length;
  const to = new Map(
    outcomes.flatMap(({ matched }) =>
      matched.outcome === 'APPLIED' ? [[matched.paymentId, matched.to] as const] : [],
    ),
  );
  const states: Record<string, bigint> = Object.fromEntries(PaymentStatus.keys.map((status) => [status, 0n]));
  for (const { id, status, amount } of payments) {
    const now = repeated ? status : (to.get(id) ?? status);
    states[now] = (states[now] ?? 0n) + amount;
  }
  return {
    batch: batch.number,
    repeated,
    total: outcomes.length,
    applied: repeated ? 0 : count('APPLIED'),
    unchanged: count('UNCHANGED') + (repeated ? count('APPLIED') : 0),
    refused: count('REFUSED'),
    undecided: count('UNDECIDED'),
    errors: outcomes.flatMap(({ row, matched }) =>
      matched.outcome === 'REFUSED'
        ? [{ row: row.rowNumber, column: matched.column, code: matched.code }]
        : [],
    ),
    toChoose: outcomes.flatMap(({ row, matched }) =>
      matched.outcome === 'UNDECIDED' ? [row.rowNumber] : [],
    ),
    planned: payments.reduce((sum, { amount }) => sum + amount, 0n),
    states,
  };
}
