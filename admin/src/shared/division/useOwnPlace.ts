import { useGetIdentity } from 'react-admin';
import type { Me } from '../../providers/account/session.ts';

/** Where the user works, if that is one place: what they make usually belongs there. */
export function useOwnPlace(): string | undefined {
  const { identity } = useGetIdentity();
  const grants: Me['grants'] = identity?.grants ?? [];
  const [place, ...others] = new Set(grants.map(({ division }) => division?.code));
  return others.length === 0 ? place : undefined;
}
