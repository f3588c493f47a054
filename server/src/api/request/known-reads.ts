import type { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '#api/price/limits.ts';
import { pricePlan } from '#api/price/plan.ts';
import { type Points, wholePoints } from '#api/price/points.ts';
import { asRefusal, budgetHeaders } from '#api/price/refusal.ts';
import { checkVariables, type Variables } from '#api/price/variables.ts';
import { checkArgument } from '#api/schema/validate.ts';
import { begin, type Running } from '#modules/identity/rate-limit/pace.service.ts';
import type { Supposed } from '#modules/identity/session/asker.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { readSupposing } from '#platform/read/fast/operation.ts';
import { passAnswer, printAnswer, type ReadCounts } from './fast-reads.ts';
import { numberSearches } from './number-searches.ts';

/** A read that went the whole way before: parsed, compared with the schema, priced, and said by one statement. */
interface KnownRead {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly price: Points<Variables>;
}

export interface KnownReads {
  keep(query: string, operationName: string | undefined, read: Omit<KnownRead, 'price'>): void;
  find(query: string, operationName: string | undefined): KnownRead | undefined;
}

const mostReads = 1_000;
const mostNames = 50;
const longestQuery = 10_000;

export function createKnownReads(schema: GraphQLSchema, limits: Limits): KnownReads {
  // By the document, which may be long, and then by the name of the operation.
  const known = new Map<string, Map<string, KnownRead>>();
  return {
    find: (query, name = '') => known.get(query)?.get(name),
    keep(query, name = '', { document, operation }) {
      const operations = known.get(query) ?? new Map<string, KnownRead>();
      if (operations.has(name) || operations.size >= mostNames || query.length > longestQuery) return;
      if (known.size >= mostReads && !known.has(query)) known.delete(known.keys().next().value ?? '');
      operations.set(name, { document, operation, price: pricePlan(schema, document, operation, limits) });
      known.set(query, operations);
    },
  };
}

export interface KnownReadDeps {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly known: KnownReads;
  readonly counts: ReadCounts;
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
  /** Somebody who was here before; null takes the usual way. */
  suppose(request: FastifyRequest, reply: FastifyReply): { ctx: Context; supposed: Supposed } | null;
}

interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Variables;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A request in its usual form; anything else is for the usual way to judge. */
function askedBy({ body, headers }: FastifyRequest): Asked | null {
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
 * The short way of a read that is known, by somebody who is: one statement tells who asks and what, and its text is the
 * answer. False for everything else, and where anything is not as it was: that goes the usual way from its beginning, as
 * if nothing had been tried.
 */
export async function answerKnown(
  deps: KnownReadDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const asked = askedBy(request);
  const read = asked && deps.known.find(asked.query, asked.operationName);
  const asker = read && deps.suppose(request, reply);
  if (!asker) return false;
  // A search by number is noted in somebody's name: who that is, is found out first.
  if (numberSearches(deps.schema, read.document, read.operation, asked.variables).length > 0) return false;
  const price = priceOf(deps, read, asked.variables);
  if (price === null) return false;
  const operation = { ...read, schema: deps.schema, variables: asked.variables, checkArgument };
  reply.headers({
    'content-type': 'application/json; charset=utf-8',
    'x-cost': String(price),
  });
  const extensions = { cost: { price, limit: deps.limits.price } };
  let running: Running | null = null;
  try {
    running = await begin(asker.ctx, price);
    const text = await readSupposing(asker.ctx, operation, asker.supposed);
    if (text === null) {
      // The usual way charges whoever it finds asking.
      running.giveUp();
      running = null;
      return false;
    }
    deps.counts.statement += 1;
    reply.headers(Object.fromEntries(budgetHeaders(running.budget)));
    reply.send(passAnswer(text, { extensions }));
  } catch (error) {
    reply.send(printAnswer({ ...refused(deps, error, reply), extensions }));
  } finally {
    running?.end();
  }
  return true;
}

/** The budget is spent, or the database gave up: told as on the usual way. */
function refused({ format }: KnownReadDeps, error: unknown, reply: FastifyReply) {
  const refusal = asRefusal(error);
  if (!(refusal instanceof GraphQLError)) {
    reply.code(503);
    return { errors: [format(new GraphQLError('', { originalError: error as Error }))], data: null };
  }
  const { status, headers } = refusal.extensions.http as { status: number; headers: HeaderMap };
  reply.code(status).headers(Object.fromEntries(headers));
  return { errors: [format(refusal)] };
}

function priceOf({ limits }: KnownReadDeps, read: KnownRead, variables: Variables): number | null {
  try {
    checkVariables(variables, limits);
    const price = wholePoints(read.price, variables);
    return price > limits.price ? null : price;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
