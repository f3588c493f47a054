import { useGetIdentity } from 'react-admin';
import type { Me } from '../../providers/account/session.ts';

/** The user's own division, if there is only one: new records usually belong there. */
export function useOwnPlace(): string | undefined {
  const { identity } = useGetIdentity();
  const grants: Me['grants'] = identity?.grants ?? [];
  const [place, ...others] = new Set(grants.map(({ division }) => division?.code));
  return others.length === 0 ? place : undefined;
}
