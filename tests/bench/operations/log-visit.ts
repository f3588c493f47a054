import type { Sql } from 'postgres';
import { globalId, newId } from '#platform/core/ids.ts';
import { findPlaces, type Place, sessionOf, villageViewer } from '#tests/bench/data/rows/users.ts';
import { type Prepared, prepare } from '#tests/bench/load/client.ts';

/** A household to visit, with the values that the visit's statements will contain. */
export interface Target extends Pick<Place, 'county' | 'village'> {
  readonly householdId: string;
  readonly pairingId: string;
  readonly cadreId: string;
  readonly userId: string;
  readonly userName: string;
}

/** Households with a helper in the villages of the village cadres, one per village in turn. */
export async function findTargets(sql: Sql): Promise<Target[]> {
  const villages = (await findPlaces(sql)).map(({ village }) => village);
  return sql<Target[]>`
    select pairing.county_code as county, pairing.village_code as village, household_id as "householdId",
      pairing.id as "pairingId", cadre_id as "cadreId", app_user.id as "userId",
      app_user.display_name as "userName"
    from pairing
    join app_user on app_user.username = 'bench-village-' || pairing.village_code
    where pairing.county_code = any(${villages.map((village) => village.slice(0, 6))})
      and pairing.village_code = any(${villages}) and pairing.ended_on is null and pairing.role = 'MAIN'
    order by row_number() over (partition by pairing.village_code order by pairing.id), pairing.village_code`;
}

const document = /* GraphQL */ `
  mutation LogVisit($input: LogVisitInput!) {
    logVisit(input: $input) { visit { id version visitedOn mode status } }
  }`;

const checklist = ['FOOD', 'CLOTHING', 'SCHOOLING', 'MEDICAL', 'HOUSING', 'WATER'].map((item) => ({
  item,
  answer: 'OK',
}));

/** A visit as the phone sends it: its id ensures that it is logged once. */
export function visitRequest(url: string, target: Target, today: string, id = newId()): Prepared {
  const input = {
    id,
    householdId: globalId('Household', target.county, target.householdId),
    visitedOn: today,
    mode: 'IN_PERSON',
    met: '户主',
    findings: '家庭生产生活正常，收入稳定。',
    incomeChange: 'SAME',
    latitude: 36.35,
    longitude: 114.93,
    accuracyMetres: 12,
    checklist,
  };
  const cookie = `bangfu=${sessionOf(villageViewer(target))}`;
  return prepare(`${url}/graphql`, { query: document, variables: { input } }, { cookie });
}
