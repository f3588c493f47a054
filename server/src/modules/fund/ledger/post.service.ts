import { today } from '#platform/core/clock.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { sendMany } from '#platform/write/many.ts';
import type { Trail } from '#platform/write/trail.ts';
import { insert } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { FundTransferKind } from '#schema/codes/money/fund.codes.ts';
import { entryEntity, transferEntity } from './ledger.entity.ts';
import {
  addToDay,
  type FundOfAccount,
  fundsOfAccounts,
  holdBooksOpen,
  type MovedAccount,
  moveAccount,
} from './ledger.queries.ts';

/** What a transfer does to one account; below zero: takes from it. */
export interface Movement {
  readonly accountId: string;
  /** Fen. */
  readonly amount: bigint;
  /** Added to what is frozen of it; below zero: thawed. */
  readonly frozen?: bigint;
}

export interface Posting {
  readonly countyCode: string;
  readonly kind: FundTransferKind;
  readonly effectiveOn: string;
  /** Two or more, of different accounts, that sum to zero. */
  readonly movements: readonly Movement[];
  readonly receiver?: string | null;
  readonly note?: string | null;
  readonly commitmentId?: string | null;
  readonly reversesId?: string | null;
}

/** Where the values stand in the input, for errors. */
export interface PathsOfPosting {
  readonly amount?: string;
  readonly effectiveOn?: string;
}

/** What may still happen after the end of the fiscal year, until the fund is closed: nothing new is begun. */
const settling: ReadonlySet<FundTransferKind> = new Set<FundTransferKind>([
  'PAYMENT_RETURN',
  'UNIT_RETURN',
  'RECOVERY',
  'CARRY_OVER',
  'REVERSAL',
]);

/**
 * Moves money: the one way into the ledger. Balances are moved under a condition each, then transfer, entries and sums of
 * the day are written, all in the transaction of the verb. Refused: FUND_INSUFFICIENT where an account does not have what
 * is taken, PERIOD_CLOSED, FUND_CLOSED, OUTSIDE_FISCAL_YEAR, DATE_IN_FUTURE.
 */
export async function post(
  work: WorkContext,
  posting: Posting,
  trail: Trail,
  { amount: amountPath = 'input.amount', effectiveOn: dayPath = 'input.effectiveOn' }: PathsOfPosting = {},
) {
  const { countyCode, kind, effectiveOn } = posting;
  const movements = checked(posting.movements);
  const ids = movements.map(({ accountId }) => accountId);
  await checkDay(work, posting, ids, dayPath);
  // First, so that of two who reverse the same transfer the second is refused for that and not for what is left.
  const { receiver = null, note = null, commitmentId = null, reversesId = null } = posting;
  const transfer = await insert(
    work,
    transferEntity,
    {
      ...{ countyCode, id: newId(), kind, effectiveOn, receiver, note, commitmentId, reversesId },
      recordedAt: work.clock.now().toISOString(),
      recordedBy: work.viewer?.userId ?? null,
      amount: movements.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n),
    },
    trail,
  );
  // In the order of their ids, so that two transfers between the same accounts do not wait for each other.
  const moved = await Promise.all(
    movements.map(({ accountId: id, amount, frozen = 0n }) =>
      moveAccount(work.db, { countyCode, id, amount, frozen, entries: 1n }),
    ),
  );
  const after = moved.map(([row]) => {
    if (!row) throw refuse('FUND_INSUFFICIENT', { [amountPath]: 'FUND_INSUFFICIENT' });
    return row;
  });
  sendEntries(work, transfer, movements, after);
  return transfer;
}

type Transfer = typeof transferEntity.table.$inferSelect;

function sendEntries(
  work: WorkContext,
  { countyCode, id: transferId, effectiveOn, recordedAt }: Transfer,
  movements: readonly Movement[],
  after: readonly MovedAccount[],
): void {
  const common = { countyCode, transferId, effectiveOn, recordedAt };
  const entries = movements.flatMap(({ accountId, amount }, at) => {
    const now = after[at];
    if (!now) return [];
    const { fundId, balance, entryCount } = now;
    return [{ ...common, accountId, fundId, amount, seq: BigInt(entryCount), balance: BigInt(balance) }];
  });
  sendMany(work, entryEntity, entries, { auditedAs: 'FundTransfer' });
  for (const { accountId, amount } of movements)
    work.pending.sent.push(addToDay(work.db, { countyCode, accountId, effectiveOn, amount }));
}

/** Movements that are none are a fault of the program, not of somebody's input. */
function checked(movements: readonly Movement[]): Movement[] {
  const sum = movements.reduce((total, { amount }) => total + amount, 0n);
  const accounts = new Set(movements.map(({ accountId }) => accountId));
  if (sum !== 0n || movements.length < 2 || accounts.size < movements.length)
    throw new Error('the entries of a transfer are of two or more accounts and sum to zero');
  if (movements.some(({ amount }) => amount === 0n)) throw new Error('an entry of nothing');
  return [...movements].sort((one, other) => (one.accountId < other.accountId ? -1 : 1));
}

/**
 * Freezes a part of what is available of an account, or thaws it where the amount is below zero. No money is moved.
 */
export async function freeze(
  work: WorkContext,
  { countyCode, accountId, amount }: { countyCode: string; accountId: string; amount: bigint },
  { amount: path = 'input.amount' }: PathsOfPosting = {},
): Promise<void> {
  // Nothing is promised of a fund whose year is over; what was promised may always be given up.
  const kind = amount > 0n ? 'PAYMENT' : 'RECOVERY';
  const day = { countyCode, kind, effectiveOn: today(work.clock) } as const;
  await checkDay(work, day, [accountId], path);
  const frozen = { countyCode, id: accountId, amount: 0n, frozen: amount, entries: 0n };
  const [moved] = await moveAccount(work.db, frozen);
  if (!moved) throw refuse('FUND_INSUFFICIENT', { [path]: 'FUND_INSUFFICIENT' });
}

async function checkDay(
  work: WorkContext,
  { countyCode, kind, effectiveOn }: Pick<Posting, 'countyCode' | 'kind' | 'effectiveOn'>,
  ids: readonly string[],
  path: string,
): Promise<void> {
  if (effectiveOn > today(work.clock)) throw invalid({ [path]: 'DATE_IN_FUTURE' });
  const [, funds] = await Promise.all([
    holdBooksOpen(work.db, { countyCode }),
    fundsOfAccounts(work.db, { countyCode, ids }),
  ]);
  if (funds.length === 0) throw notFound();
  for (const one of funds) {
    const fault = faultOfDay(one, kind, effectiveOn);
    if (fault) throw refuse(fault, { [path]: fault });
  }
}

function faultOfDay(
  { fiscalYear, status, closedThrough }: FundOfAccount,
  kind: FundTransferKind,
  effectiveOn: string,
): ErrorCode | null {
  if (status === 'CLOSED') return 'FUND_CLOSED';
  if (closedThrough !== null && effectiveOn <= closedThrough) return 'PERIOD_CLOSED';
  const year = Number(effectiveOn.slice(0, 4));
  return year < fiscalYear || (year > fiscalYear && !settling.has(kind)) ? 'OUTSIDE_FISCAL_YEAR' : null;
}
