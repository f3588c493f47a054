import type { Sql } from 'postgres';
import { createCipher } from '#platform/core/cipher.ts';
import { ownerOf } from '#platform/people/personal.ts';
import { findPlaces, masterKey, type Place } from '#tests/bench/data/rows/users.ts';

/** What one request reads; the same for every server and viewer. */
export interface Input extends Place {
  readonly township: string;
  readonly householdId: string;
  readonly residentId: string;
  readonly initials: string;
}

/** One household per village, with a member to search for. */
export async function findInputs(sql: Sql, key = masterKey): Promise<Input[]> {
  const cipher = createCipher(key);
  const inputs: Input[] = [];
  for (const place of await findPlaces(sql)) {
    const [found] = await sql`
      select household.id, member.id as member, member.resident_id_cipher as sealed,
        split_part(household.head_pinyin, ' ', 2) as initials
      from household
      join pairing on pairing.county_code = household.county_code and pairing.household_id = household.id
        and pairing.cadre_id = ${place.cadreId} and pairing.ended_on is null
      join member on member.county_code = household.county_code and member.household_id = household.id
        and member.relation = 'HEAD'
      where household.county_code = ${place.county} and household.village_code = ${place.village}
        and household.status = 'ACTIVE' and length(split_part(household.head_pinyin, ' ', 2)) = 3
      order by household.id limit 1`;
    if (!found) continue;
    inputs.push({
      ...place,
      township: place.village.slice(0, 9),
      householdId: found.id,
      residentId: cipher.open(found.sealed, ownerOf('member', place.county, found.member)),
      initials: found.initials,
    });
  }
  return inputs;
}
