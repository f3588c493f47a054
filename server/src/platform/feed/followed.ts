import { getTableColumns } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Context } from '#platform/core/context.ts';
import { ChangeType } from '#schema/codes/change.codes.ts';

/** Another followed table, and the column that names the row there: where such a row belongs, it does not say itself. */
interface HangsOn {
  readonly on: PgTable;
  readonly by: PgColumn;
}

/** How the records of a type are followed. */
export interface Followed {
  readonly type: ChangeType;
  readonly table: PgTable;
  /** The household itself, what belongs to one, or what hangs on something that does; else it belongs to none. */
  readonly household?: 'ITSELF' | 'PART' | HangsOn;
  /** Its cadre goes on seeing it, whatever becomes of the household. */
  readonly staysWithCadre?: boolean;
  /** It gives its cadre reach over its household as long as this column is empty. */
  readonly givesReachUntil?: string;
}

/** Finds those of some cadres who have an account; the others follow nothing. */
type WithAccount = (
  ctx: Context,
  countyCodes: readonly string[],
  cadreIds: readonly string[],
) => Promise<readonly string[]>;

const byTable = new Map<PgTable, Followed>();
let withAccount: WithAccount | undefined;

/** Declares, beside the entity, that the changes of its records can be followed. */
export function follow(type: ChangeType, table: PgTable, more: Omit<Followed, 'type' | 'table'> = {}): void {
  const { household } = more;
  if (household === 'PART' && !('householdId' in getTableColumns(table))) {
    throw new Error(`${type} does not say its household`);
  }
  byTable.set(table, { type, table, ...more });
}

/** Declares how to find out which helpers follow at all. */
export function followAs(select: WithAccount): void {
  withAccount = select;
}

/** Nothing is written before all types are declared, or it would be missed in silence. */
function declared(): ReadonlyMap<PgTable, Followed> {
  if (byTable.size !== ChangeType.keys.length) throw new Error('not all types to follow are declared');
  return byTable;
}

export const followedOf = (table: PgTable): Followed | undefined => declared().get(table);
export const allFollowed = (): Followed[] => [...declared().values()];

export async function selectFollowers(...args: Parameters<WithAccount>): Promise<readonly string[]> {
  if (!withAccount) throw new Error('nobody said who follows');
  return withAccount(...args);
}
