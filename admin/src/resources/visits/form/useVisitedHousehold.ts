import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';
import { visitedHousehold } from '../visits.graphql.ts';

/** The chosen household, for a form. */
export function useVisitedHousehold(id: string | undefined) {
  return useQuery({
    queryKey: ['visits', 'household', id],
    queryFn: ({ signal }) => request(visitedHousehold, { id: id ?? '' }, { signal }),
    enabled: Boolean(id),
  });
}
