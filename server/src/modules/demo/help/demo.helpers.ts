import type { DemoCadre } from '#modules/demo/people/demo.cadres.ts';
import type { DemoVillage } from '#modules/demo/people/demo.households.ts';
import type { Random } from '../demo.random.ts';

/** The helpers of a village, with former ones listed separately. */
export interface VillageHelpers {
  readonly active: readonly DemoCadre[];
  readonly left: readonly DemoCadre[];
  /** How many households each has been given so far. */
  readonly loads: Map<DemoCadre, number>;
}

/** A village's own cadres, and its share of those of its township and of the county. */
export function allotHelpers(
  random: Random,
  villages: readonly DemoVillage[],
  cadres: readonly DemoCadre[],
): Map<string, VillageHelpers> {
  const helpers = new Map<string, DemoCadre[]>(villages.map(({ code }) => [code, []]));
  const shareOut = (from: readonly DemoCadre[], among: readonly DemoVillage[]) => {
    const order = random.shuffle(among);
    random.shuffle(from).forEach((cadre, place) => {
      helpers.get(order[place % order.length]?.code ?? '')?.push(cadre);
    });
  };
  for (const place of new Set(cadres.map(({ divisionCode }) => divisionCode))) {
    shareOut(
      cadres.filter(({ divisionCode }) => divisionCode === place),
      villages.filter(({ code }) => code.startsWith(place)),
    );
  }
  return new Map(
    [...helpers].map(([code, list]) => [
      code,
      {
        active: list.filter(({ status }) => status === 'ACTIVE'),
        left: list.filter(({ status }) => status === 'LEFT'),
        loads: new Map(),
      },
    ]),
  );
}

/** Of two random helpers the one with fewer households: roughly fair, never quite even. */
export function pickHelper(random: Random, { active, loads }: VillageHelpers): DemoCadre {
  const [one, other] = [random.pick(active), random.pick(active)];
  const loadOf = (cadre: DemoCadre) => loads.get(cadre) ?? 0;
  const picked = loadOf(other) < loadOf(one) ? other : one;
  loads.set(picked, loadOf(picked) + 1);
  return picked;
}
