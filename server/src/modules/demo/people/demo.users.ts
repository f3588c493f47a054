import type { DemoPairing } from '#modules/demo/help/demo.pairings.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import type { Random } from '../demo.random.ts';
import type { DemoCadre } from './demo.cadres.ts';
import type { DemoHousehold, Frame } from './demo.households.ts';

export interface DemoUser {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: RoleKey;
  readonly divisionCode: string;
  /** The cadre who signs in with it. */
  readonly cadreId: string | null;
}

/** Number of households of the demo's helper. */
const helpersLoad = 7;

/** One account per role. The helper comes first: township and village are those of the helper's households. */
export function makeUsers(
  random: Random,
  cadres: readonly DemoCadre[],
  households: readonly DemoHousehold[],
  pairings: readonly DemoPairing[],
  { countyCode, now }: Frame,
): DemoUser[] {
  const helper = pickHelper(countyCode, cadres, pairings);
  const first = pairings.find(({ cadreId, endedOn }) => cadreId === helper.id && endedOn === null);
  const village = first?.villageCode ?? households[0]?.villageCode ?? countyCode;
  const township = village.slice(0, 9);
  const villager = cadres.find(({ divisionCode, status }) => divisionCode === village && status === 'ACTIVE');
  const user = (
    username: string,
    displayName: string,
    role: RoleKey,
    divisionCode: string,
    cadre?: DemoCadre,
  ): DemoUser => ({
    id: random.id(now),
    username,
    displayName,
    role,
    divisionCode,
    cadreId: cadre?.id ?? null,
  });
  return [
    user('demo-desk', '演示县级专班', 'COUNTY_DESK', countyCode),
    user('demo-township', '演示乡镇审核员', 'TOWNSHIP_REVIEWER', township),
    user('demo-village', villager?.name ?? '演示村干部', 'VILLAGE_CADRE', village, villager),
    user('demo-helper', helper.name, 'HELPER', countyCode, helper),
    user('demo-auditor', '演示安全审计员', 'SECURITY_AUDITOR', countyCode),
    user('demo-overseer', '演示市级督导', 'OVERSEER', countyCode.slice(0, 4)),
  ];
}

/** A cadre of the county's offices with this number of households, or as close as possible. */
function pickHelper(
  countyCode: string,
  cadres: readonly DemoCadre[],
  pairings: readonly DemoPairing[],
): DemoCadre {
  const loads = new Map<string, number>();
  for (const { cadreId, endedOn } of pairings) {
    if (endedOn === null) loads.set(cadreId, (loads.get(cadreId) ?? 0) + 1);
  }
  const distance = ({ id }: DemoCadre) => Math.abs((loads.get(id) ?? 0) - helpersLoad);
  const [nearest] = cadres
    .filter(({ status, divisionCode }) => status === 'ACTIVE' && divisionCode === countyCode)
    .sort((one, other) => distance(one) - distance(other));
  if (!nearest) throw new Error('no cadre to tie the helper to');
  return nearest;
}
