import { getTableColumns } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { ChangeType } from '#schema/codes/change.codes.ts';

/**
 * Another followed table, and the column that names the row there: where such a row belongs, it does not say itself.
 */
interface HangsOn {
  readonly on: PgTable;
  readonly by: PgColumn;
}

/** How the records of an entity appear in the change feed. */
export interface FeedRule {
  /** The household itself, what belongs to one, or what hangs on something that does; else it belongs to none. */
  readonly household?: 'ITSELF' | 'PART' | HangsOn;
  /** Stays visible to its cadre, whatever happens to the household. */
  readonly staysWithCadre?: boolean;
  /** It gives its cadre reach over its household as long as this column is empty. */
  readonly givesReachUntil?: string;
}

export interface Followed extends FeedRule {
  readonly type: ChangeType;
  readonly table: PgTable;
}

/** `DUTY_RULE` is the type `DutyRule` of the API. */
export const typeNameOf = (type: ChangeType): string =>
  type
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');

export function followedBy(entityName: string, table: PgTable, rule: FeedRule): Followed {
  const type = ChangeType.keys.find((key) => typeNameOf(key) === entityName);
  if (!type) throw new Error(`the change feed has no type for ${entityName}`);
  if (rule.household === 'PART' && !('householdId' in getTableColumns(table)))
    throw new Error(`${entityName} does not say its household`);
  return { type, table, ...rule };
}
