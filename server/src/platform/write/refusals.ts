import { AppError } from '#platform/core/errors.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import type { ErrorCode, FieldErrors } from '#schema/codes/errors/error-codes.ts';

interface DatabaseError {
  readonly code: string;
  readonly message: string;
  readonly constraint_name?: string;
}

function databaseError(error: unknown): DatabaseError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'PostgresError') return cause as unknown as DatabaseError;
  }
  return null;
}

export const causeCode = (error: unknown): string => databaseError(error)?.code ?? '';

/**
 * What a breach of a constraint means, and where: at the first of the paths that the input has, since one constraint is
 * kept by several verbs.
 */
export interface ConstraintMeaning {
  readonly code: ErrorCode;
  readonly paths: readonly string[];
}

export const constraintMeans = (code: ErrorCode, ...paths: string[]): ConstraintMeaning => ({ code, paths });

/** Violations that only the database can detect, such as the same person entered by two users at once. */
class BrokenConstraint extends AppError {
  constructor(
    code: ErrorCode,
    readonly paths: readonly string[],
    path: string | undefined,
  ) {
    super(code, path ? { [path]: code } : {});
  }
}

/** A statement that took too long, or waited too long for a lock. */
const gaveUp = new Set(['57014', '55P03']);

/** The error for a statement without an answer (outage, timeout); null for other errors. */
export function noAnswer(error: unknown): AppError | null {
  if (isConnectionLost(error)) return new AppError('UNAVAILABLE', {}, { retryAfterSeconds: 2 });
  return gaveUp.has(causeCode(error)) ? new AppError('TIMED_OUT') : null;
}

/** A cluster reports the name only in the message, with the shard number appended. */
function constraintIn(error: unknown): string {
  const broken = databaseError(error);
  if (!broken) return '';
  const name = broken.constraint_name ?? /constraint "([^"]+)"/.exec(broken.message)?.[1] ?? '';
  return name.replace(/_\d{6,}$/, '');
}

/** The database's word is the last one; here it becomes a refusal that people understand. */
export function translateRefusal(
  constraints: ReadonlyMap<string, ConstraintMeaning>,
  error: unknown,
): unknown {
  const refusal = constraints.get(constraintIn(error));
  return refusal ? new BrokenConstraint(refusal.code, refusal.paths, refusal.paths[0]) : error;
}

/** Puts the fault to a field of the input that was sent. */
export function placed(error: unknown, input: object): unknown {
  if (!(error instanceof BrokenConstraint)) return error;
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const names = new Set(given.map(([name]) => `input.${name}`));
  return new AppError(
    error.code,
    fieldAt(
      error.paths.find((path) => names.has(path)),
      error.code,
    ),
  );
}

const fieldAt = (path: string | undefined, code: ErrorCode): FieldErrors => (path ? { [path]: code } : {});
