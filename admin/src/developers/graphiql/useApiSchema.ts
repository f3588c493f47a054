import { useQuery } from '@tanstack/react-query';
import { buildClientSchema, type IntrospectionQuery } from 'graphql';
import { introspection } from './introspection.ts';
import { sendDocument } from './send-document.ts';

async function load() {
  const { data, errors } = await sendDocument({ query: introspection });
  if (!data) throw new Error(errors?.[0]?.message ?? 'no schema');
  return buildClientSchema(data as unknown as IntrospectionQuery);
}

/** The API as it describes itself to whoever is signed in; nobody else is told. */
export function useApiSchema() {
  return useQuery({ queryKey: ['developers', 'schema'], queryFn: load, staleTime: Number.POSITIVE_INFINITY });
}
