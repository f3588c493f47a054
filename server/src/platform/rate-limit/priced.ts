import { Extensions } from 'type-graphql';

/** The price of a field that is computed from many rows; see api/price/points.ts. */
export interface DeclaredPrice {
  /** Its own points, instead of 1. */
  readonly sum?: number;
  /** For a list that is computed as a whole: the price of a row, and the most rows. */
  readonly row?: number;
  readonly mostRows?: number;
}

export const Priced = (price: DeclaredPrice) => Extensions({ price });
