import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { guard } from '#api/price/guard.ts';
import { knownDocuments } from '#api/price/known-documents.ts';
import type { Limits } from '#api/price/limits.ts';
import { asRefusal, statusOf } from '#api/price/refusal.ts';
import { printAnswer } from '#api/request/answer-text.ts';
import { answerFromCache } from '#api/request/cached-plan.ts';
import { formatError } from '#api/request/format-error.ts';
import { createPlanCache } from '#api/request/plan-cache.ts';
import { type ReadCounts, statementReads } from '#api/request/statement-reads.ts';
import type { CachedViewer } from '#modules/identity/session/authentication.ts';
import type { Context } from '#platform/core/context.ts';
import { type Deadline, startDeadline } from '#platform/core/deadline.ts';
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
  const documents = knownDocuments();
  const plans = createPlanCache(deps.schema, limits);
  const format = (lang: Lang) => (error: GraphQLError) => formatError(error.toJSON(), error, deps.log, lang);
  // One for each language, since some of Apollo's refusals have no context to read it from.
  const apolloIn = async (lang: Lang) => {
    const apollo = new ApolloServer<Context>({ ...optionsIn(lang) });
    await apollo.start();
    return apollo;
  };
  const optionsIn = (lang: Lang): ApolloServerOptions<Context> => ({
    schema: deps.schema,
    // Who may see the schema is decided per request, by the guard.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: Math.min(limits.tokens, Number.MAX_SAFE_INTEGER) },
    // The guard compares documents with the schema, once their shape allows it.
    dangerouslyDisableValidation: true,
    documentStore: documents,
    // Clients may not add to what the server knows.
    persistedQueries: false,
    stringifyResult: printAnswer,
    formatError: (formatted, thrown) => formatError(formatted, thrown, deps.log, lang),
    plugins: [
      guard({
        schema: deps.schema,
        limits,
        documents,
        format: format(lang),
      }),
      ...(deps.plainReads
        ? []
        : [statementReads({ schema: deps.schema, counts: deps.reads, plans, format: format(lang) })]),
      fastifyApolloDrainPlugin(http),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  const apollos = { zh: await apolloIn('zh'), en: await apolloIn('en') };
  const { schema, reads: counts } = deps;
  const cachedViewer = (...on: [FastifyRequest, FastifyReply]) => deps.cachedViewer(factsOf(deps, ...on));
  const cachedPlanDeps = { schema, limits, plans, counts, cachedViewer };
  const documentOfHash = withPersistedDocument(deps.persisted);
  http.route<{ Reply: string }>({
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
    handler: async (request, reply) => {
      // The answer holds personal data and depends on the language.
      reply.headers({ 'cache-control': 'no-store', vary: 'accept-language' });
      const lang = langOf(request);
      if (await answerFromCache({ ...cachedPlanDeps, format: format(lang) }, request, reply)) return reply;
      const deadline = startDeadline(limits.requestMs);
      const handle = fastifyApolloHandler(apollos[lang], {
        context: (...on) => contextOf(deps, ...on, deadline).catch(refuseAtTheDoor),
      });
      return deadline.race(Promise.resolve(handle.call(http, request, reply)));
    },
  });
  return { http, closeRoutes };
}

/** Invalid credentials get status 401 and are never treated as an anonymous request. */
function refuseAtTheDoor(error: unknown): never {
  throw asRefusal(error);
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
