import { getIntrospectionQuery } from 'graphql';

/** Asks the API to describe itself; known to the server like the documents of the pages. */
export const introspection = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true });
