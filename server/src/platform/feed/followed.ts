import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { ChangeType } from '#schema/codes/change.codes.ts';
import type { PlaceRule } from './place.ts';

/**
 * Another followed table, and the column that names the row there: where such a row belongs, it does not say itself.
 */
interface HangsOn {
  readonly on: PgTable;
  readonly by: PgColumn;
}

/** How the records of an entity appear in the change feed. */
export interface FeedRule {
  /** It hangs on a part of a household, and does not say itself where it belongs. */
  readonly hangsOn?: HangsOn;
  /** Stays visible to its cadre, whatever happens to the household. */
  readonly staysWithCadre?: boolean;
  /** It gives its cadre reach over its household as long as this column is empty. */
  readonly givesReachUntil?: string;
}

export interface Followed extends Omit<FeedRule, 'hangsOn'> {
  readonly type: ChangeType;
  readonly table: PgTable;
  /** The household itself, a part of one, or what hangs on a part; else it belongs to none. */
  readonly household: 'ITSELF' | 'PART' | HangsOn | undefined;
}

/** `DUTY_RULE` is the type `DutyRule` of the API. */
export const typeNameOf = (type: ChangeType): string =>
  type
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');

export function followedBy(
  entityName: string,
  table: PgTable,
  { hangsOn, ...rule }: FeedRule,
  place: PlaceRule | undefined,
): Followed {
  const type = ChangeType.keys.find((key) => typeNameOf(key) === entityName);
  if (!type) throw new Error(`the change feed has no type for ${entityName}`);
  const own = place?.is === 'HOUSEHOLD' ? 'ITSELF' : place?.is === 'PART' ? 'PART' : undefined;
  return { type, table, ...rule, household: own ?? hangsOn };
}
