import { globalId, newId } from '#platform/core/ids.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import type { MadeHousehold } from '#tests/factories/register/households.ts';
import type { Answer, TestApp } from '#tests/setup/app.ts';

export interface MadeInsurer {
  readonly id: string;
  readonly globalId: string;
  /** Somebody who works there. */
  readonly clerk: Person;
}

/** An insurer of the county, with somebody who holds the role and works there. */
export async function makeInsurer(test: TestApp): Promise<MadeInsurer> {
  const countyCode = places.county;
  const id = newId();
  const createdAt = test.clock.now().toISOString();
  const name = `样例财险${id.slice(-6)}`;
  await test.owner.db
    .insert(organization)
    .values({ countyCode, id, name, pinyin: '', level: 'OTHER', createdAt });
  const clerk = await signedIn(test, 'INSURER', countyCode);
  await makeCadre(test, { userId: clerk.userId, organizationId: id });
  return { id, globalId: globalId('Organization', countyCode, id), clerk };
}

/** One person for each side of a claim. */
export interface ClaimPeople {
  readonly maker: Person;
  readonly checker: Person;
  readonly decider: Person;
  readonly insurer: MadeInsurer;
}

export async function makeClaimPeople(test: TestApp): Promise<ClaimPeople> {
  return {
    maker: await signedIn(test, 'VILLAGE_CADRE', places.village),
    checker: await signedIn(test, 'TOWNSHIP_REVIEWER', places.township),
    decider: await signedIn(test, 'COUNTY_DESK', places.county),
    insurer: await makeInsurer(test),
  };
}

export interface ClaimAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

type Sent<Claim> = { claim: Claim | undefined; error: ErrorOf | undefined };
type ErrorOf = NonNullable<Answer['errors']>[number]['extensions'];

/** Sends a verb of claims and gives back the claim, or why it was refused. */
export async function sendClaimVerb<Claim = ClaimAnswer>(
  test: TestApp,
  verb: string,
  input: object,
  { session }: Pick<Person, 'session'>,
  fields = 'id version status',
): Promise<Sent<Claim>> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const answer = await test.send<Record<string, { claim: Claim } | null>>(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { claim { ${fields} } } }`,
    { input },
    session,
  );
  return { claim: answer.data?.[verb]?.claim, error: answer.errors?.[0]?.extensions };
}

let receipts = 0;

/** A claim for the head of a household: 104,000 yuan, of which the household bears 18,000. */
export const claimInput = (home: MadeHousehold, more: object = {}) => {
  receipts += 1;
  return {
    householdId: home.globalId,
    memberId: globalId('Member', home.countyCode, home.headId),
    kind: 'ILLNESS',
    eventOn: '2026-10-01',
    cause: '住院治疗',
    source: 'APPLICATION',
    expenses: [
      { receiptNumber: `YL${receipts}`, spentOn: '2026-10-20', provider: '样例县医院', amount: '104000.00' },
    ],
    layers: [
      { layer: 'BASIC', amount: '80000.00' },
      { layer: 'MEDICAL_AID', amount: '6000.00' },
      { layer: 'OWN', amount: '18000.00' },
    ],
    ...more,
  };
};

const assessed = {
  assessedOwn: '18000.00',
  income: '18000.00',
  heads: 4,
  findings: '住房一般，无车，劳力一人',
};

/** The steps of a claim up to each status, in order. */
const way = [
  { to: 'SUBMITTED', verb: 'submitClaim', by: 'maker', more: () => ({}) },
  { to: 'CHECKED', verb: 'checkClaim', by: 'checker', more: () => ({ passed: true }) },
  {
    to: 'WITH_INSURER',
    verb: 'sendToInsurer',
    by: 'decider',
    more: ({ insurer }: ClaimPeople) => ({ insurerId: insurer.globalId }),
  },
  { to: 'ASSESSED', verb: 'assessClaim', by: 'clerk', more: () => assessed },
] as const;

const personOf = (people: ClaimPeople, by: (typeof way)[number]['by']): Person =>
  by === 'clerk' ? people.insurer.clerk : people[by];

/** A claim that has gone as far as a status, by a person of its own on each side. */
export async function makeClaim(
  test: TestApp,
  home: MadeHousehold,
  people: ClaimPeople,
  status: 'DRAFT' | (typeof way)[number]['to'] = 'DRAFT',
  more: object = {},
): Promise<ClaimAnswer> {
  const opened = await sendClaimVerb(test, 'openClaim', claimInput(home, more), people.maker);
  let claim = opened.claim;
  const steps = way.slice(0, way.findIndex(({ to }) => to === status) + 1);
  for (const { verb, by, more } of steps) {
    const input = { id: claim?.id, expectedVersion: claim?.version, ...more(people) };
    claim = (await sendClaimVerb(test, verb, input, personOf(people, by))).claim;
  }
  if (claim?.status !== status) throw new Error(`the claim did not get to ${status}`);
  return claim;
}
