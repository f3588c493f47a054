import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { policyInForce, policyOfClaim } from '#modules/policy/policy-in-force.service.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let drafter: Person;
let approver: Person;
let township: Person;
let foreigner: Person;

beforeAll(async () => {
  await makeDivisions(test);
  drafter = await signedIn(test, 'COUNTY_DESK', places.county);
  approver = await signedIn(test, 'COUNTY_DESK', places.county);
  township = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
});

const fields = `id version status name kind kindName fromOn toOn mode base oncePerYear capHouseholdYear createdBy
  proposedBy decidedBy decisionNote replaces { id } bands { fromAmount toAmount rateBps flatAmount }
  thresholds { category threshold }`;

interface Policy {
  id: string;
  version: number;
  status: string;
  toOn: string | null;
  [field: string]: unknown;
}

async function act(verb: string, input: object, who: Person) {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { reliefPolicy { ${fields} } } }`;
  const answer = await test.send<Record<string, { reliefPolicy: Policy }>>(document, { input }, who.session);
  return {
    policy: answer.data?.[verb]?.reliefPolicy as Policy,
    code: answer.errors?.[0]?.extensions.code,
    faults: Object.fromEntries(
      Object.entries(answer.errors?.[0]?.extensions.fields ?? {}).map(([path, { code }]) => [path, code]),
    ),
  };
}

const terms = {
  mode: 'WHOLE',
  base: 'OWN',
  thresholds: [
    { category: 'RELIEVED', threshold: '5000.00' },
    { category: 'MARGINAL', threshold: '20000.00' },
  ],
  bands: [
    { fromAmount: '20000.01', rateBps: 6000 },
    { fromAmount: '5000.00', toAmount: '20000.01', rateBps: 5000 },
  ],
  capHouseholdYear: '100000.00',
};
const draft = {
  countyCode: places.county,
  kind: 'ILLNESS',
  name: '因病救助办法',
  fromOn: '2026-01-01',
  deductions: ['COMPENSATION'],
  documentsNeeded: ['住院发票', '结算单'],
  terms,
};

const of = ({ id, version }: Policy) => ({ id, expectedVersion: version });

async function approved(input: object): Promise<Policy> {
  const { policy } = await act('draftPolicy', input, drafter);
  const proposed = await act('proposePolicy', of(policy), drafter);
  const decided = await act('decidePolicy', { ...of(proposed.policy), approve: true }, approver);
  expect(decided.code).toBeUndefined();
  return decided.policy;
}

it('goes from a draft by one person to the approval by another, and keeps its terms', async () => {
  const { policy, code } = await act('draftPolicy', draft, drafter);
  expect(code).toBeUndefined();
  expect(policy).toMatchObject({
    status: 'DRAFT',
    capHouseholdYear: '100000.00',
    oncePerYear: false,
    bands: [
      { fromAmount: '5000.00', toAmount: '20000.01', rateBps: 5000, flatAmount: null },
      { fromAmount: '20000.01', toAmount: null, rateBps: 6000, flatAmount: null },
    ],
    thresholds: [
      { category: 'RELIEVED', threshold: '5000.00' },
      { category: 'MARGINAL', threshold: '20000.00' },
    ],
  });
  const proposed = await act('proposePolicy', of(policy), drafter);
  expect(proposed.policy).toMatchObject({ status: 'PROPOSED', version: 2 });
  const own = await act('decidePolicy', { ...of(proposed.policy), approve: true }, drafter);
  expect(own).toMatchObject({ code: 'MAKER_IS_CHECKER', faults: { 'input.id': 'MAKER_IS_CHECKER' } });
  const decided = await act('decidePolicy', { ...of(proposed.policy), approve: true }, approver);
  expect(decided.policy).toMatchObject({ status: 'APPROVED', version: 3 });
  const trail = await test.owner.db
    .select({ action: auditEvent.action })
    .from(auditEvent)
    .where(and(eq(auditEvent.entity, 'ReliefPolicy'), eq(auditEvent.countyCode, places.county)));
  expect(trail.map(({ action }) => action)).toEqual(['draftPolicy', 'proposePolicy', 'decidePolicy']);
});

it('is found for a category and a day, with the threshold of the category', async () => {
  const wanted = {
    countyCode: places.county,
    kind: 'ILLNESS',
    category: 'MARGINAL',
    day: '2026-06-30',
  } as const;
  const found = await policyInForce(test.app.systemContext(), wanted);
  expect(found?.terms).toMatchObject({ mode: 'WHOLE', threshold: 2_000_000n, capHouseholdYear: 10_000_000n });
  const kept = { countyCode: places.county, id: found?.policy.id ?? '' };
  expect(await policyOfClaim(test.app.systemContext(), kept, 'MARGINAL')).toEqual(found);
  expect(await policyOfClaim(test.app.systemContext(), kept, 'ORDINARY')).toBeNull();
  expect(await policyInForce(test.app.systemContext(), { ...wanted, day: '2025-12-31' })).toBeNull();
  expect(await policyInForce(test.app.systemContext(), { ...wanted, category: 'SUDDEN' })).toBeNull();
  expect(
    await policyInForce(test.app.systemContext(), { ...wanted, countyCode: places.otherCounty }),
  ).toBeNull();
});

it('refuses a second one for the same households and days, and takes a new version in its place', async () => {
  const { policy: other } = await act('draftPolicy', { ...draft, fromOn: '2026-07-01' }, drafter);
  const { policy: proposed } = await act('proposePolicy', of(other), drafter);
  const beside = await act('decidePolicy', { ...of(proposed), approve: true }, approver);
  expect(beside).toMatchObject({ code: 'POLICY_IN_FORCE', faults: { 'input.id': 'POLICY_IN_FORCE' } });

  const answer = await test.send<{ reliefPolicies: { nodes: Policy[] } }>(
    `{ reliefPolicies(filter: { inForceOn: "2026-03-01", kind: [ILLNESS] }) { nodes { ${fields} } } }`,
    {},
    township.session,
  );
  const [former] = answer.data?.reliefPolicies.nodes ?? [];
  const next = await approved({ ...draft, fromOn: '2026-07-01', replacesId: former?.id });
  expect(next.replaces).toEqual({ id: former?.id });
  const wanted = { countyCode: places.county, kind: 'ILLNESS', category: 'RELIEVED' } as const;
  const [before, after] = [
    await policyInForce(test.app.systemContext(), { ...wanted, day: '2026-06-30' }),
    await policyInForce(test.app.systemContext(), { ...wanted, day: '2026-07-01' }),
  ];
  expect(`ReliefPolicy:${places.county}:${before?.policy.id}`).toBe(former?.id);
  expect(before?.policy.toOn).toBe('2026-06-30');
  expect(`ReliefPolicy:${places.county}:${after?.policy.id}`).toBe(next.id);
});

it('lets one of two approvals at once through that would be in force beside each other', async () => {
  const education = { ...draft, kind: 'EDUCATION', name: '因学救助办法' };
  const drafts = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const { policy } = await act('draftPolicy', education, drafter);
      return (await act('proposePolicy', of(policy), drafter)).policy;
    }),
  );
  const answers = await Promise.all(
    drafts.map((one) => act('decidePolicy', { ...of(one), approve: true }, approver)),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'POLICY_IN_FORCE')).toHaveLength(3);
});

it('cannot be changed once it is proposed or approved, and is edited again after it was sent back', async () => {
  const { policy } = await act('draftPolicy', { ...draft, kind: 'DISASTER' }, drafter);
  const { policy: proposed } = await act('proposePolicy', of(policy), drafter);
  const edit = await act('updatePolicy', { ...of(proposed), name: '改名' }, drafter);
  expect(edit.code).toBe('POLICY_NOT_EDITABLE');
  const silent = await act('decidePolicy', { ...of(proposed), approve: false }, approver);
  expect(silent.faults).toEqual({ 'input.decisionNote': 'REQUIRED_MISSING' });
  const back = await act(
    'decidePolicy',
    { ...of(proposed), approve: false, decisionNote: '封顶过高' },
    approver,
  );
  expect(back.policy).toMatchObject({ status: 'REJECTED', decisionNote: '封顶过高' });
  const flat = {
    ...terms,
    mode: 'FLAT',
    bands: [{ fromAmount: '0', flatAmount: '3000' }],
  };
  const again = await act('updatePolicy', { ...of(back.policy), terms: flat }, approver);
  expect(again.policy).toMatchObject({ mode: 'FLAT', bands: [{ rateBps: null, flatAmount: '3000.00' }] });
  expect(again.policy.version).toBe(back.policy.version + 1);
  const ready = await act('proposePolicy', of(again.policy), drafter);
  // Whoever wrote a part of it does not approve it either.
  const byWriter = await act('decidePolicy', { ...of(ready.policy), approve: true }, approver);
  expect(byWriter.code).toBe('MAKER_IS_CHECKER');
});

it('writes nothing where an edit changes nothing', async () => {
  const { policy } = await act('draftPolicy', { ...draft, kind: 'ACCIDENT' }, drafter);
  const same = await act('updatePolicy', { ...of(policy), name: draft.name, terms }, approver);
  expect(same.policy.version).toBe(policy.version);
  const bands = [{ fromAmount: '0', rateBps: 4000 }];
  const changed = await act('updatePolicy', { ...of(policy), terms: { ...terms, bands } }, drafter);
  expect(changed.policy.version).toBe(policy.version + 1);
  const stale = await act('updatePolicy', { ...of(policy), name: '迟到的修改' }, drafter);
  expect(stale.code).toBe('CONFLICT');
});

it('refuses terms that make no sense, each at its field, and writes nothing', async () => {
  const bands = [
    { fromAmount: '5000.00', toAmount: '19999.99', rateBps: 5000 },
    { fromAmount: '20000.00', rateBps: 6000 },
  ];
  const gap = await act('draftPolicy', { ...draft, terms: { ...terms, bands } }, drafter);
  expect(gap.faults).toEqual({ 'input.terms.bands.1.fromAmount': 'POLICY_GAP' });
  const twice = { ...terms, thresholds: [...terms.thresholds, { category: 'RELIEVED', threshold: '1' }] };
  const double = await act('draftPolicy', { ...draft, terms: { ...twice, capPerClaim: '0' } }, drafter);
  expect(double.faults).toMatchObject({
    'input.terms.capPerClaim': 'OUT_OF_RANGE',
    'input.terms.thresholds.2.category': 'DUPLICATE_VALUE',
  });
  const unnamed = await act('draftPolicy', { ...draft, kind: 'OTHER' }, drafter);
  expect(unnamed.faults).toEqual({ 'input.kindName': 'REQUIRED_MISSING' });
  const backwards = await act('draftPolicy', { ...draft, toOn: '2025-12-31' }, drafter);
  expect(backwards.faults).toEqual({ 'input.toOn': 'END_BEFORE_START' });
});

it('is drafted and approved for the whole county only, and read in its townships', async () => {
  expect((await act('draftPolicy', draft, township)).code).toBe('FORBIDDEN');
  expect((await act('draftPolicy', draft, foreigner)).faults).toEqual({ 'input.countyCode': 'NOT_FOUND' });
  const { policy } = await act('draftPolicy', { ...draft, kind: 'OTHER', kindName: '务工意外' }, drafter);
  const there = await act('proposePolicy', of(policy), foreigner);
  expect(there.faults).toEqual({ 'input.id': 'NOT_FOUND' });
});

it('ends on a day that is not over for long, once', async () => {
  const policy = await approved({ ...draft, kind: 'INDUSTRY_RISK' });
  const late = await act('endPolicy', { ...of(policy), toOn: '2026-01-31' }, approver);
  expect(late.faults).toEqual({ 'input.toOn': 'DATE_TOO_EARLY' });
  const ended = await act('endPolicy', { ...of(policy), toOn: '2030-12-31' }, approver);
  expect(ended.policy.toOn).toBe('2030-12-31');
  expect((await act('endPolicy', { ...of(ended.policy), toOn: '2031-12-31' }, approver)).code).toBe(
    'POLICY_ENDED',
  );
});
