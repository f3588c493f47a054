import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { faultyVariables } from '#api/price/faulty-variables.ts';
import type { Limits } from '#api/price/limits.ts';
import { pricePlan } from '#api/price/plan.ts';
import { type Points, points, wholePoints } from '#api/price/points.ts';
import { asRefusal, budgetHeaders } from '#api/price/refusal.ts';
import { isStranger } from '#api/price/strangers.ts';
import { secondsOf } from '#api/price/time.ts';
import { checkVariables, type Variables } from '#api/price/variables.ts';
import { chargeSearches, type NumberSearch } from '#modules/identity/rate-limit/number-search.service.ts';
import {
  beginOperation,
  charge,
  type RunningOperation,
} from '#modules/identity/rate-limit/rate-limit.service.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { numberSearches } from './number-searches.ts';

export interface PipelineDeps {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
}

/** An operation of a document that was compared with the schema, as one caller sends it. */
export interface SentOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly method: string | undefined;
}

/** One operation on its way through the steps; those of its answer may be asked for at any time. */
export interface OperationRun {
  /** Refuses what may not run as it was sent; from here on its price and its searches by number are known. */
  price(ctx: Context, sent: SentOperation): void;
  readonly searches: readonly NumberSearch[];
  /** Admits it and charges its price and its searches, each once. Refuses where a budget is spent. */
  begin(ctx: Context): Promise<void>;
  /** What the caller is told instead of an error; an operation that never began is charged for its fault. */
  refused(ctx: Context, error: unknown): Promise<unknown>;
  /** In place of `end`, where the operation starts over and is charged then. */
  giveUp(): void;
  /** Called in any case, once or more: makes room for the caller's next operation and charges extra time. */
  end(): void;
  /** Price and what is left of the budget; none before there is a price. */
  headers(): [string, string][];
  extensions(): { readonly cost?: { readonly price: number; readonly limit: number } };
}

/**
 * The steps of every operation, whichever way it is answered. Apollo's entry (`guard.ts`) and that of cached plans
 * (`cached-plan.ts`) find out document, variables and viewer, and do the rest here, so that no rule holds on one alone.
 */
export interface Pipeline {
  enter(): OperationRun;
}

export function createPipeline(deps: PipelineDeps): Pipeline {
  const prices = new WeakMap<OperationDefinitionNode, Points<Variables>>();
  const pointsOf = ({ document, operation }: SentOperation): Points<Variables> => {
    const known = prices.get(operation);
    if (known !== undefined) return known;
    const made = pricePlan(deps.schema, document, operation, deps.limits);
    prices.set(operation, made);
    return made;
  };
  return { enter: () => enterPipeline(deps, pointsOf) };
}

function enterPipeline(
  { schema, limits }: PipelineDeps,
  pointsOf: (sent: SentOperation) => Points<Variables>,
): OperationRun {
  let price: number | null = null;
  let searches: readonly NumberSearch[] = [];
  let secondsAllowed = 0;
  let hasBegun = false;
  let running: RunningOperation | null = null;
  return {
    price(ctx, sent) {
      const { document, operation, variables, method } = sent;
      if (!schema.getRootType(operation.operation)) throw refuse('GRAPHQL_INVALID');
      checkVariables(variables, limits);
      const wrong = faultyVariables(schema, document, operation, variables);
      if (Object.keys(wrong).length > 0) throw invalid(isStranger(ctx, limits) ? {} : wrong);
      price = wholePoints(pointsOf(sent), variables);
      if (price > limits.price) throw refuse('OPERATION_TOO_EXPENSIVE', {}, { price, limit: limits.price });
      searches = numberSearches(schema, document, operation, variables);
      // An address is kept in the history of the browser and in the logs of every proxy on the way.
      if (searches.length > 0 && method === 'GET') throw refuse('NUMBER_IN_ADDRESS');
      secondsAllowed = secondsOf(schema, operation);
    },
    get searches() {
      return searches;
    },
    async begin(ctx) {
      if (price === null) throw new Error('an operation cannot begin before it has a price');
      ctx.deadline?.extend(secondsAllowed * 1_000);
      hasBegun = true;
      // What has begun is ended with the answer, also where a search in it is then refused.
      running = await beginOperation(ctx, price);
      if (searches.length > 0) await chargeSearches(ctx, searches);
    },
    refused: async (ctx, error) => asRefusal(hasBegun ? error : await chargeFault(ctx, error)),
    giveUp() {
      running?.giveUp();
      running = null;
    },
    end: () => running?.end(),
    headers: () =>
      price === null ? [] : [['x-cost', String(price)], ...budgetHeaders(running?.budget ?? null)],
    extensions: () => (price === null ? {} : { cost: { price, limit: limits.price } }),
  };
}

/** Refused operations are charged as well, or they could be sent without limit; gives the fault, or RATE_LIMITED. */
async function chargeFault(ctx: Context, fault: unknown): Promise<unknown> {
  try {
    await charge(ctx, points.fault);
    return fault;
  } catch (refusal) {
    return refusal;
  }
}
