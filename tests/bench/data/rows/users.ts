import type { Sql } from 'postgres';
import { tokenHash } from '#modules/identity/session/secret.ts';
import { createChance, dayNumber } from '../chance.ts';
import { province } from '../plan.ts';

/** The village of a village cadre, and the cadre there with a full load. */
export interface Place {
  readonly county: string;
  readonly village: string;
  readonly cadreId: string;
}

/** So many villages are requested in turn, each by an account of its own. */
const villageCount = 40;

/** Later than any run: the bench measures reads, not expired sessions. */
const neverEnds = '2100-01-01T00:00:00Z';

export const sessionOf = (viewer: string): string => `bench-session-of-${viewer}`;
export const villageViewer = (place: Pick<Place, 'village'>): string => `village-${place.village}`;
export const apiToken = 'bf_bench-token-of-the-province';

/** Villages spread over all counties; the first is in the county with the most households. */
export async function findPlaces(sql: Sql): Promise<Place[]> {
  return sql<Place[]>`
    with village as (
      select county_code, village_code, count(*) over (partition by county_code) as many,
        row_number() over (partition by county_code order by village_code) as turn
      from household group by 1, 2 having count(*) >= 40
    ), chosen as (
      select * from village order by turn, many desc, county_code limit ${villageCount}
    )
    select chosen.county_code as county, chosen.village_code as village, helper.cadre_id as "cadreId"
    from chosen cross join lateral (
      select cadre_id from pairing
      where pairing.county_code = chosen.county_code and pairing.village_code = chosen.village_code
        and ended_on is null
      group by 1 order by count(*) desc, 1 limit 1
    ) as helper
    order by chosen.turn, chosen.many desc, chosen.county_code`;
}

type Grant = readonly [role: string, division: string | null];

/** Accounts with running sessions for each viewer, and a token for the province. */
export async function addUsers(sql: Sql, today: string): Promise<void> {
  const chance = createChance('users');
  const day = dayNumber(today) - 100;
  const places = await findPlaces(sql);
  const add = async (name: string, grants: readonly Grant[]) => {
    const id = chance.idOn(day);
    await sql`insert into app_user (id, username, display_name, created_at)
      values (${id}, ${`bench-${name}`}, ${name}, ${today})`;
    for (const [role, division] of grants) {
      await sql`insert into user_grant (id, user_id, role, division_code, from_on, created_at)
        values (${chance.idOn(day)}, ${id}, ${role}, ${division}, '2020-01-01', ${today})`;
    }
    await sql`insert into session (id, token_hash, user_id, created_at, last_seen_at)
      values (${chance.idOn(day)}, ${tokenHash(sessionOf(name))}, ${id}, ${neverEnds}, ${neverEnds})`;
    return id;
  };
  const administrator = await add('administrator', [
    ['SYSTEM_ADMINISTRATOR', null],
    ['COUNTY_DESK', null],
  ]);
  await addToken(sql, administrator, today);
  for (const place of places) await add(villageViewer(place), [['VILLAGE_CADRE', place.village]]);
  const [first] = places;
  if (!first) return;
  await add('desk', [['COUNTY_DESK', first.county]]);
  const helper = await add('helper', [['HELPER', first.county]]);
  await sql`update cadre set user_id = ${helper}
    where county_code = ${first.county} and id = ${first.cadreId}`;
}

async function addToken(sql: Sql, ownerId: string, today: string): Promise<void> {
  const id = createChance('token').idOn(dayNumber(today));
  const rights = ['household.read', 'pairing.read', 'visit.read', 'cadre.read', 'organization.read'];
  await sql`insert into api_token
      (id, name, token_hash, hint, owner_id, division_code, rights, expires_at, last_used_at, created_at)
    values (${id}, 'bench', ${tokenHash(apiToken)}, 'bf_bench', ${ownerId}, ${province}, ${rights},
      ${neverEnds}, ${neverEnds}, ${today})`;
}

/** The master key of the bench's data: not secret, because all people are invented. */
export const masterKey = Buffer.alloc(32, 9);
