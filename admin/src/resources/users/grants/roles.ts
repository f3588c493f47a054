import type { Lang } from '#schema/codes/lang.ts';
import { pairedOnlyRoles, type Right, rights, rightsOfRole } from '#schema/codes/rights.ts';

/** The rights of a role in words, from the table that the server uses. */
export function rightsInWords(role: string, lang: Lang): string[] {
  const table: Readonly<Record<string, readonly Right[]>> = rightsOfRole;
  return (table[role] ?? []).map((right) => rights[right][lang]);
}

export const isPairedOnly = (role: string): boolean => pairedOnlyRoles.has(role);

/** Only roles whose every right the user holds can be given; the server also checks the division. */
export function isGivable(role: string, own: readonly string[]): boolean {
  const table: Readonly<Record<string, readonly Right[]>> = rightsOfRole;
  return (table[role] ?? []).every((right) => own.includes(right));
}
