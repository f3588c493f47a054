import type { WorkContext } from '#platform/core/context.ts';
import type { Trail } from '#platform/write/trail.ts';
import { accountIn, accountsOf, openAccounts } from './accounts.service.ts';
import { type PathsOfPosting, post } from './post.service.ts';

/** A line of a document that brings money, or takes some back. */
export interface Contribution {
  readonly countyCode: string;
  readonly fundId: string;
  readonly lineId: string;
  /** Fen, above zero. */
  readonly amount: bigint;
  readonly effectiveOn: string;
  readonly note?: string | null;
}

/** Posts the money of a line: once for each line, whose accounts it opens. */
export async function contribute(
  work: WorkContext,
  { countyCode, fundId, lineId, amount, ...posting }: Contribution,
  trail: Trail,
  paths?: PathsOfPosting,
) {
  const accounts = await openAccounts(
    work,
    { countyCode, lineId },
    fundId,
    ['SOURCE', 'LINE'],
    'FundTransfer',
  );
  const movements = [
    { accountId: accountIn(accounts, 'SOURCE'), amount: -amount },
    { accountId: accountIn(accounts, 'LINE'), amount },
  ];
  return post(work, { countyCode, kind: 'CONTRIBUTION', movements, ...posting }, trail, paths);
}

/**
 * Takes back what a line brought, as far as it is allocated to nothing: by a later document that reduces it (REDUCTION), or
 * as surplus that goes back to where it came from (RECOVERY).
 */
export async function takeBack(
  work: WorkContext,
  kind: 'REDUCTION' | 'RECOVERY',
  { countyCode, lineId, amount, ...posting }: Omit<Contribution, 'fundId'>,
  trail: Trail,
  paths?: PathsOfPosting,
) {
  const accounts = await accountsOf(work, { countyCode, lineId });
  const movements = [
    { accountId: accountIn(accounts, 'LINE'), amount: -amount },
    { accountId: accountIn(accounts, 'SOURCE'), amount },
  ];
  return post(work, { countyCode, kind, movements, ...posting }, trail, paths);
}
