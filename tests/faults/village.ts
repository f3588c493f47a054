import { systemClock } from '#platform/core/clock.ts';
import { connect } from '#platform/database/database.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';

/** Households of one cadre, who is signed in. */
export interface Village {
  readonly cadre: Person;
  /** Global ids. */
  readonly households: readonly string[];
}

/** Inserts them into the database of a server in another process. */
export async function makeVillage(databaseUrl: string, households = 40): Promise<Village> {
  const owner = connect(databaseUrl, { max: 2, asOwner: true });
  const arranging = { owner, clock: systemClock };
  try {
    await makeDivisions(arranging);
    const person = await signedIn(arranging, 'VILLAGE_CADRE', places.village);
    const cadre = await makeCadre(arranging, { userId: person.userId });
    const ids: string[] = [];
    for (let number = 0; number < households; number += 1) {
      const household = await makeHousehold(arranging);
      await makePairing(arranging, { household, cadre });
      ids.push(household.globalId);
    }
    return { cadre: person, households: ids };
  } finally {
    await owner.close();
  }
}
