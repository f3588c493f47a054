import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** Which parts of a household go to the household that it is merged into; the others stay with it, as its history. */
interface TakenAlong {
  /** Those in which this column is empty: they go on. */
  readonly until: string;
  /** Of one such value the other household may have one: where it has, the part stays. */
  readonly onePer?: string;
}

interface InDivision {
  /** Columns of JSON text that name divisions too, each as a text of its own. */
  readonly namedIn: readonly string[];
  /** Each row that moves has a row of the trail, as what opens a way in: it may reach more at the new code. */
  readonly isOnTrail: boolean;
}

/**
 * What the place in the rows of a table hangs on: what takes them along when a household moves or is merged, and when a
 * division gets another code. See platform/write/moving.
 */
export type PlaceRule =
  /** Households: the village is their own, and their parts come along. */
  | { readonly is: 'HOUSEHOLD' }
  /** A part of a household carries the village of the household. */
  | { readonly is: 'PART'; readonly merged: 'STAYS' | TakenAlong }
  /** What stands in a division gets its new code with it. */
  | ({ readonly is: 'IN_DIVISION' } & InDivision)
  /** History keeps the place of its day; a view follows its tables. */
  | { readonly is: 'NOT_MOVED'; readonly because: string };

export const ownVillage: PlaceRule = { is: 'HOUSEHOLD' };
export const partOfHousehold = (merged: 'STAYS' | TakenAlong = 'STAYS'): PlaceRule => ({
  is: 'PART',
  merged,
});
export const movesWithDivision = ({
  namedIn = [],
  isOnTrail = false,
}: Partial<InDivision> = {}): PlaceRule => ({
  is: 'IN_DIVISION',
  namedIn,
  isOnTrail,
});
export const notMoved = (because: string): PlaceRule => ({ is: 'NOT_MOVED', because });

/** Columns of a table that hold the code of a division below the county, which is in every key and never changes. */
export const placeColumnsOf = (table: PgTable): string[] =>
  Object.keys(getTableColumns(table)).filter((name) => /(division|township|village)Code$/i.test(name));

/** The columns that the rule of an entity needs; throws where there is none of them, or a place without a rule. */
export function checkPlace(name: string, table: PgTable, rule: PlaceRule | undefined): void {
  const columns = placeColumnsOf(table);
  if (!rule) {
    if (columns.length === 0) return;
    throw new Error(`${name} does not say what its ${columns.join(' and ')} hangs on`);
  }
  const hangsOn = rule.is === 'IN_DIVISION' || rule.is === 'NOT_MOVED' ? columns : ['villageCode'];
  const needed = rule.is === 'PART' ? ['householdId', ...hangsOn] : hangsOn;
  const missing = needed.find((column) => !(column in getTableColumns(table)));
  if (missing || columns.length === 0) throw new Error(`${name} has no ${missing ?? 'place'}`);
  if (rule.is !== 'NOT_MOVED' && columns.length > 1) throw new Error(`${name} has several places`);
}
