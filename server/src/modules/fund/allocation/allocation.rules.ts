import type { FieldErrors } from '#schema/codes/errors/error-codes.ts';
import type { AllocationTarget } from '#schema/codes/money/fund.codes.ts';

export interface GivenTarget {
  readonly target: AllocationTarget;
  readonly projectId?: string | null;
  readonly organizationId?: string | null;
  readonly divisionCode?: string | null;
}

/** Which field names the target of each kind. */
const fieldOf = {
  PROJECT: 'projectId',
  UNIT: 'organizationId',
  TOWNSHIP: 'divisionCode',
  PROGRAMME: null,
} as const satisfies Record<AllocationTarget, keyof GivenTarget | null>;

/** An allocation names the record that its kind of target asks for, and no other. */
export function targetFaults(given: GivenTarget, countyCode: string): FieldErrors {
  const wanted = fieldOf[given.target];
  const faults: Record<string, 'REQUIRED_MISSING' | 'TARGET_OF_OTHER_KIND' | 'DIVISION_UNKNOWN'> = {};
  for (const field of ['projectId', 'organizationId', 'divisionCode'] as const) {
    if (field === wanted && !given[field]) faults[`input.${field}`] = 'REQUIRED_MISSING';
    if (field !== wanted && given[field]) faults[`input.${field}`] = 'TARGET_OF_OTHER_KIND';
  }
  const { divisionCode } = given;
  const isTownship = !divisionCode || (/^\d{9}$/.test(divisionCode) && divisionCode.startsWith(countyCode));
  return isTownship ? faults : { ...faults, 'input.divisionCode': 'DIVISION_UNKNOWN' };
}
