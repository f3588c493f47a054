import { randomUUID } from 'node:crypto';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError, describe } from '#platform/core/errors.ts';
import type { Log } from '#platform/core/log.ts';
import { traceOf } from '#platform/core/trace.ts';
import { noAnswer } from '#platform/write/refusals.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { Lang } from '#schema/codes/lang.ts';

const ofApollo: Record<string, ErrorCode> = {
  [ApolloServerErrorCode.GRAPHQL_PARSE_FAILED]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.BAD_REQUEST]: 'GRAPHQL_INVALID',
  [ApolloServerErrorCode.BAD_USER_INPUT]: 'INVALID_INPUT',
};

/** Formats every error: code, messages in both languages and faulty fields, without internal details. */
export function formatError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  log: Log,
  lang: Lang,
): GraphQLFormattedError {
  const error = asAppError(formatted, thrown);
  const where = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
  if (!error) {
    const errorId = randomUUID();
    log.error({ errorId, ...traceOf(unwrapResolverError(thrown)) }, 'unexpected error');
    const internal = describe(new AppError('INTERNAL', {}, { errorId }));
    return { message: internal.messages[lang], ...where, extensions: internal };
  }
  const extensions = describe(error);
  // What graphql-js says of a document; a refusal of our own has said all it has to say.
  const hint = error.code === 'GRAPHQL_INVALID' && !isOurs(thrown) ? ` ${formatted.message}` : '';
  return { message: extensions.messages[lang] + hint, ...where, extensions };
}

const isOurs = (thrown: unknown): boolean => {
  const cause = unwrapResolverError(thrown);
  return (
    cause instanceof AppError || (cause instanceof GraphQLError && cause.originalError instanceof AppError)
  );
};

function asAppError(formatted: GraphQLFormattedError, thrown: unknown): AppError | null {
  const cause = unwrapResolverError(thrown);
  if (cause instanceof AppError) return cause;
  // Refused before anything ran: wrapped without a path.
  if (cause instanceof GraphQLError && cause.originalError instanceof AppError) return cause.originalError;
  const unanswered = noAnswer(cause);
  if (unanswered) return unanswered;
  const tooLarge = notParsed(formatted, thrown);
  if (tooLarge) return new AppError(tooLarge);
  const code = ofApollo[String(formatted.extensions?.code)];
  if (!code) return null;
  return new AppError(code);
}

/** Whether the parser rejected a document for its size, which graphql-js reports only in the message. */
function notParsed(formatted: GraphQLFormattedError, thrown: unknown): ErrorCode | null {
  if (formatted.extensions?.code !== ApolloServerErrorCode.GRAPHQL_PARSE_FAILED) return null;
  const message = thrown instanceof Error ? thrown.message : '';
  if (/Maximum call stack size exceeded/.test(message)) return 'TOO_DEEP';
  return /Document contains more tha[nt] \d+ tokens/.test(message) ? 'DOCUMENT_TOO_LONG' : null;
}
