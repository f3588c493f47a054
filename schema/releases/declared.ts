import { nullableFields } from './nullable-fields.ts';

/** A change of the API that breaks callers, and why it is made all the same. */
export interface DeclaredChange {
  /** As `npx --yes pnpm@10 schema-diff` prints it: `FIELD_REMOVED: Household.memberCount was removed.` */
  readonly change: string;
  readonly declaredOn: string;
  readonly reason: string;
}

/** Since the last release; emptied when the next one is cut. Callers read these in the release notes. */
export const declaredChanges: readonly DeclaredChange[] = [...nullableFields];
