import { entitiesIn } from '#platform/read/entity.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { catalog } from '#server/modules.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { places } from '#tests/factories/places/divisions.ts';
import type { Answer, TestApp } from '#tests/setup/app.ts';

export interface Caller {
  readonly label: string;
  readonly rights: readonly string[];
  readonly send: (by: TestApp['send'], document: string) => Promise<Answer>;
}

/** A user of each role in the county, and tokens with the right of one type alone. */
export async function makeCallers(test: TestApp): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (const role of Object.keys(rightsOfRole) as RoleKey[]) {
    const { session } = await signedIn(test, role, places.county);
    const rights = rightsOfRole[role];
    callers.push({ label: role, rights, send: (by, document) => by(document, {}, session) });
  }
  // Rights that a role holds together can be held separately by tokens.
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  for (const right of new Set(entitiesIn(catalog).map((entity) => entity.right))) {
    const { bearer } = await makeToken(test, {
      ownerId: desk.userId,
      divisionCode: places.county,
      rights: [right],
    });
    const label = `token with ${right}`;
    callers.push({ label, rights: [right], send: (by, document) => by(document, {}, null, bearer) });
  }
  return callers;
}
