import { expect, it } from 'vitest';
import {
  type CreditablePairing,
  creditOf,
  isWholePlace,
  type VisitClaim,
  visitFaults,
} from './visit.rules.ts';

const old: CreditablePairing = {
  id: 'first',
  cadreId: 'old',
  role: 'MAIN',
  startedOn: '2026-01-01',
  endedOn: '2026-08-14',
};
const next: CreditablePairing = {
  ...old,
  id: 'second',
  cadreId: 'new',
  startedOn: '2026-08-15',
  endedOn: null,
};
const assistant: CreditablePairing = {
  ...old,
  id: 'third',
  cadreId: 'assistant',
  role: 'ASSISTANT',
  endedOn: null,
};
const history = [old, next, assistant];
const claim = (more: Partial<VisitClaim>): VisitClaim => ({
  visitedOn: '2026-08-20',
  namedCadreId: null,
  ownCadreId: null,
  isHelper: false,
  ...more,
});
const pairing = (more: Partial<VisitClaim>) => creditOf(history, claim(more)).pairing?.id;
const refusal = (more: Partial<VisitClaim>) => creditOf(history, claim(more)).refusal;

it('credits the main helper of the day of the visit, not of today', () => {
  expect(pairing({ visitedOn: '2026-08-14' })).toBe('first');
  expect(pairing({ visitedOn: '2026-08-15' })).toBe('second');
});

it("credits an assistant's visit to the assistant's own pairing", () => {
  expect(pairing({ ownCadreId: 'assistant', isHelper: true })).toBe('third');
});

it('accepts the late visit of a former helper for a day in their own pairing only', () => {
  const former = { ownCadreId: 'old', isHelper: true };
  expect(pairing({ ...former, visitedOn: '2026-08-14' })).toBe('first');
  expect(refusal({ ...former, visitedOn: '2026-08-15' })).toBe('DATE_AFTER_PAIRING');
});

it('refuses a new helper the days before the pairing', () => {
  expect(refusal({ ownCadreId: 'new', isHelper: true, visitedOn: '2026-08-14' })).toBe('DATE_BEFORE_PAIRING');
  expect(refusal({ namedCadreId: 'new', visitedOn: '2026-08-14' })).toBe('DATE_BEFORE_PAIRING');
});

it('lets other cadres of the division stand in for the main helper', () => {
  const credit = creditOf(history, claim({ ownCadreId: 'village' }));
  expect(credit).toMatchObject({ pairing: { id: 'second' }, cadreId: 'village' });
  expect(creditOf(history, claim({}))).toMatchObject({ cadreId: 'new' });
});

it('says why a day without a pairing is refused', () => {
  expect(refusal({ visitedOn: '2025-12-31' })).toBe('DATE_BEFORE_PAIRING');
  expect(creditOf([], claim({})).refusal).toBe('NOT_PAIRED');
  expect(creditOf([old], claim({})).refusal).toBe('DATE_AFTER_PAIRING');
});

it('requires both coordinates or none', () => {
  expect(isWholePlace({ latitude: 36.3, longitude: 114.9 })).toBe(true);
  expect(isWholePlace({})).toBe(true);
  expect(isWholePlace({ latitude: 36.3 })).toBe(false);
  expect(isWholePlace({ latitude: null, longitude: 114.9 })).toBe(false);
});

it('finds days out of order and items given twice', () => {
  const input = {
    visitedOn: '2026-11-11',
    nextVisitOn: '2026-11-11',
    checklist: [{ item: 'FOOD' }, { item: 'FOOD' }],
    photoIds: ['a', 'b', 'a'],
  };
  expect(visitFaults(input, '2026-11-10')).toEqual({
    'input.visitedOn': 'DATE_IN_FUTURE',
    'input.nextVisitOn': 'DATE_TOO_EARLY',
    'input.checklist.1.item': 'DUPLICATE_VALUE',
    'input.photoIds.2': 'DUPLICATE_VALUE',
  });
});
