import type { FastifyRequest } from 'fastify';
import { AppError } from '#platform/core/errors.ts';
import { type OperationTexts, sha256 } from './persisted-manifests.ts';

export interface PersistedOperations {
  readonly texts: OperationTexts;
  /** Whether browsers may send nothing else. */
  readonly only: boolean;
}

type Body = Record<string, unknown>;

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts the document in place of its hash before GraphQL sees the request, so that it is parsed, validated, priced and
 * cached like any other. Nothing that is sent is ever kept: the server knows what was built along with the pages.
 */
export function withPersistedDocument(operations: PersistedOperations) {
  return async (request: FastifyRequest): Promise<void> => {
    const { body } = request;
    if (isObject(body) && body.query === undefined && hasHash(body)) {
      request.body = { ...withoutHash(body), query: textOf(operations.texts, body) };
      return;
    }
    if (operations.only && !bringsToken(request) && !isKnown(operations.texts, body))
      throw new AppError('PERSISTED_ONLY');
    if (isObject(body) && hasHash(body)) request.body = withoutHash(body);
  };
}

/** A request with a token counts as a program even with a session cookie; browsers never send tokens by themselves. */
const bringsToken = ({ headers }: FastifyRequest): boolean => /^Bearer\b/i.test(headers.authorization ?? '');

/** Written out it is the same operation. */
const isKnown = (texts: OperationTexts, body: unknown): boolean =>
  isObject(body) && typeof body.query === 'string' && texts.has(sha256(body.query));

const hasHash = ({ extensions }: Body): boolean =>
  isObject(extensions) && isObject(extensions.persistedQuery);

function withoutHash(body: Body): Body {
  const { persistedQuery: _, ...extensions } = isObject(body.extensions) ? body.extensions : {};
  return { ...body, extensions };
}

function textOf(texts: OperationTexts, { extensions }: Body): string {
  const persistedQuery =
    isObject(extensions) && isObject(extensions.persistedQuery) ? extensions.persistedQuery : {};
  if (persistedQuery.version !== 1) throw new AppError('GRAPHQL_INVALID');
  const text =
    typeof persistedQuery.sha256Hash === 'string'
      ? texts.get(persistedQuery.sha256Hash.toLowerCase())
      : undefined;
  if (text === undefined) throw new AppError('PERSISTED_QUERY_NOT_FOUND');
  return text;
}
