import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '#platform/context.ts';
import { readFast } from '#platform/read/fast/operation.ts';
import { checkArgument } from './validate.ts';

/** JSON text that the database wrote, on its way to the client as it is. */
class Passed {
  constructor(readonly text: string) {}
}

/** How many operations took which way, for the metrics. */
export interface ReadCounts {
  statement: number;
  resolvers: number;
}

/** Answers a read by one statement where SQL can say all of it; everything else goes on to the resolvers. */
export const fastReads = (schema: GraphQLSchema, counts: ReadCounts): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    responseForOperation: async ({ contextValue, document, operation, request }) => {
      const variables = request.variables ?? {};
      const text = await readFast(contextValue, { schema, document, operation, variables, checkArgument });
      counts[text === null ? 'resolvers' : 'statement'] += 1;
      if (text === null) return null;
      return {
        http: { status: undefined, headers: new HeaderMap() },
        body: {
          kind: 'single',
          singleResult: { data: new Passed(text) as unknown as Record<string, unknown> },
        },
      };
    },
  }),
});

/** Prints an answer; what the database wrote is not read again. */
export function printAnswer(answer: { data?: unknown }): string {
  if (!(answer.data instanceof Passed)) return JSON.stringify(answer);
  const { data, ...rest } = answer;
  const others = JSON.stringify(rest);
  return `{"data":${data.text}${others === '{}' ? '' : `,${others.slice(1, -1)}`}}`;
}
