import { beforeAll } from 'vitest';
import {
  doneBy,
  makePayee,
  makePayers,
  type Payee,
  type Payers,
  paymentActs,
  uploadResult,
} from '#tests/factories/money/payments.ts';
import type { Person } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import type { Answer, TestApp } from '#tests/setup/app.ts';

export interface Batch {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: string;
}

export interface Row {
  readonly id: string;
  readonly serial: number;
  readonly version: number;
}

export interface RosterRow {
  readonly memberId: string;
  readonly payeeId?: string;
  readonly amount: string;
}

type Done = Record<string, Record<string, unknown>>;

/** The batch in the answer of a verb. */
export const batchOf = (answer: Answer<Done>): Batch =>
  Object.values(doneBy(answer))[0]?.paymentBatch as Batch;

export const nameAt = (at: number): string => `${'甲乙丙丁'[at] ?? '戊'}测试`;
export const accountAt = (at: number): string => `62000000000${at}`;

/** Four persons, four households with accounts and a layout; and the steps of a batch. */
export function batchSteps(test: TestApp) {
  const acts = paymentActs(test);
  const made = { homes: [] as Payee[], layoutId: '', payers: {} as Payers };

  beforeAll(async () => {
    await makeDivisions(test);
    made.payers = await makePayers(test);
    const samples = doneBy(await acts.samples(made.payers.approver, { countyCode: places.county }));
    const layouts = samples.addSampleLayouts?.bankLayouts as unknown as { id: string }[];
    made.layoutId = layouts[0]?.id ?? '';
    for (let at = 0; at < 4; at += 1)
      made.homes.push(await makePayee(test, made.payers.maker, { account: accountAt(at), name: nameAt(at) }));
  });

  async function draft(rows: readonly RosterRow[]): Promise<{ batch: Batch; payments: Row[] }> {
    const { payers, layoutId } = made;
    const input = { divisionCode: places.county, purpose: '临时救助', layoutId };
    const { id } = batchOf(await acts.create(payers.maker, input));
    const added = await acts.add(payers.maker, { paymentBatchId: id, rows });
    return { batch: batchOf(added), payments: doneBy(added).addPayments?.payments as unknown as Row[] };
  }

  type Step = 'check' | 'approve' | 'sendToBank' | 'acknowledge';
  const step = async (verb: Step, person: Person, { id, version }: Batch): Promise<Batch> =>
    batchOf(await acts[verb](person, { id, expectedVersion: version }));

  async function sent(rows: readonly RosterRow[]): Promise<{ batch: Batch; payments: Row[] }> {
    const { payers } = made;
    const { batch, payments } = await draft(rows);
    const approved = await step('approve', payers.approver, await step('check', payers.checker, batch));
    return { payments, batch: await step('sendToBank', payers.sender, approved) };
  }

  /** Uploads lines of a bank and has them taken in. */
  const receive = async ({ id }: Batch, lines: readonly string[]) =>
    acts.receive(made.payers.sender, {
      paymentBatchId: id,
      fileId: await uploadResult(test, made.payers.sender, lines.join('\r\n')),
    });

  const rowsFor = (...amounts: string[]): RosterRow[] =>
    amounts.map((amount, at) => ({ memberId: made.homes[at]?.headGlobalId ?? '', amount }));

  return { acts, made, draft, step, sent, receive, rowsFor };
}

export const heading = '批次号|序号|姓名|账号|金额|结果|原因|日期|流水|摘要';
export const resultLine = (
  { number }: Batch,
  at: number,
  amount: string,
  word: string,
  reason = '',
): string =>
  `${number}|${at + 1}|${nameAt(at)}|${accountAt(at)}|${amount}|${word}|${reason}|20261112|88${at}|临时救助`;
