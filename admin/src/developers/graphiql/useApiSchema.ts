import { useQuery } from '@tanstack/react-query';
import { buildClientSchema, type IntrospectionQuery } from 'graphql';
import { introspection } from './introspection.ts';
import { sendDocument } from './send-document.ts';

async function load() {
  const { data, errors } = await sendDocument({ query: introspection });
  if (!data) throw new Error(errors?.[0]?.message ?? 'no schema');
  return buildClientSchema(data as unknown as IntrospectionQuery);
}

/** The introspected schema; only for signed-in users. */
export function useApiSchema() {
  return useQuery({ queryKey: ['developers', 'schema'], queryFn: load, staleTime: Number.POSITIVE_INFINITY });
}
