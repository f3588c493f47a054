import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { checkArgument } from '#api/schema/validate.ts';
import type { Context } from '#platform/core/context.ts';
import { readByStatement } from '#platform/read/statement/operation.ts';
import { JsonText } from './answer-text.ts';
import type { PlanCache } from './plan-cache.ts';

/** How many operations took which way, for the metrics. */
export interface ReadCounts {
  statement: number;
  resolvers: number;
}

export interface StatementReadDeps {
  readonly schema: GraphQLSchema;
  readonly counts: ReadCounts;
  readonly plans: Pick<PlanCache, 'keep'>;
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
}

/** Answers a read by one statement where SQL can say all of it; everything else goes on to the resolvers. */
export const statementReads = ({
  schema,
  counts,
  plans,
  format,
}: StatementReadDeps): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    responseForOperation: async ({ contextValue, document, operation, request }) => {
      // A name that no operation has; Apollo says so.
      if (!operation) return null;
      const variables = request.variables ?? {};
      const read = { schema, document, operation, variables, checkArgument };
      const answer = await readByStatement(contextValue, read).then(
        (text) => text && { data: new JsonText(text) as unknown as Record<string, unknown> },
        (error: Error) => ({
          data: null,
          errors: [format(new GraphQLError(error.message, { originalError: error }))],
        }),
      );
      counts[answer ? 'statement' : 'resolvers'] += 1;
      if (!answer) return null;
      if (answer.data && request.query)
        plans.keep(request.query, request.operationName, { document, operation });
      return {
        http: { status: undefined, headers: new HeaderMap() },
        body: { kind: 'single', singleResult: answer },
      };
    },
  }),
});
