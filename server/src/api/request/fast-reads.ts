import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { checkArgument } from '#api/schema/validate.ts';
import type { Context } from '#platform/core/context.ts';
import { readFast } from '#platform/read/fast/operation.ts';
import type { KnownReads } from './known-reads.ts';

/** JSON text that the database wrote, on its way to the client as it is. */
export class Passed {
  constructor(readonly text: Buffer) {}
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

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

/** Prints an answer; what the database wrote is not read again. */
export function printAnswer(answer: Answer): string {
  if (!(answer.data instanceof Passed)) return JSON.stringify(answer);
  return `${around.before}${answer.data.text}${around.after(answer)}`;
}

/** The same as bytes, for who can send them as they are. */
export const passAnswer = (data: Buffer, others: Pick<Answer, 'extensions'>): Buffer =>
  Buffer.concat([Buffer.from(around.before), data, Buffer.from(around.after(others))]);

/** What stands about the data. */
const around = {
  before: '{"data":',
  after: ({ errors, extensions }: Answer) => {
    const others = JSON.stringify({ errors, extensions });
    return others === '{}' ? '}' : `,${others.slice(1)}`;
  },
};
