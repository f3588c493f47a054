import { type Right, rights } from '#schema/codes/rights.ts';

/** A program lets nobody in, neither people nor other programs: the server refuses these to every token. */
const NEVER_BY_TOKEN = new Set<string>(['user.write', 'token.write'] satisfies Right[]);

export function rightsForTokens(own: readonly string[]): Right[] {
  return (Object.keys(rights) as Right[]).filter(
    (right) => own.includes(right) && !NEVER_BY_TOKEN.has(right),
  );
}
