export type RuleState = 'now' | 'coming' | 'former';

/** The state of a rule today; days compare as text. */
export function ruleState(rule: { fromOn: string; toOn: string | null }, today: string): RuleState {
  if (rule.toOn !== null && rule.toOn < today) return 'former';
  return rule.fromOn > today ? 'coming' : 'now';
}
