import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context } from '#platform/context.ts';
import { readFast } from '#platform/read/fast/operation.ts';
import type { KnownReads } from './known-reads.ts';
import { checkArgument } from './validate.ts';

/** JSON text that the database wrote, on its way to the client as it is. */
export class Passed {
  constructor(readonly text: string) {}
}

/** How many operations took which way, for the metrics. */
export interface ReadCounts {
  statement: number;
  resolvers: number;
}

export interface FastReadDeps {
  readonly schema: GraphQLSchema;
  readonly counts: ReadCounts;
  readonly known: Pick<KnownReads, 'keep'>;
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
}

/** Answers a read by one statement where SQL can say all of it; everything else goes on to the resolvers. */
export const fastReads = ({ schema, counts, known, format }: FastReadDeps): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    responseForOperation: async ({ contextValue, document, operation, request }) => {
      // A name that no operation has; Apollo says so.
      if (!operation) return null;
      const variables = request.variables ?? {};
      const asked = { schema, document, operation, variables, checkArgument };
      const answer = await readFast(contextValue, asked).then(
        (text) => text && { data: new Passed(text) as unknown as Record<string, unknown> },
        (error: Error) => ({
          data: null,
          errors: [format(new GraphQLError(error.message, { originalError: error }))],
        }),
      );
      counts[answer ? 'statement' : 'resolvers'] += 1;
      if (!answer) return null;
      if (answer.data && request.query)
        known.keep(request.query, request.operationName, { document, operation });
      return {
        http: { status: undefined, headers: new HeaderMap() },
        body: { kind: 'single', singleResult: answer },
      };
    },
  }),
});

/** Prints an answer; what the database wrote is not read again. */
export function printAnswer(answer: { data?: unknown; errors?: unknown; extensions?: unknown }): string {
  if (!(answer.data instanceof Passed)) return JSON.stringify(answer);
  const { data, ...rest } = answer;
  const others = JSON.stringify(rest);
  return `{"data":${data.text}${others === '{}' ? '' : `,${others.slice(1, -1)}`}}`;
}
