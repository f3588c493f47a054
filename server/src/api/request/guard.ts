import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  specifiedRules,
  validate,
} from 'graphql';
import type { KnownDocuments } from '#api/price/known-documents.ts';
import { checkShape } from '#api/price/shape.ts';
import { isPublic, isStranger } from '#api/price/strangers.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import type { Pipeline, PipelineDeps } from './pipeline.ts';

export interface GuardDeps extends PipelineDeps {
  readonly pipeline: Pipeline;
  readonly documents: KnownDocuments;
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
}

/** Results of checking a document, cached. */
interface Profile {
  readonly public: boolean;
  valid: boolean;
}

type Request = GraphQLRequestContext<Context>;

/** Most faults of a document reported at once. */
const mostFaults = 20;

/**
 * Takes every operation that comes through Apollo into the pipeline, after what concerns its document alone: who may
 * ask at all, shape, comparison with the schema; in this order, each cheaper than what it spares. It comes in the place
 * of Apollo's own validation, which would compare a document of any shape, for anybody.
 */
export function guard(deps: GuardDeps): ApolloServerPlugin<Context> {
  const profiles = new WeakMap<DocumentNode, Profile>();
  return {
    requestDidStart: async () => {
      const run = deps.pipeline.enter();
      let faults: readonly GraphQLError[] = [];
      return {
        didResolveOperation: async (request) => {
          const { document, operation, contextValue, request: sent } = request;
          try {
            faults = faultsFor(deps, profiles, request);
            if (faults[0]) throw faults[0];
            if (!operation) return;
            const variables = sent.variables ?? {};
            run.price(contextValue, { document, operation, variables, method: sent.http?.method });
            await run.begin(contextValue);
          } catch (error) {
            throw await run.refused(contextValue, error);
          }
        },
        unexpectedErrorProcessingRequest: async () => run.end(),
        willSendResponse: async ({ response: { body, http } }) => {
          run.end();
          if (body.kind !== 'single') return;
          if (faults.length > 1) body.singleResult.errors = faults.map(deps.format);
          // The database gave up on one of its statements, or is away.
          if (body.singleResult.errors?.some(({ extensions }) => isWithoutAnswer(extensions?.code)))
            http.status = 503;
          const extensions = run.extensions();
          if (extensions.cost)
            body.singleResult.extensions = { ...body.singleResult.extensions, ...extensions };
          for (const [name, value] of run.headers()) http.headers.set(name, value);
        },
      };
    },
  };
}

const isWithoutAnswer = (code: unknown) => code === 'TIMED_OUT' || code === 'UNAVAILABLE';

/** Refuses strangers, who learn nothing of the schema, and misshapen documents; gives what is wrong with all others. */
function faultsFor(
  deps: GuardDeps,
  profiles: WeakMap<DocumentNode, Profile>,
  request: Pick<Request, 'queryHash' | 'source' | 'contextValue'> & { document: DocumentNode },
): readonly GraphQLError[] {
  const profile = profileOf(deps, profiles, request.document);
  const byStranger = isStranger(request.contextValue, deps.limits);
  if (!profile.public && byStranger) throw refuse('UNAUTHENTICATED');
  const faults = compareWithSchema(deps, profile, request);
  // Suggestions in error messages would reveal the schema to anonymous callers.
  if (faults[0] && byStranger) throw refuse('GRAPHQL_INVALID');
  return faults;
}

function profileOf(
  deps: GuardDeps,
  profiles: WeakMap<DocumentNode, Profile>,
  document: DocumentNode,
): Profile {
  const known = profiles.get(document);
  if (known) return known;
  checkShape(document, deps.limits);
  const profile = { public: isPublic(deps.schema, document), valid: false };
  profiles.set(document, profile);
  return profile;
}

function compareWithSchema(
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
