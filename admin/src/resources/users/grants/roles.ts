import type { Lang } from '#schema/codes/lang.ts';
import { pairedOnlyRoles, type Right, rights, rightsOfRole } from '#schema/codes/rights.ts';

/** What a role may do, in words: the same table that the server decides by. */
export function rightsInWords(role: string, lang: Lang): string[] {
  const table: Readonly<Record<string, readonly Right[]>> = rightsOfRole;
  return (table[role] ?? []).map((right) => rights[right][lang]);
}

export const isPairedOnly = (role: string): boolean => pairedOnlyRoles.has(role);

/** Only roles whose every right one holds oneself can be given; the server also looks at the place. */
export function isGivable(role: string, own: readonly string[]): boolean {
  const table: Readonly<Record<string, readonly Right[]>> = rightsOfRole;
  return (table[role] ?? []).every((right) => own.includes(right));
}
