import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { knownDocuments } from '#api/price/known-documents.ts';
import type { Limits } from '#api/price/limits.ts';
import { asRefusal } from '#api/price/refusal.ts';
import type { Context } from '#platform/core/context.ts';
import { type Deadline, startDeadline } from '#platform/core/deadline.ts';
import type { Log } from '#platform/core/log.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { printAnswer } from './answer-text.ts';
import { answerFromCache, type CachedPlanDeps } from './cached-plan.ts';
import { formatError } from './format-error.ts';
import { guard } from './guard.ts';
import { createPipeline } from './pipeline.ts';
import { createPlanCache } from './plan-cache.ts';
import { type ReadCounts, statementReads } from './statement-reads.ts';

export interface GraphqlDeps {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  readonly limits: Limits;
  readonly reads: ReadCounts;
  /** Answers all reads by resolvers, to compare with. */
  readonly plainReads?: boolean;
  langOf(request: FastifyRequest): Lang;
  readonly cachedViewer: CachedPlanDeps['cachedViewer'];
  /** The context of one request; throws for invalid credentials. */
  contextOf(request: FastifyRequest, reply: FastifyReply, deadline: Deadline): Promise<Context>;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * Answers operations by the first way that can: the one statement of a cached plan, the one statement of a new plan,
 * resolvers. All three run through one pipeline.
 */
export async function createGraphqlHandler(http: FastifyInstance, deps: GraphqlDeps): Promise<Handler> {
  const { schema, limits, log, reads: counts, cachedViewer } = deps;
  const pipeline = createPipeline({ schema, limits });
  const documents = knownDocuments();
  const plans = createPlanCache();
  const format = (lang: Lang) => (error: GraphQLError) => formatError(error.toJSON(), error, log, lang);
  const optionsIn = (lang: Lang): ApolloServerOptions<Context> => ({
    schema,
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
    formatError: (formatted, thrown) => formatError(formatted, thrown, log, lang),
    plugins: [
      guard({ schema, limits, pipeline, documents, format: format(lang) }),
      ...(deps.plainReads ? [] : [statementReads({ schema, counts, plans, format: format(lang) })]),
      fastifyApolloDrainPlugin(http),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  // One for each language, since some of Apollo's refusals have no context to read it from.
  const apolloIn = async (lang: Lang) => {
    const apollo = new ApolloServer<Context>({ ...optionsIn(lang) });
    await apollo.start();
    return apollo;
  };
  const apollos = { zh: await apolloIn('zh'), en: await apolloIn('en') };
  const cachedPlanDeps = { schema, pipeline, plans, counts, cachedViewer };
  return async (request, reply) => {
    const lang = deps.langOf(request);
    if (await answerFromCache({ ...cachedPlanDeps, format: format(lang) }, request, reply)) return reply;
    const deadline = startDeadline(limits.requestMs);
    const handle = fastifyApolloHandler(apollos[lang], {
      context: (...on) => deps.contextOf(...on, deadline).catch(refuseCredentials),
    });
    return deadline.race(Promise.resolve(handle.call(http, request, reply)));
  };
}

/** Invalid credentials get status 401 and are never treated as an anonymous request. */
function refuseCredentials(error: unknown): never {
  throw asRefusal(error);
}
