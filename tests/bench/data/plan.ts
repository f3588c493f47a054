import { readDivisionNames } from '#modules/division/division.data.ts';
import { type Chance, createChance } from './chance.ts';

export interface VillagePlan {
  readonly code: string;
  readonly households: number;
}

export interface CountyPlan {
  readonly code: string;
  readonly villages: readonly VillagePlan[];
  readonly households: number;
}

/** All counties are in this province, so a viewer of the whole province reads them all. */
export const province = '13';
export const largestCounty = 30_000;
const smallestCounty = 3_000;

/**
 * Spreads households over counties of 3,000 to 30,000 and their villages of 40 to 150. The first county has 30,000
 * where there are enough, otherwise about half.
 */
export async function planCounties(seed: string, total: number): Promise<CountyPlan[]> {
  const chance = createChance(`${seed} plan`);
  const villages = await villagesByCounty();
  const bySize = [...villages.entries()].sort((one, other) => other[1].length - one[1].length);
  const [[largest] = [''], ...others] = bySize;
  const order = [largest, ...chance.shuffle(others.map(([code]) => code))];
  const plans: CountyPlan[] = [];
  let left = total;
  for (const code of order) {
    if (left <= 0) break;
    const wanted =
      plans.length === 0
        ? Math.min(largestCounty, Math.ceil(total * 0.55))
        : chance.int(smallestCounty, largestCounty);
    const plan = fillVillages(chance, code, villages.get(code) ?? [], Math.min(wanted, left));
    plans.push(plan);
    left -= plan.households;
  }
  return plans;
}

async function villagesByCounty(): Promise<Map<string, string[]>> {
  const villages = new Map<string, string[]>();
  for await (const { code } of readDivisionNames(`${province}~`)) {
    if (code.length !== 12 || !code.startsWith(province)) continue;
    const county = code.slice(0, 6);
    const list = villages.get(county) ?? [];
    list.push(code);
    villages.set(county, list);
  }
  return villages;
}

function fillVillages(chance: Chance, code: string, codes: readonly string[], wanted: number): CountyPlan {
  const villages: VillagePlan[] = [];
  let left = wanted;
  for (const village of codes) {
    if (left <= 0) break;
    const size = Math.min(chance.int(40, 150), left);
    // A rest too small for a village is added to the one before.
    const households = left - size < 40 && left - size > 0 && left <= 190 ? left : size;
    villages.push({ code: village, households });
    left -= households;
  }
  return { code, villages, households: wanted - Math.max(left, 0) };
}
