import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Budget } from '#modules/identity/rate-limit/rate-limit.service.ts';
import { AppError } from '#platform/core/errors.ts';
import { noAnswer } from '#platform/write/refusals.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  METHOD_NOT_ALLOWED: 405,
  RATE_LIMITED: 429,
  TIMED_OUT: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** HTTP status of a request that was refused as a whole. */
export const statusOf = (error: AppError): number => statuses[error.code] ?? 400;

/** A refusal in the form in which Apollo passes it on: with its status, and when to come again. */
export function asRefusal(thrown: unknown): unknown {
  const error = noAnswer(thrown) ?? thrown;
  if (!(error instanceof AppError)) return error;
  const headers = new HeaderMap(budgetHeaders(error.details as Partial<Budget>));
  const { retryAfterSeconds } = error.details;
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(retryAfterSeconds));
  return new GraphQLError(error.code, {
    originalError: error,
    extensions: { http: { status: statusOf(error), headers } },
  });
}

/** The same for an answer built outside Apollo; unknown errors become INTERNAL. */
export function refusalAnswer(thrown: unknown, format: (error: GraphQLError) => GraphQLFormattedError) {
  const refusal = asRefusal(thrown);
  if (!(refusal instanceof GraphQLError)) {
    const error = new GraphQLError('', { originalError: thrown as Error });
    return { status: 503, headers: {}, body: { errors: [format(error)], data: null } };
  }
  const { status, headers } = refusal.extensions.http as { status: number; headers: HeaderMap };
  return { status, headers: Object.fromEntries(headers), body: { errors: [format(refusal)] } };
}

/** The caller's budget, in the words of the draft standard. */
export function budgetHeaders(budget: Partial<Budget> | null): [string, string][] {
  const headers: [string, number | undefined][] = [
    ['ratelimit-limit', budget?.limit],
    ['ratelimit-remaining', budget?.remaining],
    ['ratelimit-reset', budget?.resetSeconds],
  ];
  return headers.flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}
