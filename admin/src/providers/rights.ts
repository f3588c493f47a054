import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importRights } from '#schema/codes/imports/import-rights.ts';
import { type Right, type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';

/** Which right opens a resource of the console, and which one lets its records be made and changed. */
const RIGHTS: Readonly<Record<string, { read: Right; write?: Right }>> = {
  board: { read: 'visit.read' },
  duties: { read: 'visit.read' },
  secondFactorPolicy: { read: 'settings.write', write: 'settings.write' },
  divisions: { read: 'division.read', write: 'division.write' },
  counties: { read: 'settings.read', write: 'settings.write' },
  organizations: { read: 'organization.read', write: 'organization.write' },
  cadres: { read: 'cadre.read', write: 'cadre.write' },
  households: { read: 'household.read', write: 'household.write' },
  members: { read: 'household.read', write: 'household.write' },
  pairings: { read: 'pairing.read', write: 'pairing.write' },
  visits: { read: 'visit.read', write: 'visit.write' },
  problems: { read: 'visit.read', write: 'problem.write' },
  imports: { read: 'import.run', write: 'import.run' },
  exports: { read: 'export.run', write: 'export.run' },
  users: { read: 'user.read', write: 'user.write' },
  tokens: { read: 'token.write', write: 'token.write' },
  webhooks: { read: 'webhook.write', write: 'webhook.write' },
  audit: { read: 'audit.read' },
  // Everybody who is signed in may look: every role sees places.
  developers: { read: 'division.read' },
};

const READING = new Set(['list', 'show']);

/** Anything but looking is writing; a resource that is not named here is nobody's. */
export function rightFor(resource: string, action: string): Right | undefined {
  const rights = RIGHTS[resource];
  return READING.has(action) ? rights?.read : rights?.write;
}

/** What is settled for all counties at once. */
export const isOfWholeCountry = (resource: string): boolean => resource === 'secondFactorPolicy';

/** The kinds of lists of which one may read all that they are compared with. */
export const importableKinds = (held: readonly string[]): ImportKind[] =>
  ImportKind.keys.filter((kind) => importRights[kind].every((right) => held.includes(right)));
export const mayImportSome = (held: readonly string[]): boolean => importableKinds(held).length > 0;

interface Held {
  readonly role: string;
  readonly division: object | null;
}

/** Whether a right is held in the whole country. */
export const holdsEverywhere = (grants: readonly Held[], right: Right): boolean =>
  grants.some(({ role, division }) => {
    const rights: readonly Right[] = rightsOfRole[role as RoleKey] ?? [];
    return division === null && rights.includes(right);
  });
