import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  specifiedRules,
  validate,
} from 'graphql';
import { costExtension, costHeaders } from '#api/request/cost.ts';
import { numberSearches } from '#api/request/number-searches.ts';
import { chargeSearches } from '#modules/identity/rate-limit/number-search.service.ts';
import {
  beginOperation,
  charge,
  type RunningOperation,
} from '#modules/identity/rate-limit/rate-limit.service.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { faultyVariables } from './faulty-variables.ts';
import type { KnownDocuments } from './known-documents.ts';
import type { Limits } from './limits.ts';
import { pricePlan } from './plan.ts';
import { type Points, points, wholePoints } from './points.ts';
import { asRefusal } from './refusal.ts';
import { checkShape } from './shape.ts';
import { isPublic } from './strangers.ts';
import { secondsOf } from './time.ts';
import { checkVariables, type Variables } from './variables.ts';

export interface GuardDeps {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly documents: KnownDocuments;
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
}

/** Results of checking a document, cached. */
interface Profile {
  readonly public: boolean;
  valid: boolean;
  readonly prices: Map<OperationDefinitionNode, Points<Variables>>;
}

type Request = GraphQLRequestContext<Context>;

/** Most faults of a document reported at once. */
const mostFaults = 20;

/**
 * Stands before every operation: who may ask at all, shape, comparison with the schema, sizes, price, budget; in this
 * order, each cheaper than what it spares. It comes in the place of Apollo's own validation, which would compare a
 * document of any shape, for anybody.
 */
export function guard(deps: GuardDeps): ApolloServerPlugin<Context> {
  const profiles = new WeakMap<DocumentNode, Profile>();
  return {
    requestDidStart: async () => {
      let faults: readonly GraphQLError[] = [];
      let price: number | null = null;
      let running: RunningOperation | null = null;
      let isCharged = false;
      return {
        didResolveOperation: async (request) => {
          try {
            const { document, operation, contextValue } = request;
            const profile = profileOf(deps, profiles, document);
            const isStranger = !contextValue.viewer && !deps.limits.openToStrangers;
            if (!profile.public && isStranger) throw refuse('UNAUTHENTICATED');
            const found = faultsOf(deps, profile, request);
            // Suggestions in error messages would reveal the schema to anonymous callers.
            if (found[0] && isStranger) throw refuse('GRAPHQL_INVALID');
            faults = found;
            if (faults[0]) throw faults[0];
            if (!operation) return;
            if (!deps.schema.getRootType(operation.operation)) throw refuse('GRAPHQL_INVALID');
            const variables = request.request.variables ?? {};
            checkVariables(variables, deps.limits);
            const wrong = faultyVariables(deps.schema, document, operation, variables);
            if (Object.keys(wrong).length > 0) throw invalid(isStranger ? {} : wrong);
            price = wholePoints(priceOf(deps, profile, document, operation), variables);
            const { price: limit } = deps.limits;
            if (price > limit) throw refuse('OPERATION_TOO_EXPENSIVE', {}, { price, limit });
            const searches = numberSearches(deps.schema, document, operation, variables);
            // An address is kept in the history of the browser and in the logs of every proxy on the way.
            if (searches.length > 0 && request.request.http?.method === 'GET')
              throw refuse('NUMBER_IN_ADDRESS');
            contextValue.deadline?.extend(secondsOf(deps.schema, operation) * 1_000);
            isCharged = true;
            // What has begun is ended with the answer, also where a search in it is then refused.
            running = await beginOperation(contextValue, price);
            await chargeSearches(contextValue, searches);
          } catch (error) {
            throw asRefusal(isCharged ? error : await paidFor(request.contextValue, error));
          }
        },
        unexpectedErrorProcessingRequest: async () => running?.end(),
        willSendResponse: async ({ response }) => {
          running?.end();
          const { body, http } = response;
          if (body.kind !== 'single') return;
          if (faults.length > 1) body.singleResult.errors = faults.map(deps.format);
          // The database gave up on one of its statements, or is away.
          if (body.singleResult.errors?.some(({ extensions }) => isWithoutAnswer(extensions?.code)))
            http.status = 503;
          if (price === null) return;
          body.singleResult.extensions = {
            ...body.singleResult.extensions,
            ...costExtension(price, deps.limits),
          };
          for (const [name, value] of costHeaders(price, running?.budget ?? null))
            http.headers.set(name, value);
        },
      };
    },
  };
}

const isWithoutAnswer = (code: unknown) => code === 'TIMED_OUT' || code === 'UNAVAILABLE';

/** Refused operations are charged as well, or they could be sent without limit; returns the fault or RATE_LIMITED. */
async function paidFor(ctx: Context, fault: unknown): Promise<unknown> {
  try {
    await charge(ctx, points.fault);
    return fault;
  } catch (refusal) {
    return refusal;
  }
}

function profileOf(
  deps: GuardDeps,
  profiles: WeakMap<DocumentNode, Profile>,
  document: DocumentNode,
): Profile {
  const known = profiles.get(document);
  if (known) return known;
  checkShape(document, deps.limits);
  const profile = { public: isPublic(deps.schema, document), valid: false, prices: new Map() };
  profiles.set(document, profile);
  return profile;
}

function faultsOf(
  deps: GuardDeps,
  profile: Profile,
  request: Pick<Request, 'queryHash' | 'source'> & { document: DocumentNode },
): readonly GraphQLError[] {
  if (profile.valid) return [];
  const { document, queryHash = '', source = '' } = request;
  const faults = validate(deps.schema, document, specifiedRules, {
    maxErrors: mostFaults,
    hideSuggestions: true,
  });
  for (const fault of faults) {
    Object.assign(fault.extensions, {
      code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
      http: { status: 400 },
    });
  }
  profile.valid = faults.length === 0;
  if (profile.valid) deps.documents.keep(queryHash, document, source.length);
  return faults;
}

function priceOf(
  deps: GuardDeps,
  profile: Profile,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Points<Variables> {
  const known = profile.prices.get(operation);
  if (known !== undefined) return known;
  const price = pricePlan(deps.schema, document, operation, deps.limits);
  profile.prices.set(operation, price);
  return price;
}
