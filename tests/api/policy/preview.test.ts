import { beforeAll, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let township: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  township = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
});

const preview = `query ($input: PreviewPolicyInput!) { previewPolicy(input: $input) {
  curve { amount paid } cliffs { amount before after jump } examples { amount paid lines { step amount zh en } } } }`;
const terms = {
  mode: 'WHOLE',
  base: 'OWN',
  thresholds: [{ category: 'RELIEVED', threshold: '5000.00' }],
  bands: [
    { fromAmount: '15000.00', rateBps: 7000 },
    { fromAmount: '5000.00', toAmount: '15000.00', rateBps: 5000 },
  ],
  capPerClaim: '20000.00',
};

interface Preview {
  previewPolicy: {
    curve: { amount: string; paid: string }[];
    cliffs: object[];
    examples: { lines: { step: string; zh: string; en: string }[] }[];
  };
}

it('shows curve and cliffs, and explains amounts in both languages', async () => {
  const input = { terms, category: 'RELIEVED', amounts: ['14999.99', '40000'] };
  const answer = await test.send<Preview>(preview, { input }, township.session);
  expect(answer.errors).toBeUndefined();
  const { cliffs = [], curve = [], examples = [] } = answer.data?.previewPolicy ?? {};
  expect(cliffs).toEqual([
    { amount: '5000.00', before: '0.00', after: '2500.00', jump: '2500.00' },
    { amount: '15000.00', before: '7500.00', after: '10500.00', jump: '3000.00' },
  ]);
  expect(curve.at(-1)).toEqual({ amount: '30000.00', paid: '20000.00' });
  expect(examples).toMatchObject([
    { amount: '14999.99', paid: '7500.00' },
    { amount: '40000.00', paid: '20000.00' },
  ]);
  expect(examples[0]?.lines).toContainEqual({
    step: 'BAND_WHOLE',
    amount: '7499.995',
    zh: '5000.00 元至不足 15000.00 元，全额：14999.99 × 50% = 7499.995 元',
    en: 'Whole amount, band 5000.00 to below 15000.00 yuan: 14999.99 × 50% = 7499.995 yuan',
  });
});

it('refuses terms as a draft does, and a category that the terms do not have', async () => {
  const bands = [{ fromAmount: '6000.00', rateBps: 5000 }];
  const gap = await test.send(
    preview,
    { input: { terms: { ...terms, bands }, category: 'RELIEVED' } },
    desk.session,
  );
  expect(gap.errors?.[0]?.extensions.fields).toMatchObject({
    'input.terms.bands.0.fromAmount': { code: 'POLICY_GAP' },
  });
  const other = await test.send(preview, { input: { terms, category: 'SUDDEN' } }, desk.session);
  expect(other.errors?.[0]?.extensions.fields).toMatchObject({ 'input.category': { code: 'CODE_UNKNOWN' } });
  const negative = { terms, category: 'RELIEVED', amounts: ['-1.00'] };
  const below = await test.send(preview, { input: negative }, desk.session);
  expect(below.errors?.[0]?.extensions.fields).toMatchObject({ 'input.amounts': { code: 'OUT_OF_RANGE' } });
});

const load = `mutation ($input: LoadSamplePoliciesInput!) {
  loadSamplePolicies(input: $input) { reliefPolicies { id name status isSample } } }`;

interface Loaded {
  loadSamplePolicies: { reliefPolicies: { id: string; name: string; status: string; isSample: boolean }[] };
}

it('adds the samples as labelled drafts, once', async () => {
  const send = (who: Person, countyCode: string) =>
    test.send<Loaded>(load, { input: { countyCode } }, who.session);
  const { reliefPolicies: added = [] } = (await send(desk, places.county)).data?.loadSamplePolicies ?? {};
  expect(added.length).toBeGreaterThanOrEqual(6);
  for (const one of added) {
    expect(one).toMatchObject({ status: 'DRAFT', isSample: true });
    expect(one.name).toContain('样例');
  }
  const again = await send(desk, places.county);
  expect(again.data?.loadSamplePolicies.reliefPolicies).toEqual([]);
  const elsewhere = await send(desk, places.otherCounty);
  expect(elsewhere.errors?.[0]?.extensions.fields).toMatchObject({
    'input.countyCode': { code: 'NOT_FOUND' },
  });
});
