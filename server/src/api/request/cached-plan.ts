import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { refusalAnswer } from '#api/price/refusal.ts';
import type { Variables } from '#api/price/variables.ts';
import { checkArgument } from '#api/schema/validate.ts';
import type { CachedViewer } from '#modules/identity/session/authentication.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { readForCachedViewer } from '#platform/read/statement/operation.ts';
import { answerBytes, printAnswer } from './answer-text.ts';
import type { OperationRun, Pipeline, SentOperation } from './pipeline.ts';
import type { PlanCache } from './plan-cache.ts';
import type { ReadCounts } from './statement-reads.ts';

export interface CachedPlanDeps {
  readonly schema: GraphQLSchema;
  readonly pipeline: Pipeline;
  readonly plans: PlanCache;
  readonly counts: ReadCounts;
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
  /** The viewer of an earlier request from this process's cache; null if there is none. */
  cachedViewer(
    request: FastifyRequest,
    reply: FastifyReply,
  ): { ctx: Context; cachedViewer: CachedViewer } | null;
}

interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Variables;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A plain JSON request; null for any other form, which is left to Apollo. */
function requestOf({ body, headers }: FastifyRequest): GraphqlRequest | null {
  const accept = headers.accept ?? '*/*';
  if (!isRecord(body) || !/^(application\/json|\*\/\*)(,|$)/.test(accept)) return null;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || !isRecord(variables ?? {}) || !isRecord(extensions ?? {})) return null;
  if (typeof (operationName ?? '') !== 'string') return null;
  return {
    query,
    operationName: (operationName ?? undefined) as string | undefined,
    variables: (variables ?? {}) as Variables,
  };
}

/**
 * Answers a read whose plan is cached, for a viewer who is cached too: one statement checks the viewer and reads. False
 * for everything else, and where anything has changed: the request then goes through Apollo from its beginning.
 */
export async function answerFromCache(
  deps: CachedPlanDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const graphqlRequest = requestOf(request);
  const plan = graphqlRequest && deps.plans.find(graphqlRequest.query, graphqlRequest.operationName);
  const cached = plan && deps.cachedViewer(request, reply);
  if (!cached) return false;
  const { variables } = graphqlRequest;
  const run = deps.pipeline.enter();
  // Apollo refuses, and charges the fault to the viewer it authenticates.
  if (!mayRun(run, cached.ctx, { ...plan, variables, method: request.method })) return false;
  reply.headers({
    'content-type': 'application/json; charset=utf-8',
    ...Object.fromEntries(run.headers()),
  });
  try {
    await run.begin(cached.ctx);
    const operation = { ...plan, schema: deps.schema, variables, checkArgument };
    const text = await readForCachedViewer(cached.ctx, operation, cached.cachedViewer);
    if (text === null) {
      run.giveUp();
      return false;
    }
    deps.counts.statement += 1;
    reply.headers(Object.fromEntries(run.headers()));
    reply.send(answerBytes(text, { extensions: run.extensions() }));
  } catch (error) {
    const { status, headers, body } = refusalAnswer(error, deps.format);
    reply.code(status).headers(headers);
    reply.send(printAnswer({ ...body, extensions: run.extensions() }));
  } finally {
    run.end();
  }
  return true;
}

/** A search by number is recorded in the viewer's name, so it needs a full authentication first. */
function mayRun(run: OperationRun, ctx: Context, sent: SentOperation): boolean {
  try {
    run.price(ctx, sent);
    return run.searches.length === 0;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
