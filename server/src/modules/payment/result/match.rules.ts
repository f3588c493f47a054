import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import type { ResultRow, Said } from '../layout/result-file.rules.ts';
import { namesFit } from './names.rules.ts';

/** A payment of the batch, with its account in full. */
export interface Planned {
  readonly id: string;
  readonly serial: number;
  readonly account: string;
  readonly payeeName: string;
  readonly amount: bigint;
  readonly status: string;
}

export type Matched =
  | { readonly outcome: 'APPLIED'; readonly paymentId: string; readonly from: string; readonly to: Said }
  | { readonly outcome: 'UNCHANGED'; readonly paymentId: string | null }
  | { readonly outcome: 'UNDECIDED'; readonly candidateIds: readonly string[] }
  | { readonly outcome: 'REFUSED'; readonly column: string; readonly code: ErrorCode };

const refused = (column: string, code: ErrorCode): Matched => ({ outcome: 'REFUSED', column, code });

/** What a payment in a state becomes by the word of the bank: the same, another, or null where the two contradict. */
export function nextStatus(status: string, said: Said): PaymentStatus | null {
  const next: Partial<Record<string, readonly Said[]>> = {
    SENT: ['PAID', 'FAILED', 'RETURNED'],
    PAID: ['PAID', 'RETURNED'],
    FAILED: ['FAILED'],
    RETURNED: ['RETURNED'],
  };
  // The first file once more, after the second told of the return.
  if (status === 'RETURNED' && said === 'PAID') return 'RETURNED';
  return next[status]?.includes(said) ? said : null;
}

/** Zeros in front get lost where a spreadsheet takes an account for a number. */
const accountKey = (account: string): string => account.replace(/^0+/, '');

/**
 * Says of each row of a file which payment it means: by serial, else by account and amount, and by name where several
 * have both. Rows that fit several payments are left to a person and change nothing. In the order of the file; a payment is
 * meant by one row of it.
 */
export function matchResults(
  batchNumber: string,
  payments: readonly Planned[],
  rows: readonly ResultRow[],
): Matched[] {
  const bySerial = new Map(payments.map((payment) => [payment.serial, payment]));
  const byAccount = ofAccounts(payments);
  const meant = new Map<string, Said>();
  return rows.map((row) => {
    if (row.fault) return refused(row.fault.column, row.fault.code);
    if (row.batchNumber !== '' && row.batchNumber !== batchNumber)
      return refused('BATCH_NUMBER', 'OTHER_BATCH');
    if (row.serial !== null) {
      const payment = bySerial.get(row.serial);
      return payment ? decide(row, payment, meant) : refused('SERIAL', 'PAYMENT_UNKNOWN');
    }
    const ofAccount = byAccount.get(accountKey(row.account)) ?? [];
    if (ofAccount.length === 0) return refused('ACCOUNT', 'PAYMENT_UNKNOWN');
    const ofAmount = ofAccount.filter(({ amount }) => amount === row.amount);
    if (ofAmount.length === 0) return refused('AMOUNT', 'AMOUNT_DIFFERS');
    const [only, ...twins] = possible(row, ofAmount);
    if (only && twins.length === 0) return decide(row, only, meant);
    return amongTwins(row, only ? [only, ...twins] : []);
  });
}

function ofAccounts(payments: readonly Planned[]): Map<string, Planned[]> {
  const found = new Map<string, Planned[]>();
  for (const payment of payments) {
    const key = accountKey(payment.account);
    const same = found.get(key);
    if (same) same.push(payment);
    else found.set(key, [payment]);
  }
  return found;
}

/** Of several with the same account and amount: those whose name fits, and of these those that the result can befall. */
function possible(row: ResultRow, payments: readonly Planned[]): readonly Planned[] {
  if (payments.length === 1) return payments;
  const named = payments.filter(
    ({ payeeName }) => row.payeeName !== '' && namesFit(row.payeeName, payeeName),
  );
  const some = named.length > 0 ? named : payments;
  return some.filter(({ status }) => row.said !== null && nextStatus(status, row.said) !== null);
}

function amongTwins({ said }: ResultRow, twins: readonly Planned[]): Matched {
  if (twins.length === 0) return refused('RESULT', 'RESULT_CONTRADICTS');
  const isKnown = twins.every(({ status }) => said !== null && nextStatus(status, said) === status);
  if (isKnown) return { outcome: 'UNCHANGED', paymentId: null };
  return { outcome: 'UNDECIDED', candidateIds: twins.map(({ id }) => id) };
}

function decide(row: ResultRow, payment: Planned, meant: Map<string, Said>): Matched {
  const { said } = row;
  if (said === null) return refused('RESULT', 'RESULT_WORD_UNKNOWN');
  if (row.account !== '' && accountKey(row.account) !== accountKey(payment.account))
    return refused('ACCOUNT', 'ACCOUNT_DIFFERS');
  if (row.amount !== payment.amount) return refused('AMOUNT', 'AMOUNT_DIFFERS');
  const before = meant.get(payment.id);
  if (before !== undefined)
    return refused('RESULT', before === said ? 'DUPLICATE_IN_FILE' : 'CONFLICT_IN_FILE');
  const next = nextStatus(payment.status, said);
  if (next === null) return refused('RESULT', 'RESULT_CONTRADICTS');
  meant.set(payment.id, said);
  return next === payment.status
    ? { outcome: 'UNCHANGED', paymentId: payment.id }
    : { outcome: 'APPLIED', paymentId: payment.id, from: payment.status, to: said };
}
