import type { WorkContext } from '#platform/core/context.ts';
import { notFound } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { insertAll } from '#platform/write/write.ts';
import type { FundAccountKind } from '#schema/codes/money/fund.codes.ts';
import { accountEntity } from './ledger.entity.ts';
import { type AccountOwner, findAccounts } from './ledger.queries.ts';

type AccountIds = Readonly<Partial<Record<FundAccountKind, string>>>;

/** Opens accounts of a line or an allocation, all empty. */
export async function openAccounts(
  work: WorkContext,
  owner: AccountOwner,
  fundId: string,
  kinds: readonly FundAccountKind[],
  auditedAs: string,
): Promise<AccountIds> {
  const rows = kinds.map((kind) => ({ ...owner, id: newId(), fundId, kind }));
  await insertAll(work, accountEntity, rows, { auditedAs });
  return Object.fromEntries(rows.map(({ kind, id }) => [kind, id]));
}

/** The accounts of a line or an allocation, by kind. */
export async function accountsOf(work: WorkContext, owner: AccountOwner): Promise<AccountIds> {
  const found = await findAccounts(work, owner);
  return Object.fromEntries(found.map(({ kind, id }) => [kind, id]));
}

/** One of them; NOT_FOUND where no money was posted yet. */
export function accountIn(accounts: AccountIds, kind: FundAccountKind, path?: string): string {
  const id = accounts[kind];
  if (!id) throw notFound(path);
  return id;
}
