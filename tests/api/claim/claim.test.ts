import { beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type ClaimAnswer,
  type ClaimPeople,
  claimInput,
  makeClaim,
  makeClaimPeople,
  sendClaimVerb,
} from '#tests/factories/money/claims.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import type { Person } from '#tests/factories/people/people.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
inventedDesk(test);
expectWords(test);
let people: ClaimPeople;
let home: MadeHousehold;

beforeAll(async () => {
  people = await makeClaimPeople(test);
});
beforeEach(async () => {
  home = await makeHousehold(test);
});

const open = (more: object = {}, by: Person = people.maker, fields?: string) =>
  sendClaimVerb<ClaimAnswer & Record<string, unknown>>(test, 'openClaim', claimInput(home, more), by, fields);
const step = (verb: string, claim: ClaimAnswer | undefined, by: Person, more: object = {}, fields?: string) =>
  sendClaimVerb<ClaimAnswer & Record<string, unknown>>(
    test,
    verb,
    { id: claim?.id, expectedVersion: claim?.version, ...more },
    by,
    fields,
  );
const sums = 'id version status total own residue residueReason';

it('goes from the application to the assessment, each step on record', async () => {
  const claim = await makeClaim(test, home, people, 'ASSESSED');
  const { data } = await test.send(
    `query ($id: ID!) { claim(id: $id) { status total own residue year category sentOn dueOn assessedOn
      assessedOwn assessedCompliantOwn compensation incomePerHead
      expenses { provider amount } layers { layer amount } steps { fromStatus toStatus recordedBy } } }`,
    { id: claim.id },
    people.decider.session,
  );
  expect(data?.claim).toMatchObject({
    status: 'ASSESSED',
    total: '104000.00',
    own: '18000.00',
    residue: '0.00',
    year: 2026,
    category: 'UNSTABLE',
    sentOn: '2026-11-10',
    // Three working days later.
    dueOn: '2026-11-13',
    assessedOn: '2026-11-10',
    assessedOwn: '18000.00',
    assessedCompliantOwn: '18000.00',
    compensation: '0.00',
    incomePerHead: '4500.00',
    expenses: [{ provider: '样例县医院', amount: '104000.00' }],
    layers: [
      { layer: 'BASIC', amount: '80000.00' },
      { layer: 'MEDICAL_AID', amount: '6000.00' },
      { layer: 'OWN', amount: '18000.00' },
    ],
    steps: [
      { fromStatus: null, toStatus: 'DRAFT' },
      { fromStatus: 'DRAFT', toStatus: 'SUBMITTED' },
      { fromStatus: 'SUBMITTED', toStatus: 'CHECKED' },
      { fromStatus: 'CHECKED', toStatus: 'WITH_INSURER' },
      { fromStatus: 'WITH_INSURER', toStatus: 'ASSESSED' },
    ],
  });
});

it('goes back to be completed, and in again', async () => {
  const claim = await makeClaim(test, home, people, 'SUBMITTED');
  const noReason = await step('checkClaim', claim, people.checker, { passed: false });
  expect(noReason.error?.fields['input.note']?.code).toBe('REQUIRED_MISSING');
  const back = await step('checkClaim', claim, people.checker, { passed: false, note: '缺出院小结' });
  expect(back.claim?.status).toBe('RETURNED');
  const changed = await step('updateClaim', back.claim, people.maker, { cause: '住院治疗，已补出院小结' });
  const again = await step('submitClaim', changed.claim, people.maker);
  expect(again.claim?.status).toBe('SUBMITTED');
});

it('keeps the residue as it is, and asks why', async () => {
  const layers = [{ layer: 'OWN', amount: '103999.98' }];
  const { claim } = await open({ layers }, people.maker, sums);
  expect(claim).toMatchObject({ total: '104000.00', own: '103999.98', residue: '0.02', residueReason: null });
  const explained = await step('explainResidue', claim, people.maker, { reason: '医院四舍五入' }, sums);
  expect(explained.claim).toMatchObject({ residue: '0.02', residueReason: '医院四舍五入' });
  const other = [{ layer: 'OWN', amount: '104000.01' }];
  const changed = await step('updateClaim', explained.claim, people.maker, { layers: other }, sums);
  // The reason was one for another residue.
  expect(changed.claim).toMatchObject({ residue: '-0.01', residueReason: null });
  const none = await step('explainResidue', changed.claim, people.maker, { reason: '一分钱' });
  expect(none.error?.fields['input.reason']?.code).toBe('RESIDUE_NONE');
});

it('refuses a receipt of another claim for the same person, and asks about a claim like it', async () => {
  const expenses = [
    { receiptNumber: 'ab-1', spentOn: '2026-10-20', provider: '样例县医院', amount: '104000.00' },
  ];
  const first = await open({ expenses });
  const similar = await open({ expenses: [{ ...expenses[0], receiptNumber: 'AB-2' }] });
  expect(similar.error).toMatchObject({ code: 'CLAIM_SIMILAR', similarClaimId: first.claim?.id });
  // Written in another way it is the same number.
  const used = await open({ expenses: [{ ...expenses[0], receiptNumber: 'ＡＢ-1' }], allowSimilar: true });
  expect(used.error?.fields['input.expenses.0.receiptNumber']?.code).toBe('RECEIPT_USED');
  const twice = await open({ expenses: [expenses[0], expenses[0]], eventOn: '2026-09-30' });
  expect(twice.error?.fields['input.expenses.1.receiptNumber']?.code).toBe('RECEIPT_TWICE');
  await step('withdrawClaim', first.claim, people.maker, { reason: '登记错误' });
  expect((await open({ expenses })).claim?.status).toBe('DRAFT');
});

it('refuses bad amounts and days at their fields, and writes nothing', async () => {
  const receipt = { receiptNumber: 'C1', spentOn: '2026-10-20', provider: '样例县医院', amount: '1.00' };
  const faults = async (more: object) => Object.keys((await open(more)).error?.fields ?? {});
  expect(await faults({ eventOn: '2026-11-11' })).toEqual(['input.eventOn']);
  expect(await faults({ appliedOn: '2026-09-30' })).toEqual(['input.eventOn']);
  expect(await faults({ expenses: [{ ...receipt, spentOn: '2026-11-11' }] })).toEqual([
    'input.expenses.0.spentOn',
  ]);
  expect(await faults({ expenses: [{ ...receipt, amount: '0.00' }] })).toEqual(['input.expenses.0.amount']);
  expect(await faults({ expenses: [{ ...receipt, amount: '1.005' }] })).toEqual(['input.expenses.0.amount']);
  expect(await faults({ layers: [{ layer: 'OWN', amount: '-1.00' }] })).toEqual(['input.layers.0.amount']);
  expect(await faults({ expenses: [] })).toEqual(['input.expenses']);
  const other = await makeHousehold(test);
  expect(await faults({ memberId: claimInput(other).memberId })).toEqual(['input.memberId']);
  const { data } = await test.send(
    'query ($home: ID!) { claims(filter: { household: $home }) { totalCount } }',
    { home: home.globalId },
    people.maker.session,
  );
  expect(data?.claims).toEqual({ totalCount: 0 });
});

it('refuses steps out of order and stale ones', async () => {
  const claim = await makeClaim(test, home, people, 'SUBMITTED');
  expect((await step('updateClaim', claim, people.maker, { cause: '另' })).error?.code).toBe(
    'CLAIM_STEP_INVALID',
  );
  expect((await step('submitClaim', claim, people.maker)).error?.code).toBe('CLAIM_STEP_INVALID');
  const stale = { id: claim.id, version: claim.version - 1, status: '' };
  expect((await step('checkClaim', stale, people.checker, { passed: true })).error?.code).toBe('CONFLICT');
});
