import { useGetList } from 'react-admin';

/** How many households a cadre of a county should have at most; undefined until it is known. */
export function useLoadLimit(countyCode: string | undefined): number | undefined {
  const { data } = useGetList(
    'counties',
    { filter: { divisionCode: countyCode }, pagination: { page: 1, perPage: 1 } },
    { enabled: Boolean(countyCode), staleTime: 60_000 },
  );
  return data?.[0]?.maxLoad;
}
