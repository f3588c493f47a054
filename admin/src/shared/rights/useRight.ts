import { useQuery } from '@tanstack/react-query';
import type { Right } from '#schema/codes/rights.ts';
import { loadMe } from '../../providers/session.ts';

/** Whether the user holds a right anywhere; what is hidden by it the server would refuse as well. */
export function useRight(right: Right): boolean {
  const { data } = useQuery({ queryKey: ['auth', 'rights'], queryFn: loadMe });
  return data?.rights.includes(right) ?? false;
}
