import type { KnownMember, PersonRecord } from '#modules/household/household.bulk.service.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { isSameName } from '#modules/imports/cells/names.rules.ts';
import { latestRecordOf } from '#modules/imports/cells/person-records.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import {
  columnOfTie,
  isFormerId,
  livesIn,
  ofOnePerson,
  personKey,
  tieKey,
} from '#modules/imports/staging/ties.ts';
import type { Context } from '#platform/core/context.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { KnownFamily, MemberIndex } from './member-index.ts';
import type { MemberOfRow } from './members.rules.ts';
import { type FoundChild, findNewborn } from './newborns.ts';

export interface FoundFamily {
  readonly family: KnownFamily;
  /** The head according to the row: relations are relative to this member. */
  readonly listedHead: KnownMember;
}

/**
 * Finds the household by any present member, since a list may still name the former head; by its number where the list
 * has only that, or by the person listed as its head.
 */
export function findFamily(
  ctx: Context,
  index: MemberIndex,
  row: MemberOfRow,
  bounds: Bounds,
): FoundFamily | Fault {
  const found = familyOf(ctx, index, row, bounds);
  if ('code' in found) return found;
  const { id, number, villageCode } = found.family.household;
  const { householdNumber } = row;
  if (householdNumber !== null && number !== householdNumber) {
    const isFree = number === null && (index.numbered.get(householdNumber) ?? id) === id;
    if (!isFree) return { column: 'householdNumber', code: 'HOUSEHOLD_NUMBER_DIFFERS' };
  }
  if (row.villageCode !== null && row.villageCode !== villageCode)
    return { column: 'village', code: 'VILLAGE_MISMATCH' };
  return found;
}

function familyOf(ctx: Context, index: MemberIndex, row: MemberOfRow, bounds: Bounds): FoundFamily | Fault {
  const fault = (code: ErrorCode, column: string = columnOfTie(row)): Fault => ({ column, code });
  const key = tieKey(ctx, row);
  const tied = ofOnePerson(index.persons.get(key) ?? [], row, livesIn(row.villageCode));
  if (tied === 'AMBIGUOUS') return fault('HOUSEHOLD_AMBIGUOUS');
  if (tied.length === 0 && isFormerId(index, key, row.headName)) return fault('RESIDENT_ID_CORRECTED');
  const listed = row.listedHeadId === null ? [] : (index.persons.get(personKey(ctx, row.listedHeadId)) ?? []);
  const records = tied.length > 0 || row.headId !== null ? tied : listed;
  const record = records.find(({ member }) => member.leftOn === null) ?? latestRecordOf(records);
  if (!record || !bounds.covers(record.household.villageCode)) return fault('HOUSEHOLD_UNKNOWN');
  const { member, household } = record;
  if (row.headName !== null && !isSameName(row.headName, member.name))
    return fault('NAME_MISMATCH', 'headName');
  if (member.leftReason === 'DEATH') return fault('PERSON_DIED');
  if (household.status === 'MERGED') return fault('HOUSEHOLD_MERGED');
  if (household.status !== 'ACTIVE') return fault('HOUSEHOLD_CLOSED');
  if (member.leftOn !== null) return fault('MEMBER_LEFT');
  const family = index.families.get(household.id);
  return family ? { family, listedHead: member } : fault('HOUSEHOLD_UNKNOWN');
}

/**
 * The member that a row is about, or null for a new one: by number, otherwise by name and birth date, present or not,
 * otherwise as a newborn named since. Former or dead members stay so; a return is entered by hand.
 */
export function findMember(
  index: MemberIndex,
  family: KnownFamily,
  key: string | null,
  row: MemberOfRow,
): FoundChild | Fault {
  const fault = (code: ErrorCode, column = 'residentId'): Fault => ({ column, code });
  const records = key ? (index.persons.get(key) ?? []) : [];
  if (key && records.length === 0 && isFormerId(index, key, row.name)) return fault('RESIDENT_ID_CORRECTED');
  const byId = records.length > 0 ? ofRecords(family, records, row) : null;
  if (byId) return 'code' in byId ? byId : { ...byId, isInDoubt: false };
  const alike = family.members.filter(
    (member) => row.birthOn !== null && member.birthOn === row.birthOn && isSameName(member.name, row.name),
  );
  // With a different number it is another person of the same name and birth date, or one of the numbers is wrong.
  const same = alike.filter((member) => key === null || member.residentIdHash === null);
  const known = same.find(({ leftOn }) => leftOn === null);
  if (known) return { known, isInDoubt: false };
  const [gone] = same;
  if (gone) return fault(gone.leftReason === 'DEATH' ? 'PERSON_DIED' : 'MEMBER_LEFT', 'name');
  return alike.length > 0 ? fault('POSSIBLE_DUPLICATE') : namedSince(index, family, row);
}

/**
 * The state before the first of these rows was processed: otherwise the first of two twins would take the place of the
 * second.
 */
function namedSince(index: MemberIndex, family: KnownFamily, row: MemberOfRow): FoundChild | Fault {
  const before = index.children.get(row.number);
  if (before) {
    const known = family.members.find(({ id }) => id === before.id) ?? null;
    return { known, isInDoubt: before.isInDoubt };
  }
  const found = findNewborn(index, family, row);
  if ('code' in found) return found;
  index.children.set(row.number, { id: found.known?.id ?? null, isInDoubt: found.isInDoubt });
  return found;
}

function ofRecords(
  family: KnownFamily,
  records: readonly PersonRecord[],
  row: MemberOfRow,
): { readonly known: KnownMember } | Fault | null {
  const fault = (code: ErrorCode, column = 'residentId'): Fault => ({ column, code });
  const isHome = ({ member }: PersonRecord) => member.householdId === family.household.id;
  const present = records.find(({ member }) => member.leftOn === null);
  if (present && !isHome(present)) return fault('DUPLICATE_PERSON');
  const record = present ?? latestRecordOf(records);
  if (record && !isSameName(record.member.name, row.name)) return fault('NAME_MISMATCH', 'name');
  if (present) {
    const { id } = present.member;
    // The state after earlier rows.
    return { known: family.members.find((member) => member.id === id) ?? present.member };
  }
  if (record?.member.leftReason === 'DEATH') return fault('PERSON_DIED');
  return records.some(isHome) ? fault('MEMBER_LEFT') : null;
}
