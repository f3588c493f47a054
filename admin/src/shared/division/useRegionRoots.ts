import { useGetIdentity } from 'react-admin';
import type { Me } from '../../providers/session.ts';
import type { Region } from './RegionTree.tsx';

/** Where a user's tree begins: the divisions of the grants, without those that lie inside another one. */
export function useRegionRoots(): Region[] {
  const { identity } = useGetIdentity();
  const grants: Me['grants'] = identity?.grants ?? [];
  const regions = new Map<string, Region>();
  for (const { division } of grants) {
    if (division) regions.set(division.code, { ...division, id: division.code });
  }
  const codes = [...regions.keys()];
  return [...regions.values()].filter(
    ({ code }) => !codes.some((other) => other !== code && code.startsWith(other)),
  );
}
