import { useRegionRoots } from './useRegionRoots.ts';

const COUNTY_CODE_LENGTH = 6;

/** A user of one county need not choose it. */
export function useOwnCounty(): string | undefined {
  const counties = new Set(useRegionRoots().map(({ code }) => code.slice(0, COUNTY_CODE_LENGTH)));
  const [only, ...others] = counties;
  return others.length === 0 && only?.length === COUNTY_CODE_LENGTH ? only : undefined;
}
