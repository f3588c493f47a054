import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importRights } from '#schema/codes/imports/import-rights.ts';
import { type Right, type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import type { ResourceRights } from '../../shared/resource/console-resource.ts';

const READING = new Set(['list', 'show']);

/** Everything but reading is writing. */
export const rightFor = (rights: ResourceRights | undefined, action: string): Right | undefined =>
  READING.has(action) ? rights?.read : rights?.write;

/** The kinds of lists for which the user may read all they are compared with and write what they write. */
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
