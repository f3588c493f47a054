import type { graphql } from '../../api/graphql.ts';

type ExportFilter = ReturnType<typeof graphql.scalar<'ExportFilter'>>;

/** The filter as input of the mutation: under the name of its list, and only where something is filtered. */
export const exportFilter = (
  list: keyof ExportFilter,
  filter: Readonly<Record<string, unknown>>,
): ExportFilter | undefined => (Object.keys(filter).length > 0 ? { [list]: filter } : undefined);
