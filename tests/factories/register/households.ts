import { createCipher } from '#platform/core/cipher.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { moveHouseholds } from '#platform/write/moving/households.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { household, householdCategory } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { maskResidentId } from '#schema/person/mask.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type Arranging, masterKey, type TestApp } from '#tests/setup/app.ts';

let made = 0;

export interface MadeHousehold {
  readonly countyCode: string;
  readonly id: string;
  readonly globalId: string;
  readonly headId: string;
  readonly headResidentId: string;
}

/** A household with its head, in its category since 2020. */
export async function makeHousehold(
  test: Arranging,
  wanted: { villageCode?: string; category?: HouseholdCategory; headName?: string } = {},
): Promise<MadeHousehold> {
  made += 1;
  const { villageCode = places.village, category = 'UNSTABLE', headName = `户主${made}` } = wanted;
  const countyCode = villageCode.slice(0, 6);
  const id = newId();
  const headId = newId();
  const headResidentId = residentId();
  const pinyin = pinyinKeys(headName, 'person');
  const createdAt = test.clock.now().toISOString();
  const place = { countyCode, householdId: id, villageCode };
  const cipher = createCipher(masterKey);
  const { db } = test.owner;
  await db.insert(household).values({
    countyCode,
    id,
    villageCode,
    headName,
    headPinyin: pinyin,
    headIdMasked: maskResidentId(headResidentId),
    category,
    createdAt,
  });
  await db.insert(member).values({
    ...place,
    id: headId,
    name: headName,
    pinyin,
    relation: 'HEAD',
    sex: Number(headResidentId.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE',
    birthOn: '1970-01-01',
    residentIdCipher: cipher.seal(headResidentId, `member:${countyCode}:${headId}`),
    residentIdHash: cipher.hash('resident-id', headResidentId),
    residentIdMasked: maskResidentId(headResidentId),
    createdAt,
  });
  await db.insert(householdCategory).values({ ...place, id: newId(), category, fromOn: '2020-01-01' });
  return { countyCode, id, globalId: globalId('Household', countyCode, id), headId, headResidentId };
}

/** Moves households of the county to other villages with their records, as the program does. */
export const moveHomes = (test: TestApp, moves: Parameters<typeof moveHouseholds>[2]): Promise<void> =>
  withTransaction(test.app.systemContext(), (work) => moveHouseholds(work, places.county, moves));
