import type { PgTable } from 'drizzle-orm/pg-core';
import type { Followed } from '#platform/feed/followed.ts';
import type { Schedules } from '#platform/jobs/job-set.ts';
import type { ConstraintMeaning } from '#platform/write/refusals.ts';
import type { ExtensionPoint } from './extension-point.ts';

/** The declarations of all modules, composed once and part of every context. */
export interface Catalog {
  /** How the records of each table are followed in the change feed. */
  readonly followed: ReadonlyMap<PgTable, Followed>;
  /** The error for a violated database constraint, by name of the constraint. */
  readonly constraints: ReadonlyMap<string, ConstraintMeaning>;
  /** Tables whose rows are never changed nor removed: the role that serves holds no right to do so. */
  readonly insertOnly: readonly PgTable[];
  /** When queues are handed a job by the clock, by name of the queue. */
  readonly schedules: Schedules;
  /** Provisions of the modules at an extension point, in the order of the modules. */
  provided<T>(point: ExtensionPoint<T>): readonly T[];
}
