import type { PersonRecord } from '#modules/household/household.bulk.service.ts';
import { isSameName } from './names.rules.ts';
import type { FormerHead } from './since.rules.ts';

/** The record of a person that ended last; a death ends all. */
export function latestOf(records: readonly PersonRecord[]): PersonRecord | null {
  const died = records.find(({ member }) => member.leftReason === 'DEATH');
  if (died) return died;
  return records.reduce<PersonRecord | null>(
    (last, one) => ((one.member.leftOn ?? '') >= (last?.member.leftOn ?? '') ? one : last),
    null,
  );
}

/** Whether a household carries, or carried, the name and number of this person. */
export const isHeadOf = (household: FormerHead, person: PersonRecord['member']): boolean =>
  isSameName(household.headName, person.name) &&
  household.headIdMasked?.slice(-4) === person.residentIdMasked?.slice(-4);
