import { expect, test } from 'vitest';
import type { ResultRow } from '../layout/result-file.rules.ts';
import { matchResults, type Planned } from './match.rules.ts';

const number = '202611100001';
const plan = (more: Partial<Planned> & { id: string }): Planned => ({
  serial: Number(more.id.slice(1)),
  account: '6228480402564890018',
  payeeName: '甲测试',
  amount: 100n,
  status: 'SENT',
  ...more,
});
const said = (more: Partial<ResultRow> = {}): ResultRow => ({
  rowNumber: 1,
  batchNumber: number,
  serial: null,
  payeeName: '甲测试',
  account: '6228480402564890018',
  amount: 100n,
  said: 'PAID',
  reason: '',
  paidOn: null,
  bankSerial: '',
  fault: null,
  ...more,
});
const refusals = (payments: Planned[], rows: ResultRow[]) =>
  matchResults(number, payments, rows).map((one) => (one.outcome === 'REFUSED' ? one.code : one.outcome));

test('finds a payment by its serial, else by account and amount, zeros in front or not', () => {
  const payments = [plan({ id: 'p1', account: '0012345678' }), plan({ id: 'p2', amount: 7n })];
  expect(matchResults(number, payments, [said({ serial: 2, amount: 7n, said: 'FAILED' })])).toEqual([
    { outcome: 'APPLIED', paymentId: 'p2', from: 'SENT', to: 'FAILED' },
  ]);
  expect(matchResults(number, payments, [said({ account: '12345678', batchNumber: '' })])).toMatchObject([
    { outcome: 'APPLIED', paymentId: 'p1', to: 'PAID' },
  ]);
});

test.each([
  ['of another batch', { batchNumber: '202611100002' }, 'OTHER_BATCH'],
  ['with an unknown account', { account: '99999999' }, 'PAYMENT_UNKNOWN'],
  ['with an unknown serial', { serial: 9 }, 'PAYMENT_UNKNOWN'],
  ['with a smaller amount', { amount: 99n }, 'AMOUNT_DIFFERS'],
  ['with a smaller amount by serial', { serial: 1, amount: 99n }, 'AMOUNT_DIFFERS'],
  ['with the account of another serial', { serial: 1, account: '12345678' }, 'ACCOUNT_DIFFERS'],
])('refuses a row %s', (_what, more, code) => {
  expect(refusals([plan({ id: 'p1' })], [said(more)])).toEqual([code]);
});

test('takes a payment up once in a file', () => {
  const payments = [plan({ id: 'p1' })];
  expect(refusals(payments, [said(), said()])).toEqual(['APPLIED', 'DUPLICATE_IN_FILE']);
  expect(refusals(payments, [said(), said({ said: 'FAILED' })])).toEqual(['APPLIED', 'CONFLICT_IN_FILE']);
});

test('tells twins apart by name, and leaves to a person those that stay alike', () => {
  const twins = [plan({ id: 'p1' }), plan({ id: 'p2', payeeName: '乙测试' })];
  expect(matchResults(number, twins, [said({ payeeName: '乙测?' })])).toMatchObject([{ paymentId: 'p2' }]);
  const alike = [plan({ id: 'p1' }), plan({ id: 'p2' })];
  expect(matchResults(number, alike, [said(), said()])).toEqual([
    { outcome: 'UNDECIDED', candidateIds: ['p1', 'p2'] },
    { outcome: 'UNDECIDED', candidateIds: ['p1', 'p2'] },
  ]);
  expect(matchResults(number, alike, [said({ serial: 2 })])).toMatchObject([{ paymentId: 'p2' }]);
});

test('a return means the one of two twins that was paid', () => {
  const twins = [plan({ id: 'p1', status: 'FAILED' }), plan({ id: 'p2', status: 'PAID' })];
  expect(matchResults(number, twins, [said({ said: 'RETURNED' })])).toMatchObject([
    { outcome: 'APPLIED', paymentId: 'p2', to: 'RETURNED' },
  ]);
});

test.each([
  ['PAID', 'PAID', 'UNCHANGED'],
  ['PAID', 'RETURNED', 'APPLIED'],
  ['PAID', 'FAILED', 'RESULT_CONTRADICTS'],
  ['FAILED', 'FAILED', 'UNCHANGED'],
  ['FAILED', 'PAID', 'RESULT_CONTRADICTS'],
  ['RETURNED', 'RETURNED', 'UNCHANGED'],
  // The first file once more, after the second.
  ['RETURNED', 'PAID', 'UNCHANGED'],
  ['STOPPED', 'PAID', 'RESULT_CONTRADICTS'],
] as const)('a payment that is %s and for the bank %s: %s', (status, word, outcome) => {
  expect(refusals([plan({ id: 'p1', status })], [said({ said: word })])).toEqual([outcome]);
});
