import { useGetIdentity, useGetList } from 'react-admin';
import type { Me } from '../../providers/account/session.ts';
import type { Region } from './RegionTree.tsx';

const provinces = {
  filter: { level: ['PROVINCE'] },
  pagination: { page: 1, perPage: 100 },
  sort: { field: 'code', order: 'ASC' },
} as const;

/** The roots of a user's tree: divisions of the grants, without those inside another one. */
export function useRegionRoots(): readonly Region[] {
  const { identity } = useGetIdentity();
  const grants: Me['grants'] = identity?.grants ?? [];
  const hasCountry = grants.some(({ division }) => division === null);
  const { data: country = [] } = useGetList<Region>('divisions', provinces, { enabled: hasCountry });
  if (hasCountry) return country;
  const regions = new Map<string, Region>();
  for (const { division } of grants) {
    if (division) regions.set(division.code, { ...division, id: division.code });
  }
  const codes = [...regions.keys()];
  return [...regions.values()].filter(
    ({ code }) => !codes.some((other) => other !== code && code.startsWith(other)),
  );
}
