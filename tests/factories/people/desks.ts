import { beforeAll } from 'vitest';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import type { Arranging } from '#tests/setup/app.ts';
import { type Person, signedIn } from './people.ts';

/** Signs somebody in before the first test of the file; the answer is empty until then. */
function signedInFirst(test: Arranging, prepare: () => Promise<void>, countyCode: string): Person {
  const desk = {} as Person;
  beforeAll(async () => {
    await prepare();
    Object.assign(desk, await signedIn(test, 'COUNTY_DESK', countyCode));
  });
  return desk;
}

/** The county desk of one of the nation's counties, with all divisions of the county on record. */
export const nationalDesk = (test: Arranging, countyCode: string): Person =>
  signedInFirst(test, () => loadCounties(test, countyCode), countyCode);

/** The county desk of the invented places, see `places`. */
export const inventedDesk = (test: Arranging): Person =>
  signedInFirst(test, () => makeDivisions(test), places.county);
