import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

export interface Person {
  readonly id: string;
  readonly householdId: string;
  readonly relation: string;
  readonly leftOn: string | null;
}

export interface Account {
  readonly id: string;
  readonly memberId: string;
}

/** The payee is the person entitled or the head of that household, and both are still there. */
export function payeeFault(entitled: Person | undefined, payee: Person | undefined): ErrorCode | null {
  if (!entitled || !payee) return 'PAYEE_NOT_ALLOWED';
  if (entitled.leftOn !== null || payee.leftOn !== null) return 'MEMBER_LEFT';
  const isHead = payee.relation === 'HEAD' && payee.householdId === entitled.householdId;
  return payee.id === entitled.id || isHead ? null : 'PAYEE_NOT_ALLOWED';
}

/** The account of a row must be the one that its payee uses today. */
export function accountFault(accountId: string, current: Account | undefined): ErrorCode | null {
  if (!current) return 'ACCOUNT_MISSING';
  return current.id === accountId ? null : 'ACCOUNT_CHANGED';
}
