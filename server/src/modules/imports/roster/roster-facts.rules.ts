import type { CellReader } from '#modules/imports/cells/cells.rules.ts';
import type { RosterKey } from './roster.columns.ts';

/**
 * What a roster says of a household in a column that is called as the field is: how its cell is read. A field named here
 * is taken over for new households and for known ones, and compared with what was changed since.
 */
const readers = {
  size: (cell: CellReader<RosterKey>) => cell.count('size', 99, 'people'),
  note: (cell: CellReader<RosterKey>) => cell.prose('note', 500),
} satisfies Partial<Record<RosterKey, (cell: CellReader<RosterKey>) => unknown>>;

type Fact = keyof typeof readers;
/** Null: the sheet does not say. */
export type HouseholdFacts = { readonly [F in Fact]: ReturnType<(typeof readers)[F]> };

export const factNames = Object.keys(readers) as readonly Fact[];

export const readFacts = (cell: CellReader<RosterKey>): HouseholdFacts =>
  Object.fromEntries(factNames.map((name) => [name, readers[name](cell)])) as HouseholdFacts;

/** The facts that a row says something of: what it leaves blank stays as it is. */
export const saidFacts = (facts: HouseholdFacts): Partial<HouseholdFacts> =>
  Object.fromEntries(factNames.filter((name) => facts[name] !== null).map((name) => [name, facts[name]]));

/** Each fact by the column that says it, which is called the same. */
export const columnOfFact = Object.fromEntries(factNames.map((name) => [name, name])) as {
  readonly [F in Fact]: F;
};
