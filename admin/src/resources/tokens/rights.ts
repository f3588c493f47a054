import { neverByToken, type Right, rights } from '#schema/codes/rights.ts';

/** Those of one's own rights that a token may hold. */
export function rightsForTokens(own: readonly string[]): Right[] {
  return (Object.keys(rights) as Right[]).filter((right) => own.includes(right) && !neverByToken.has(right));
}
