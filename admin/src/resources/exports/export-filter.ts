import type { graphql } from '../../api/graphql.ts';

type ExportFilter = ReturnType<typeof graphql.scalar<'ExportFilter'>>;

/** Filter of the input: under the name of its list, and only where anything narrows it. */
export const exportFilter = (
  list: keyof ExportFilter,
  filter: Readonly<Record<string, unknown>>,
): ExportFilter | undefined => (Object.keys(filter).length > 0 ? { [list]: filter } : undefined);
