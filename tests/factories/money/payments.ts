import { encodeGbk } from '#modules/payment/layout/gbk.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { fileSteps, formOf } from '#tests/factories/lists/upload-forms.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import type { Answer, TestApp } from '#tests/setup/app.ts';

export interface Payers {
  readonly maker: Person;
  readonly checker: Person;
  readonly approver: Person;
  readonly sender: Person;
}

/** Four persons, each for a step of a batch. */
export async function makePayers(test: TestApp, county: string = places.county): Promise<Payers> {
  return {
    maker: await signedIn(test, 'COUNTY_DESK', county),
    checker: await signedIn(test, 'COUNTY_DESK', county),
    approver: await signedIn(test, 'COUNTY_DESK', county),
    sender: await signedIn(test, 'FUND_ACCOUNTANT', county),
  };
}

type Rows = Record<string, { readonly [field: string]: unknown } | null>;

/** Verbs of payments, as one person after the other uses them. */
export function paymentActs(test: TestApp) {
  const send = (name: string, selection: string) => (person: Person, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const typeOf: Record<string, string> = {
      CheckPaymentBatchInput: 'PaymentBatchStepInput',
      ApprovePaymentBatchInput: 'PaymentBatchStepInput',
      SendPaymentBatchInput: 'PaymentBatchStepInput',
      AcknowledgePaymentBatchInput: 'PaymentBatchStepInput',
    };
    return test.send<Record<string, Rows>>(
      `mutation ($input: ${typeOf[type] ?? type}!) { ${name}(input: $input) { ${selection} } }`,
      { input: { clientMutationId: newId(), ...input } },
      person.session,
    );
  };
  const batch = `paymentBatch { id number status version paymentCount plannedAmount waitingAmount unknownAmount paidAmount
    failedAmount returnedAmount stoppedAmount undecidedRows }`;
  return {
    setAccount: send('recordBankAccount', 'bankAccount { id accountMasked isDoubtful toOn version }'),
    endAccount: send('endBankAccount', 'bankAccount { id toOn }'),
    samples: send('addSampleLayouts', 'bankLayouts { id name }'),
    create: send('createPaymentBatch', batch),
    add: send('addPayments', `${batch} payments { id serial payeeName accountMasked amount status version }`),
    check: send('checkPaymentBatch', batch),
    approve: send('approvePaymentBatch', batch),
    sendToBank: send('sendPaymentBatch', batch),
    acknowledge: send('acknowledgePaymentBatch', batch),
    sendBack: send('sendBackPaymentBatch', batch),
    stop: send('stopPayment', `${batch} payment { id status reason }`),
    correct: send('payBatchAgain', `${batch} payments { id serial amount status corrects { id } }`),
    receive: send(
      'receivePaymentResult',
      `${batch} resultFile { id total rows(first: 100) { nodes { id rowNumber result code version ofAccount { id serial } payment { id } } } }`,
    ),
    choose: send('choosePayment', `${batch} resultRow { result payment { serial } }`),
  };
}

export const doneBy = <T>(answer: Answer<T>): T => {
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
};

/** Uploads a file of results as text of a bank. */
export async function uploadResult(test: TestApp, person: Person, text: string): Promise<string> {
  const form = formOf({ name: 'results.txt', content: encodeGbk(text) });
  const { body } = await fileSteps(test).sendForm(form, { session: person.session });
  return (body as { id: string }).id;
}

export interface Payee extends MadeHousehold {
  readonly headGlobalId: string;
}

/** A household whose head has an account. */
export async function makePayee(
  test: TestApp,
  person: Person,
  { account, name = '甲测试', villageCode }: { account: string; name?: string; villageCode?: string },
): Promise<Payee> {
  const home = await makeHousehold(test, { headName: name, villageCode });
  const headGlobalId = globalId('Member', home.countyCode, home.headId);
  doneBy(
    await paymentActs(test).setAccount(person, {
      memberId: headGlobalId,
      kind: 'PASSBOOK',
      bankName: '示例信用社',
      accountNumber: account,
    }),
  );
  return { ...home, headGlobalId };
}
