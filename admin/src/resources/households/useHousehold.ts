import { useRecordContext } from 'react-admin';
import { useHasRight } from '../../shared/rights/useRights.ts';
import type { HouseholdPage } from './households.graphql.ts';

export const useHousehold = () => useRecordContext<HouseholdPage>();

/** Whether the user may change this household: one that left the register is read-only. */
export function useMayChangeHousehold(): boolean {
  const household = useHousehold();
  const mayWrite = useHasRight('household.write');
  return mayWrite && household?.status === 'ACTIVE';
}
