/** A change of the API that breaks callers, and why it is made all the same. */
export interface DeclaredChange {
  /** As `npx --yes pnpm@10 schema-diff` prints it: `FIELD_REMOVED: Household.memberCount was removed.` */
  readonly change: string;
  readonly declaredOn: string;
  readonly reason: string;
}
