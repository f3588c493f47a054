import type { ErrorCode, FieldErrors } from '#schema/codes/error-codes.ts';
import { AppError } from './errors.ts';

interface DatabaseError {
  readonly code: string;
  readonly constraint_name?: string;
}

function databaseError(error: unknown): DatabaseError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'PostgresError') return cause as unknown as DatabaseError;
  }
  return null;
}

export const causeCode = (error: unknown): string => databaseError(error)?.code ?? '';

const byConstraint = new Map<string, { code: ErrorCode; fields: FieldErrors }>();

/** A module says what a breach of its constraint means to people, once. */
export function constraintMeans(constraint: string, code: ErrorCode, fields: FieldErrors = {}): void {
  byConstraint.set(constraint, { code, fields });
}

/** The database's word is the last one; here it becomes a refusal that people understand. */
export function translateRefusal(error: unknown): unknown {
  const refusal = byConstraint.get(databaseError(error)?.constraint_name ?? '');
  return refusal ? new AppError(refusal.code, refusal.fields) : error;
}
