/**
 * What an operation costs, in points, before it runs:
 *
 * - a field costs 1, for every row it may be read for;
 * - a page multiplies what is asked of its rows by its size, `first`, or 25 where none is given;
 * - a short list without pages counts as 5 rows, `nodes` as many as there are ids;
 * - `totalCount` costs 50, wherever it stands; a board and a cadre's card cost what their fields declare;
 * - `where` costs 50, as much as a count: all rows may have to be looked at;
 * - a mutation costs 500, and what is read of its answer;
 * - an operation that is refused before it runs, for whatever is wrong with it, costs 100;
 * - an operation that takes longer than its price allows for is charged the rest afterwards, see rate-limit.rules.ts;
 * - what `@skip` or `@include` leaves out costs nothing.
 *
 * All of it is the same whether a value is written in the document, comes as a variable or is a default.
 */
export const points = {
  field: 1,
  count: 50,
  where: 50,
  mutation: 500,
  fault: 100,
  shortList: 5,
  /** Lists of the schema's own types; the usual introspection query costs about 5,500. */
  schemaList: 4,
  usualPage: 25,
} as const;

/** Prices beyond any limit are all the same; capped, so that no product ever leaves the whole numbers. */
const ceiling = 1_000_000_000;

/** Known beforehand, or as soon as the variables are. */
export type Points<V> = number | ((variables: V) => number);

const capped = (sum: number): number => Math.min(sum, ceiling);

export function plus<V>(one: Points<V>, other: Points<V>): Points<V> {
  if (typeof one === 'number' && typeof other === 'number') return capped(one + other);
  if (one === 0) return other;
  if (other === 0) return one;
  return (variables) => capped(pointsOf(one, variables) + pointsOf(other, variables));
}

export function times<V>(factor: Points<V>, price: Points<V>): Points<V> {
  if (typeof factor === 'number' && typeof price === 'number') return capped(factor * price);
  if (factor === 1) return price;
  // The factor is looked at even where nothing stands below it: it may be out of range.
  return (variables) => capped(pointsOf(factor, variables) * pointsOf(price, variables));
}

export const pointsOf = <V>(price: Points<V>, variables: V): number =>
  typeof price === 'number' ? price : price(variables);

/** The price of an operation, rounded up to whole points, since parts of a board cost tenths. */
export const wholePoints = <V>(price: Points<V>, variables: V): number =>
  Math.ceil(pointsOf(price, variables));
