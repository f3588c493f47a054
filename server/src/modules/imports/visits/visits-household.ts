import type { KnownHousehold, PersonRecord } from '#modules/household/household.bulk.service.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { isSameName } from '#modules/imports/cells/names.rules.ts';
import { isHeadOf, latestRecordOf } from '#modules/imports/cells/person-records.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { columnOfTie, isFormerId, ofOnePerson } from '#modules/imports/staging/ties.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { VisitedEntry, VisitIndex } from './visit-index.ts';
import type { VisitOfRow } from './visits.rules.ts';
import { villagesOn } from './visits-place.rules.ts';

/** The household in which the person of a row lived, or which they headed, on the day of the visit. */
export function findVisited(
  index: VisitIndex,
  key: string,
  row: VisitOfRow,
  bounds: Bounds,
): VisitedEntry | Fault {
  const fault = (code: ErrorCode, column: string = columnOfTie(row)): Fault => ({ column, code });
  const { visitedOn } = row;
  const isNear = (household: KnownHousehold) => livedIn(index, household, row, bounds);
  const records = ofOnePerson(index.persons.get(key) ?? [], row, isNear);
  if (records === 'AMBIGUOUS') return fault('HOUSEHOLD_AMBIGUOUS');
  if (records.length === 0 && isFormerId(index, key, row.headName)) return fault('RESIDENT_ID_CORRECTED');
  const record = ofDay(records, visitedOn) ?? latestRecordOf(records);
  if (!record) return fault('HOUSEHOLD_UNKNOWN');
  const { member } = record;
  const formers = index.merged.get(record.household.id) ?? [];
  // Before two households were merged, a visit was to the one that this person headed.
  const former = formers.find((one) => isHeadOf(one, member) && visitedOn <= (one.closedOn ?? ''));
  const household = former ?? record.household;
  const entry = index.entries.get(household.id);
  if (!entry || !bounds.covers(household.villageCode)) return fault('HOUSEHOLD_UNKNOWN');
  if (row.headName !== null && !isSameName(row.headName, member.name))
    return fault('NAME_MISMATCH', 'headName');
  const { headId, householdNumber } = row;
  if (
    headId !== null &&
    householdNumber !== null &&
    (household.number ?? householdNumber) !== householdNumber
  )
    return fault('HOUSEHOLD_NUMBER_DIFFERS', 'householdNumber');
  if (row.villageCode !== null && !isNear(household)) return fault('VILLAGE_MISMATCH', 'village');
  if (household.closedOn && household.closedOn < visitedOn) return fault('HOUSEHOLD_CLOSED');
  if (member.leftOn !== null && member.leftOn < visitedOn)
    return fault(member.leftReason === 'DEATH' ? 'PERSON_DIED' : 'MEMBER_LEFT');
  return entry;
}

/** Whether a household lived in the row's village on the day of the visit, whatever its present name. */
function livedIn(
  index: VisitIndex,
  { id, villageCode }: KnownHousehold,
  row: Pick<VisitOfRow, 'villageCode' | 'visitedOn'>,
  { presentOf }: Bounds,
): boolean {
  const named = row.villageCode;
  if (named === null) return false;
  const villages = [...villagesOn(villageCode, index.histories.get(id), row.visitedOn)];
  return villages.some((village) => village === named || presentOf(village).includes(named));
}

/** Of the records that had not ended by a day, the one that ended first. */
function ofDay(records: readonly PersonRecord[], day: string): PersonRecord | null {
  const open = records.filter(({ member }) => member.leftOn === null || member.leftOn >= day);
  return open.reduce<PersonRecord | null>(
    (first, one) =>
      first === null || (one.member.leftOn ?? '9999') < (first.member.leftOn ?? '9999') ? one : first,
    null,
  );
}
