import type { Fault } from '#modules/imports/cells/fault.ts';

/** The state of a row by its columns outside those of the import. */
export interface SaidOfStates {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export const saidNothing: SaidOfStates = { faults: [], warnings: [] };
