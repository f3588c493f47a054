import type { Fault } from '#modules/imports/cells/fault.ts';

/** The state of a row in columns other than those of the import. */
export interface SaidOfStates {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export const saidNothing: SaidOfStates = { faults: [], warnings: [] };
