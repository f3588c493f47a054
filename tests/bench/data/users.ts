import type { Sql } from 'postgres';
import { tokenHash } from '#modules/identity/secret.ts';
import { createCipher } from '#platform/cipher.ts';
import { createChance, dayNumber } from './chance.ts';
import { province } from './plan.ts';

export type ViewerName = 'administrator' | 'desk' | 'village' | 'helper';

/** Where each viewer's work lies: the largest county, its first village, and the cadre there with a full load. */
export interface Places {
  readonly county: string;
  readonly village: string;
  readonly cadreId: string;
}

/** Later than any run: what is measured is reading, not the end of a session. */
const neverEnds = '2100-01-01T00:00:00Z';

export const sessionOf = (viewer: ViewerName): string => `bench-session-of-${viewer}`;
export const apiToken = 'bf_bench-token-of-the-province';

export async function findPlaces(sql: Sql): Promise<Places> {
  const [county] = await sql`
    select county_code as code from household group by 1 order by count(*) desc, 1 limit 1`;
  const [village] = await sql`
    select village_code as code from household where county_code = ${county?.code ?? ''}
    group by 1 having count(*) >= 40 order by 1 limit 1`;
  const [cadre] = await sql`
    select cadre_id as id from pairing
    where county_code = ${county?.code ?? ''} and village_code = ${village?.code ?? ''} and ended_on is null
    group by 1 order by count(*) desc, 1 limit 1`;
  return { county: county?.code ?? '', village: village?.code ?? '', cadreId: cadre?.id ?? '' };
}

/** Accounts with running sessions for each viewer, and a token over the province. */
export async function addUsers(sql: Sql, today: string): Promise<void> {
  const chance = createChance('users');
  const day = dayNumber(today) - 100;
  const { county, village, cadreId } = await findPlaces(sql);
  const grants: Record<ViewerName, [role: string, division: string | null][]> = {
    administrator: [
      ['SYSTEM_ADMINISTRATOR', null],
      ['COUNTY_DESK', null],
    ],
    desk: [['COUNTY_DESK', county]],
    village: [['VILLAGE_CADRE', village]],
    helper: [['HELPER', county]],
  };
  for (const [name, held] of Object.entries(grants)) {
    const id = chance.idOn(day);
    await sql`insert into app_user (id, username, display_name, created_at)
      values (${id}, ${`bench-${name}`}, ${name}, ${today})`;
    for (const [role, division] of held) {
      await sql`insert into user_grant (id, user_id, role, division_code, from_on, created_at)
        values (${chance.idOn(day)}, ${id}, ${role}, ${division}, '2020-01-01', ${today})`;
    }
    await sql`insert into session (id, token_hash, user_id, created_at, last_seen_at)
      values (${chance.idOn(day)}, ${tokenHash(sessionOf(name as ViewerName))}, ${id}, ${neverEnds}, ${neverEnds})`;
    if (name === 'helper')
      await sql`update cadre set user_id = ${id} where county_code = ${county} and id = ${cadreId}`;
    if (name === 'administrator') await addToken(sql, id, today);
  }
}

async function addToken(sql: Sql, ownerId: string, today: string): Promise<void> {
  const id = createChance('token').idOn(dayNumber(today));
  const rights = ['household.read', 'pairing.read', 'visit.read', 'cadre.read', 'organization.read'];
  await sql`insert into api_token
      (id, name, token_hash, hint, owner_id, division_code, rights, expires_at, last_used_at, created_at)
    values (${id}, 'bench', ${tokenHash(apiToken)}, 'bf_bench', ${ownerId}, ${province}, ${rights},
      ${neverEnds}, ${neverEnds}, ${today})`;
}

/** The key of the bench's personal data: no secret, all of them are made up. */
export const masterKey = Buffer.alloc(32, 9);
export const benchCipher = () => createCipher(masterKey);
