import type { CellReader } from '#modules/imports/cells/cells.rules.ts';
import { type RosterKey, rosterColumns } from './roster.columns.ts';

type Column = (typeof rosterColumns)[number];
type FactColumn = Extract<Column, { readonly read: unknown }>;
type Fact = FactColumn['key'];

/** Values of a household in the columns with `read`; null: the sheet does not give it. */
export type HouseholdFacts = { readonly [C in FactColumn as C['key']]: ReturnType<C['read']> };

const factColumns = rosterColumns.filter((column): column is FactColumn => 'read' in column);
export const factNames: readonly Fact[] = factColumns.map(({ key }) => key);

export const readFacts = (cell: CellReader<RosterKey>): HouseholdFacts =>
  Object.fromEntries(factColumns.map(({ key, read }) => [key, read(cell, key)])) as HouseholdFacts;

/** The values that a row gives; blank cells change nothing. */
export const saidFacts = (facts: HouseholdFacts): Partial<HouseholdFacts> =>
  Object.fromEntries(factNames.filter((name) => facts[name] !== null).map((name) => [name, facts[name]]));

/** Each value by its column, which has the same name. */
export const columnOfFact = Object.fromEntries(factNames.map((name) => [name, name])) as {
  readonly [F in Fact]: F;
};
