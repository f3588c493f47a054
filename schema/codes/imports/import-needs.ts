import type { ImportKind } from './import.codes.ts';

/** Something that a sheet must say: each way to say it by the keys of the columns it takes, the usual way first. */
export type ImportNeed = readonly (readonly string[])[];

/** By which the household of a row is known. */
const household: ImportNeed = [['headId'], ['householdNumber'], ['headName', 'headBirthOn']];

/** What each kind of sheet must say, in the order of its columns. */
export const importNeeds: Readonly<Record<ImportKind, readonly ImportNeed[]>> = {
  ROSTER: [[['village']], [['headName']], household],
  MEMBERS: [household, [['name']], [['residentId']], [['relation']]],
  VISITS: [[['visitedOn']], [['helperName']], household],
  FUND_DOCUMENTS: [[['number']], [['level']], [['amount']]],
};

/** What a roster must say besides, unless it says nothing of helpers: a list of households that have none. */
export const helperNeeds: readonly ImportNeed[] = [[['helperName']], [['startedOn']]];

/** Lists whose rows go into books to which things are only added: such an import is not taken back. */
export const staysImported: ReadonlySet<ImportKind> = new Set<ImportKind>(['FUND_DOCUMENTS']);
