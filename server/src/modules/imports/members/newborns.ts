import type { KnownMember } from '#modules/household/household.bulk.service.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { isSameName } from '#modules/imports/cells/names.rules.ts';
import { isNewbornName } from '#schema/person/newborn-names.ts';
import type { KnownFamily, MemberIndex } from './member-index.ts';
import type { MemberOfRow } from './members.rules.ts';

/** The child that a row is about, where neither number nor name identified anybody. */
export interface FoundChild {
  readonly known: KnownMember | null;
  /** Whether it may be somebody on record and cannot be decided. */
  readonly isInDoubt: boolean;
}

const nobody: FoundChild = { known: null, isInDoubt: false };

/**
 * A newborn may be recorded without name and number; later lists name the child, older lists still do not. The child is
 * identified by household, birth date and relation where exactly one child fits that no other row is about. Twins share
 * all of these, so a named child is never taken for another one; a fault is reported instead.
 */
export function findNewborn(index: MemberIndex, family: KnownFamily, row: MemberOfRow): FoundChild | Fault {
  if (row.birthOn === null || row.relation === 'HEAD') return nobody;
  const born = family.members.filter(
    (member) =>
      member.birthOn === row.birthOn && member.relation !== 'HEAD' && !isNamedElsewhere(index, member, row),
  );
  if (born.length === 0) return nobody;
  const alike = born.filter((member) => isAlike(member, row));
  if (row.residentId === null && isNewbornName(row.name)) return ofNameless(alike, born);
  const unnumbered = born.filter(({ residentIdHash }) => residentIdHash === null);
  const [one, ...others] = alike.filter(
    ({ name, leftOn, residentIdHash }) => residentIdHash === null && leftOn === null && isNewbornName(name),
  );
  if (one && others.length === 0 && !hasRival(index, family, row)) return { known: one, isInDoubt: false };
  return { known: null, isInDoubt: unnumbered.length > 0 };
}

/** An older list, written before the child had a name. */
function ofNameless(alike: readonly KnownMember[], born: readonly KnownMember[]): FoundChild | Fault {
  const [one, ...others] = alike;
  if (!one) return { known: null, isInDoubt: born.length > 0 };
  if (others.length > 0) return { column: 'name', code: 'POSSIBLE_DUPLICATE' };
  if (one.leftOn === null) return { known: one, isInDoubt: false };
  return { column: 'name', code: one.leftReason === 'DEATH' ? 'PERSON_DIED' : 'MEMBER_LEFT' };
}

const isAlike = ({ relation, sex }: KnownMember, row: MemberOfRow): boolean =>
  relation === row.relation && (sex === 'UNKNOWN' || row.sex === null || sex === row.sex);

const isNamed = ({ name, birthOn }: MemberOfRow, member: KnownMember): boolean =>
  birthOn === member.birthOn && isSameName(name, member.name);

/** Whether another row names a child who was born on the day that this row has. */
const isNamedElsewhere = ({ rows }: MemberIndex, member: KnownMember, row: MemberOfRow): boolean =>
  row.childrenAbove.some((name) => isSameName(name, member.name)) ||
  rows.some((other) => other !== row && isNamed(other, member));

/** Whether another row of the household could be about the same child. */
const hasRival = ({ rows }: MemberIndex, { members }: KnownFamily, row: MemberOfRow): boolean =>
  rows.some(
    (other) =>
      other !== row &&
      other.birthOn === row.birthOn &&
      other.relation === row.relation &&
      other.headId === row.headId &&
      other.householdNumber === row.householdNumber &&
      other.headName === row.headName &&
      !members.some((member) => isNamed(other, member)),
  );
