import { expect, test } from 'vitest';
import { allMet, checklistOf, formChecks } from './checks.ts';

test('a form shows all six items and sends only the answered ones', () => {
  const answered = [{ item: 'HOUSING', answer: 'FAILED', note: '漏雨' }] as const;
  const shown = formChecks(answered);
  expect(shown).toHaveLength(6);
  expect(checklistOf(shown)).toEqual(answered);
});

test('an untouched checklist is sent back unchanged', () => {
  expect(checklistOf(formChecks(allMet()))).toEqual(allMet());
});

test('a remark that was cleared is sent as none', () => {
  expect(checklistOf([{ item: 'FOOD', answer: 'OK', note: '' }])).toEqual([
    { item: 'FOOD', answer: 'OK', note: null },
  ]);
});
