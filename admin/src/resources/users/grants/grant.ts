export interface GrantRow {
  id: string;
  role: string;
  fromOn: string;
  toOn: string | null;
  division: { code: string; name: string; path: string } | null;
}

export type GrantState = 'future' | 'inForce' | 'past';

export function grantState({ fromOn, toOn }: GrantRow, today: string): GrantState {
  if (fromOn > today) return 'future';
  return toOn !== null && toOn < today ? 'past' : 'inForce';
}

export const isInForce = (grant: GrantRow, today: string): boolean => grantState(grant, today) === 'inForce';
