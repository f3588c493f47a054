export type RuleState = 'now' | 'coming' | 'former';

/** Where a rule stands today; days compare as texts. */
export function ruleState(rule: { fromOn: string; toOn: string | null }, today: string): RuleState {
  if (rule.toOn !== null && rule.toOn < today) return 'former';
  return rule.fromOn > today ? 'coming' : 'now';
}
