import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyCookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context, Log } from '#platform/context.ts';
import { AppError, describe } from '#platform/errors.ts';
import { traceOf } from '#platform/trace.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { fastReads, printAnswer } from './fast-reads.ts';
import { formatError } from './format-error.ts';
import { limits } from './limits.ts';
import { type PersistedOperations, withPersistedDocument } from './persisted.ts';

export interface HttpDeps {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  /** True where people come by https; the session cookie is then bound to it. */
  readonly secure: boolean;
  readonly persisted: PersistedOperations;
  /** Answers all reads by resolvers, to compare with. */
  readonly plainReads?: boolean;
  /** Makes the context of one request: who asks, in which language, from where. */
  makeContext(request: RequestFacts): Promise<Context>;
}

export interface RequestFacts {
  readonly requestId: string;
  readonly lang: Lang;
  readonly address: string;
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
  readonly reply: Context['reply'];
}

const bodyLimit = 64 * 1024;
/** Ten times what the longest of our own documents needs. */
const maxTokens = 10_000;

const langOf = (request: FastifyRequest): Lang =>
  /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';

export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const http = fastify({ bodyLimit, trustProxy: 'loopback', genReqId: () => randomUUID(), logger: false });
  answerInOneShape(http, deps.log);
  await http.register(fastifyCookie);
  const apollo = new ApolloServer<Context>({
    schema: deps.schema,
    // Who may see the schema is decided per request, below; nobody is told near misses.
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    // Clients may not add to what the server knows.
    persistedQueries: false,
    stringifyResult: printAnswer,
    formatError: (formatted, thrown) => formatError(formatted, thrown, deps.log),
    plugins: [
      limits,
      ...(deps.plainReads ? [] : [fastReads(deps.schema)]),
      fastifyApolloDrainPlugin(http),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  http.post(
    '/graphql',
    { preHandler: withPersistedDocument(deps.persisted) },
    fastifyApolloHandler(apollo, {
      context: (request, reply) => contextOf(deps, request, reply).catch(refuseAtTheDoor),
    }),
  );
  return http;
}

/** Credentials that open nothing are told so by the status too; they never count as nobody's. */
const statusOf = (error: AppError): number => (error.code === 'UNAUTHENTICATED' ? 401 : 400);

function refuseAtTheDoor(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw new GraphQLError(error.code, {
    originalError: error,
    extensions: { http: { status: statusOf(error) } },
  });
}

const byStatus: Record<number, ErrorCode> = { 413: 'BODY_TOO_LARGE', 429: 'RATE_LIMITED' };

/** What fails before or beside GraphQL is told in the same shape. */
function answerInOneShape(http: FastifyInstance, log: Log): void {
  http.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const refused = error instanceof AppError ? error : null;
    const status = error.statusCode ?? (refused ? statusOf(refused) : 500);
    const code = byStatus[status] ?? (status < 500 ? 'GRAPHQL_INVALID' : 'INTERNAL');
    if (status >= 500) log.error({ requestId: request.id, ...traceOf(error) }, 'unexpected error');
    const extensions = describe(refused ?? new AppError(code));
    return reply
      .code(status)
      .send({ errors: [{ message: extensions.messages[langOf(request)], extensions }] });
  });
}

/** What a request says of itself; also for routes beside GraphQL. */
export function contextOf(deps: HttpDeps, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  // The prefix binds the cookie to this host over https; browsers refuse it without.
  const cookie = deps.secure ? '__Host-bangfu' : 'bangfu';
  const sessionToken = request.cookies[cookie] ?? null;
  const bearer = /^Bearer\b *(.*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  reply.header('x-request-id', request.id);
  return deps.makeContext({
    requestId: request.id,
    lang: langOf(request),
    address: request.ip,
    sessionToken,
    bearerToken: bearer,
    reply: {
      sessionToken,
      setSession: (token) => {
        const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: deps.secure } as const;
        if (token) reply.setCookie(cookie, token, options);
        else reply.clearCookie(cookie, options);
      },
    },
  });
}
