import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { ProblemStatus } from '#schema/codes/help/problem.codes.ts';

const isClosed = (status: string): boolean => status === 'SOLVED' || status === 'UNSOLVABLE';

/** Why a problem cannot go from one status to another, or null. */
export function stepRefusal(from: string, to: ProblemStatus): ErrorCode | null {
  if (to === 'OPEN') return isClosed(from) ? null : 'PROBLEM_STEP_INVALID';
  return isClosed(from) ? 'PROBLEM_CLOSED' : null;
}

/** The fault of the day a problem is closed on, or null. */
export function closingFault(raisedOn: string, closedOn: string, today: string): ErrorCode | null {
  if (closedOn > today) return 'DATE_IN_FUTURE';
  return closedOn < raisedOn ? 'END_BEFORE_START' : null;
}
