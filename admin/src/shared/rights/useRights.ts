import { useGetIdentity } from 'react-admin';
import type { Right } from '#schema/codes/rights.ts';

const none: readonly string[] = [];

/** Rights that the user holds anywhere today. Only for hiding what would be refused; the server decides. */
export function useRights(): readonly string[] {
  const { identity } = useGetIdentity();
  return identity?.rights ?? none;
}

export const useHasRight = (right: Right): boolean => useRights().includes(right);
