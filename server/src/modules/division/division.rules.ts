import type { ErrorCode, FieldErrors } from '#schema/codes/errors/error-codes.ts';

export interface CodeChange {
  readonly oldCode: string;
  readonly newCode: string;
  readonly effectiveOn: string;
}

interface Known {
  readonly level: string;
  readonly abolishedOn: string | null;
}

/** Faults in a map of old to new codes, by place; the changes apply in their order. */
export function checkChanges(
  changes: readonly CodeChange[],
  known: ReadonlyMap<string, Known>,
  today: string,
): FieldErrors {
  const faults: Record<string, ErrorCode> = {};
  const gone = new Set<string>();
  for (const [at, change] of changes.entries()) {
    const fault = faultOf(change, known, gone, today);
    if (fault) faults[`input.changes.${at}.${fault[0]}`] = fault[1];
    gone.add(change.oldCode);
  }
  return faults;
}

function faultOf(
  { oldCode, newCode, effectiveOn }: CodeChange,
  known: ReadonlyMap<string, Known>,
  gone: ReadonlySet<string>,
  today: string,
): [keyof CodeChange, ErrorCode] | null {
  const before = known.get(oldCode);
  const after = known.get(newCode);
  if (!before) return ['oldCode', 'DIVISION_UNKNOWN'];
  if (!after) return ['newCode', 'DIVISION_UNKNOWN'];
  if (!['TOWNSHIP', 'VILLAGE'].includes(before.level)) return ['oldCode', 'DIVISION_LEVEL_WRONG'];
  if (after.level !== before.level) return ['newCode', 'DIVISION_LEVEL_WRONG'];
  // The county code is part of every key, so records cannot move to another county.
  if (oldCode.slice(0, 6) !== newCode.slice(0, 6)) return ['newCode', 'OTHER_COUNTY'];
  // The codes alone cannot tell which households go to which successor.
  if (gone.has(oldCode)) return ['oldCode', 'DUPLICATE_VALUE'];
  if (oldCode === newCode) return ['newCode', 'DUPLICATE_VALUE'];
  if (gone.has(newCode) || after.abolishedOn !== null) return ['newCode', 'DIVISION_ABOLISHED'];
  if (effectiveOn > today) return ['effectiveOn', 'DATE_IN_FUTURE'];
  return null;
}
