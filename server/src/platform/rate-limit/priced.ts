import { Extensions } from 'type-graphql';

/** What a field costs that is worked out from far more than one row; see api/price/points.ts. */
export interface DeclaredPrice {
  /** Its own points, instead of 1. */
  readonly sum?: number;
  /** For a list worked out in one go: what a row counts, and how many may be asked for. */
  readonly row?: number;
  readonly mostRows?: number;
}

export const Priced = (price: DeclaredPrice) => Extensions({ price });
