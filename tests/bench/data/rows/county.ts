import type { CountyPlan } from '../plan.ts';
import { makeCadres, makeOrganizations } from './cadre.ts';
import { type Making, makeHousehold } from './household.ts';
import { createShares, makePairings } from './pairing.ts';
import { makeStanding } from './standing.ts';
import { type Months, makeVisits, quartersOfData } from './visit.ts';

/** All records of one county; visits are ordered by time. */
export async function makeCounty(
  making: Making,
  plan: CountyPlan,
  addVisit: (line: string) => void,
  drained: () => Promise<void>,
): Promise<void> {
  const quarters = quartersOfData(making.today);
  const months: Months = new Map();
  const organizations = makeOrganizations(making, plan.code);
  let [serial, turn] = [0, 0];
  for (const village of plan.villages) {
    const families = Array.from({ length: village.households }, () => {
      serial += 1;
      return makeHousehold(making, plan.code, village.code, serial);
    });
    const helped = families.filter(({ category }) => category !== 'ORDINARY');
    const place = { countyCode: plan.code, code: village.code, turn };
    const cadres = makeCadres(making, place, helped.length, organizations);
    turn += cadres.length;
    const shares = createShares(cadres);
    for (const family of families) {
      makeStanding(making, family);
      if (family.category === 'ORDINARY') continue;
      makeVisits(making, family, makePairings(making, family, shares), quarters, months);
    }
    await drained();
  }
  for (const month of [...months.keys()].sort((one, other) => one - other)) {
    for (const line of months.get(month) ?? []) addVisit(line);
    await drained();
  }
}
