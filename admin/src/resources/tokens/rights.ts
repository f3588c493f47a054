import { neverByToken, type Right, rights } from '#schema/codes/rights.ts';

/** Of one's own rights those that a token may hold. */
export function rightsForTokens(own: readonly string[]): Right[] {
  return (Object.keys(rights) as Right[]).filter((right) => own.includes(right) && !neverByToken.has(right));
}
