import type { PersonRecord } from '#modules/household/household.bulk.service.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { isSameName } from '#modules/imports/cells/names.rules.ts';
import { isHeadOf, latestRecordOf } from '#modules/imports/cells/person-records.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { columnOfTie, isFormerId, livesIn, ofOnePerson } from '#modules/imports/staging/ties.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { RosterRow } from './roster.rules.ts';
import type { HouseholdEntry, RosterIndex } from './roster-index.ts';

/** The household of a row: on record, or none yet; or the fault that refuses the row. */
export type FoundEntry = { readonly entry: HouseholdEntry | null } | Fault;

const fault = (code: ErrorCode, column = 'headId'): Fault => ({ column, code });

/** By what the row has of its head: present or former member, head today or in the past. */
export function findEntry(index: RosterIndex, key: string, row: RosterRow, bounds: Bounds): FoundEntry {
  const records = ofOnePerson(index.persons.get(key) ?? [], row, livesIn(row.villageCode));
  const column = columnOfTie(row);
  if (records === 'AMBIGUOUS') return fault('HOUSEHOLD_AMBIGUOUS', column);
  if (records.length === 0 && isFormerId(index, key, row.headName)) return fault('RESIDENT_ID_CORRECTED');
  const found = ofRecords(index, records, row, bounds);
  if ('code' in found) return found.column === 'headId' ? { ...found, column } : found;
  // The register accepts no household without the number of its head.
  if (!found.entry && row.headId === null) return fault('NEW_HOUSEHOLD_NEEDS_ID', column);
  return isOfNumber(index, found.entry, row) ? found : fault('HOUSEHOLD_NUMBER_DIFFERS', 'householdNumber');
}

/** Whether the household number in a row identifies the same household as its head, or none. */
function isOfNumber(
  index: RosterIndex,
  entry: HouseholdEntry | null,
  { householdNumber }: RosterRow,
): boolean {
  if (householdNumber === null) return true;
  const numbered = index.numbered.get(householdNumber) ?? null;
  if (numbered !== null) return numbered === entry?.household.id;
  return entry === null || entry.household.number === null;
}

function ofRecords(
  index: RosterIndex,
  records: readonly PersonRecord[],
  row: RosterRow,
  bounds: Bounds,
): FoundEntry {
  const present = records.find(({ member }) => member.leftOn === null);
  if (present) return ofPresent(index, present, row, bounds);
  const left = latestRecordOf(records);
  return left ? ofLeft(index, left, row, bounds) : { entry: null };
}

function ofPresent(
  index: RosterIndex,
  { member, household }: PersonRecord,
  row: RosterRow,
  bounds: Bounds,
): FoundEntry {
  // Someone out of reach is reported like a member of another household.
  if (!bounds.covers(household.villageCode)) return fault('DUPLICATE_PERSON');
  if (household.status !== 'ACTIVE') return fault('HOUSEHOLD_CLOSED');
  const entry = index.entries.get(household.id);
  if (!entry) return fault('DUPLICATE_PERSON');
  if (member.relation !== 'HEAD') {
    if (index.merged.get(household.id)?.some((former) => isHeadOf(former, member)))
      return fault('HOUSEHOLD_MERGED');
    if (!wasHeadOf(index, household.id, member)) return fault('DUPLICATE_PERSON');
  }
  return isSameName(row.headName, member.name) ? { entry } : fault('NAME_MISMATCH', 'headName');
}

function ofLeft(
  index: RosterIndex,
  { member, household }: PersonRecord,
  row: RosterRow,
  bounds: Bounds,
): FoundEntry {
  const isDead = member.leftReason === 'DEATH';
  const wasHead = member.relation === 'HEAD' || wasHeadOf(index, household.id, member);
  const isOver = wasHead && household.status !== 'ACTIVE';
  if (!bounds.covers(household.villageCode))
    return isDead || isOver ? fault('DUPLICATE_PERSON') : { entry: null };
  if (!isSameName(row.headName, member.name)) return fault('NAME_MISMATCH', 'headName');
  if (isDead) return fault('PERSON_DIED');
  if (isOver) return fault(household.status === 'MERGED' ? 'HOUSEHOLD_MERGED' : 'HOUSEHOLD_CLOSED');
  // A former head who left may have a household of their own, if the help began after the departure.
  return wasHead && (row.startedOn ?? '') <= (member.leftOn ?? '') ? fault('MEMBER_LEFT') : { entry: null };
}

const wasHeadOf = (index: RosterIndex, householdId: string, member: PersonRecord['member']): boolean =>
  index.formerHeads.get(householdId)?.some((former) => isHeadOf(former, member)) ?? false;
