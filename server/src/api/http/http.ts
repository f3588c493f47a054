import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Limits } from '#api/price/limits.ts';
import { statusOf } from '#api/price/refusal.ts';
import { createGraphqlHandler } from '#api/request/graphql.ts';
import type { ReadCounts } from '#api/request/statement-reads.ts';
import type { CachedViewer } from '#modules/identity/session/authentication.ts';
import type { Context } from '#platform/core/context.ts';
import type { Deadline } from '#platform/core/deadline.ts';
import { AppError, describe } from '#platform/core/errors.ts';
import type { Log } from '#platform/core/log.ts';
import { traceOf } from '#platform/core/trace.ts';
import { noAnswer } from '#platform/write/refusals.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { readQueryString, writeAddress } from './address.ts';
import { languageOf } from './language.ts';
import { refuseOtherMethods } from './methods.ts';
import { refuseNumbers } from './numbers-in-address.ts';
import { type PersistedOperations, withPersistedDocument } from './persisted.ts';

export interface HttpDeps {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  /** True where people come by https; the session cookie is then bound to it. */
  readonly secure: boolean;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly persisted: PersistedOperations;
  readonly limits: Limits;
  readonly reads: ReadCounts;
  /** Answers all reads by resolvers, to compare with. */
  readonly plainReads?: boolean;
  /** The context of a cached viewer; null if none is cached. */
  cachedViewer(request: RequestFacts): { ctx: Context; cachedViewer: CachedViewer } | null;
  /** Makes the context of one request: viewer, language, address. */
  makeContext(request: RequestFacts): Promise<Context>;
}

export interface RequestFacts {
  readonly requestId: string;
  readonly lang: Lang;
  readonly address: string;
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
  readonly reply: Context['reply'];
  readonly deadline?: Deadline;
}

const langOf = (request: FastifyRequest): Lang => languageOf(request.headers['accept-language']);

/** Routes beside GraphQL are added to `http`, then `closeRoutes` ends the list. */
export async function createHttp(
  deps: HttpDeps,
): Promise<{ http: FastifyInstance; closeRoutes: () => void }> {
  const { limits } = deps;
  const http = fastify({
    bodyLimit: limits.bodyBytes,
    // A request that trickles in is cut off; uploads over a village's network take their time.
    requestTimeout: 300_000,
    // Forwarded addresses are trusted from these proxies only.
    trustProxy: deps.trustedProxies.length > 0 ? [...deps.trustedProxies] : false,
    genReqId: () => randomUUID(),
    logger: false,
  });
  answerInOneShape(http, deps.log);
  const closeRoutes = refuseOtherMethods(http);
  await http.register(fastifyCookie);
  const answerOperation = await createGraphqlHandler(http, {
    ...deps,
    langOf,
    cachedViewer: (...on) => deps.cachedViewer(factsOf(deps, ...on)),
    contextOf: (...on) => contextOf(deps, ...on),
  });
  const documentOfHash = withPersistedDocument(deps.persisted);
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // Its answer is nothing but a body.
    exposeHeadRoute: false,
    preHandler: async (request) => {
      if (request.method === 'GET') {
        readQueryString(request);
        refuseNumbers(request.body);
      }
      await documentOfHash(request);
      if (request.method === 'GET') writeAddress(request);
    },
    handler: (request, reply) => {
      // The answer holds personal data and depends on the language.
      reply.headers({ 'cache-control': 'no-store', vary: 'accept-language' });
      return answerOperation(request, reply);
    },
  });
  return { http, closeRoutes };
}

const byStatus: Record<number, ErrorCode> = { 413: 'BODY_TOO_LARGE', 429: 'RATE_LIMITED' };

/** Failures before or outside GraphQL have the same shape. */
function answerInOneShape(http: FastifyInstance, log: Log): void {
  http.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const refused = error instanceof AppError ? error : noAnswer(error);
    const status = error.statusCode ?? (refused ? statusOf(refused) : 500);
    const code = byStatus[status] ?? (status < 500 ? 'GRAPHQL_INVALID' : 'INTERNAL');
    const { retryAfterSeconds } = refused?.details ?? {};
    if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds));
    // A database outage is logged once, not with every request.
    if (status >= 500 && !refused)
      log.error({ requestId: request.id, ...traceOf(error) }, 'unexpected error');
    const extensions = describe(refused ?? new AppError(code));
    return reply
      .code(status)
      .send({ errors: [{ message: extensions.messages[langOf(request)], extensions }] });
  });
}

/** Facts of a request; also for routes outside GraphQL. */
export const contextOf = (
  deps: Pick<HttpDeps, 'secure' | 'makeContext'>,
  request: FastifyRequest,
  reply: FastifyReply,
  deadline?: Deadline,
): Promise<Context> => deps.makeContext(factsOf(deps, request, reply, deadline));

function factsOf(
  deps: Pick<HttpDeps, 'secure'>,
  request: FastifyRequest,
  reply: FastifyReply,
  deadline?: Deadline,
): RequestFacts {
  // The prefix binds the cookie to this host over https; browsers refuse it without.
  const cookie = deps.secure ? '__Host-bangfu' : 'bangfu';
  const sessionToken = request.cookies[cookie] ?? null;
  const bearer = /^Bearer\b *(.*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  reply.header('x-request-id', request.id);
  return {
    requestId: request.id,
    lang: langOf(request),
    address: request.ip,
    sessionToken,
    bearerToken: bearer,
    deadline,
    reply: {
      sessionToken,
      setSession: (token) => {
        if (reply.sent) return;
        const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: deps.secure } as const;
        if (token) reply.setCookie(cookie, token, options);
        else reply.clearCookie(cookie, options);
      },
    },
  };
}
