import { useQuery } from '@tanstack/react-query';
import { buildClientSchema, type IntrospectionQuery } from 'graphql';
import { ask } from './ask.ts';
import { introspection } from './introspection.ts';

async function load() {
  const { data, errors } = await ask({ query: introspection });
  if (!data) throw new Error(errors?.[0]?.message ?? 'no schema');
  return buildClientSchema(data as unknown as IntrospectionQuery);
}

/** The API as it describes itself to whoever is signed in; nobody else is told. */
export function useApiSchema() {
  return useQuery({ queryKey: ['developers', 'schema'], queryFn: load, staleTime: Number.POSITIVE_INFINITY });
}
