import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { createCipher } from '#platform/core/cipher.ts';
import type { Person } from '#tests/factories/people/people.ts';
import { masterKey, type TestApp } from '#tests/setup/app.ts';

/** Verbs of the desk on imported households and people, found by identity number. */
export function registerActs(test: TestApp, countyCode: string) {
  const rows = (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
    test.owner.db.execute(query);
  /** Records of a person, the current one first. */
  const personOf = async (residentId: string) => {
    const hash = createCipher(masterKey).hash('resident-id', residentId).toString('hex');
    const [found] = await rows(sql`
      select member.id, member.version, household_id, household.version as of_household
      from member join household on household.id = household_id
      where resident_id_hash = decode(${hash}, 'hex') order by left_on is not null limit 1`);
    if (!found) throw new Error('nobody has this number');
    return {
      memberId: `Member:${countyCode}:${found.id}`,
      householdId: `Household:${countyCode}:${found.household_id}`,
      memberVersion: Number(found.version),
      householdVersion: Number(found.of_household),
    };
  };
  async function act(desk: Person, verb: string, input: object): Promise<void> {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { clientMutationId } }`;
    const answer = await test.send(document, { input }, desk.session);
    expect(answer.errors, verb).toBeUndefined();
  }
  /** A verb on the person's household. */
  const ofHousehold = async (desk: Person, residentId: string, verb: string, input: object) => {
    const { householdId, householdVersion: expectedVersion } = await personOf(residentId);
    await act(desk, verb, { householdId, expectedVersion, ...input });
  };
  const ofMember = async (desk: Person, residentId: string, verb: string, input: object) => {
    const { memberId: id, memberVersion: expectedVersion } = await personOf(residentId);
    await act(desk, verb, { id, expectedVersion, ...input });
  };
  const newHead = async (desk: Person, residentId: string) =>
    ofHousehold(desk, residentId, 'changeHead', { memberId: (await personOf(residentId)).memberId });
  return { rows, act, personOf, ofHousehold, ofMember, newHead };
}
