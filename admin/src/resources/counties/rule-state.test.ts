import { expect, test } from 'vitest';
import { ruleState } from './rule-state.ts';

const today = '2026-11-10';

test('a rule is in force on its first and on its last day', () => {
  expect(ruleState({ fromOn: today, toOn: null }, today)).toBe('now');
  expect(ruleState({ fromOn: '2026-01-01', toOn: today }, today)).toBe('now');
});

test('a rule that begins tomorrow is upcoming, one that ended yesterday is history', () => {
  expect(ruleState({ fromOn: '2026-11-11', toOn: null }, today)).toBe('coming');
  expect(ruleState({ fromOn: '2026-01-01', toOn: '2026-11-09' }, today)).toBe('former');
});
