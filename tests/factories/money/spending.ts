import { newId } from '#platform/core/ids.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import type { TestApp } from '#tests/setup/app.ts';

/** Verbs that move money, with what they answer. */
const documents = {
  proposeAllocation: 'allocation { id version status }',
  decideAllocation: 'allocation { id version status }',
  commitFunds: 'commitment { id version left status }',
  releaseCommitment: 'commitment { id version left status }',
  disburseFunds: 'transfer { id } commitment { id left status }',
  payCommitment: 'transfer { id } commitment { id left status }',
  payFromUnit: 'transfer { id }',
  retainAtUnit: 'transfer { id }',
  payRetained: 'transfer { id }',
  returnFromUnit: 'transfer { id }',
  returnPayment: 'transfer { id }',
  recoverAllocated: 'transfer { id }',
  reverseTransfer: 'transfer { id kind }',
  closeBooks: 'book { id version closedThrough }',
  requestReopening: 'request { id isAnswered } book { version }',
  decideReopening: 'book { id version closedThrough }',
} as const;

export type MoneyVerb = keyof typeof documents;
interface Answered {
  readonly id: string;
  readonly version: number;
  readonly left: string;
  readonly status: string;
  readonly kind: string;
  readonly closedThrough: string | null;
  readonly isAnswered: boolean;
}

/** Sends one such verb as somebody, under a new key of its own unless one is given. */
export function sendMoney(test: TestApp, verb: MoneyVerb, input: object, session: string) {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
  const inputs: Partial<Record<MoneyVerb, string>> = {
    disburseFunds: 'SettleCommitmentInput',
    payCommitment: 'SettleCommitmentInput',
  };
  const moved = documents[verb] === 'transfer { id }' ? 'MoveAllocatedInput' : `${type}Input`;
  const document = `mutation ($input: ${inputs[verb] ?? moved}!) { ${verb}(input: $input) { ${documents[verb]} } }`;
  return test.send<Record<string, Record<string, Answered>>>(
    document,
    { input: { clientMutationId: newId(), ...input } },
    session,
  );
}

/** The accountant who promises, another who pays, and the desk that decides. */
export async function moneyPeople(test: TestApp) {
  const as = async (role: 'FUND_ACCOUNTANT' | 'COUNTY_DESK') => signedIn(test, role, places.county);
  const [keeper, payer, desk] = [
    await as('FUND_ACCOUNTANT'),
    await as('FUND_ACCOUNTANT'),
    await as('COUNTY_DESK'),
  ];
  return { keeper, payer, desk };
}

/** Money of a line, allocated to a programme. */
export async function makeAllocation(
  test: TestApp,
  lineId: string,
  amount: string,
  { keeper, desk }: Awaited<ReturnType<typeof moneyPeople>>,
): Promise<string> {
  const input = { lineId, target: 'PROGRAMME', title: '防贫救助', amount };
  const proposed = await sendMoney(test, 'proposeAllocation', input, keeper.session);
  const { id = '', version } = proposed.data?.proposeAllocation?.allocation ?? {};
  const decision = { id, expectedVersion: version, approved: true, effectiveOn: '2026-02-01' };
  const decided = await sendMoney(test, 'decideAllocation', decision, desk.session);
  if (!decided.data) throw new Error(JSON.stringify([proposed.errors, decided.errors]));
  return id;
}
