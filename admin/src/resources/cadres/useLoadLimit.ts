import { useGetList } from 'react-admin';

interface LoadRule {
  /** How many households a cadre should have at most. */
  maxLoad: number;
  /** Whether the county warns or refuses beyond the limit. */
  loadPolicy: 'WARN' | 'REFUSE';
}

/** The load limit of a county; undefined until it is known. */
export function useLoadRule(countyCode: string | undefined): LoadRule | undefined {
  const { data } = useGetList(
    'counties',
    { filter: { divisionCode: countyCode }, pagination: { page: 1, perPage: 1 } },
    { enabled: Boolean(countyCode), staleTime: 60_000 },
  );
  const county = data?.[0];
  return county && { maxLoad: county.maxLoad, loadPolicy: county.loadPolicy };
}

export const useLoadLimit = (countyCode: string | undefined): number | undefined =>
  useLoadRule(countyCode)?.maxLoad;
