import type { FormerHead } from '#modules/imports/staging/since.rules.ts';
import type { member as memberTable } from '#schema/household/member.table.ts';
import { isSameName } from './names.rules.ts';

type Member = Readonly<typeof memberTable.$inferSelect>;

/** A person's record that ended last; death is final. */
export function latestRecordOf<Held extends { readonly member: Member }>(
  records: readonly Held[],
): Held | null {
  const died = records.find(({ member }) => member.leftReason === 'DEATH');
  if (died) return died;
  return records.reduce<Held | null>(
    (last, one) => ((one.member.leftOn ?? '') >= (last?.member.leftOn ?? '') ? one : last),
    null,
  );
}

/** Whether a household carries, or carried, the name and number of this person. */
export const isHeadOf = (household: FormerHead, person: Member): boolean =>
  isSameName(household.headName, person.name) &&
  household.headIdMasked?.slice(-4) === person.residentIdMasked?.slice(-4);
