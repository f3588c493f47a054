import type { Fault } from '#modules/imports/cells/fault.ts';

/** What a row says of itself in columns that mean nothing else to the import. */
export interface SaidOfStates {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export const saidNothing: SaidOfStates = { faults: [], warnings: [] };
