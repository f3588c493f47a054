import type { SQL } from 'drizzle-orm';
import type { GraphQLLeafType } from 'graphql';
import type { Right } from '#schema/codes/rights.ts';

/** A field of a type that rows may be narrowed, grouped or summed by. */
export interface ComparableField {
  readonly name: string;
  readonly description: string;
  /** Type of a single value; for a list, of its items. */
  readonly type: GraphQLLeafType;
  readonly isList: boolean;
  readonly sqlType: string;
  /** What must be held over all rows of the list. */
  readonly rights: readonly Right[];
  readonly sql: () => SQL;
}
