import type { PgTable } from 'drizzle-orm/pg-core';
import type { Followed } from '#platform/feed/followed.ts';
import type { ConstraintMeaning } from '#platform/write/refusals.ts';
import type { ExtensionPoint } from './extension-point.ts';

/** What all modules declare, composed once; every context carries it. */
export interface Catalog {
  /** How the records of each table are followed in the change feed. */
  readonly followed: ReadonlyMap<PgTable, Followed>;
  /** What a breach of a database constraint means to people, by name of the constraint. */
  readonly constraints: ReadonlyMap<string, ConstraintMeaning>;
  /** What the modules provide at an extension point, in the order of the modules. */
  provided<T>(point: ExtensionPoint<T>): readonly T[];
}
