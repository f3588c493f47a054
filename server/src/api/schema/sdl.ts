import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The API as it is committed in schema/api.graphql: sorted, so that a difference there is a change of the API. */
export const sdlOf = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
