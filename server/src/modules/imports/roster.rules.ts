import { placeOf, type TableRow } from '#platform/sheet/read-table.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { OrganizationLevel } from '#schema/codes/organization.codes.ts';
import { PoliticalStatus, Sex } from '#schema/codes/person.codes.ts';
import { withoutBlanks } from '#schema/text.ts';
import { type CellReader, cellReader, type Fault } from './cells.rules.ts';
import type { PlaceFinder } from './places.rules.ts';
import type { RosterKey } from './roster.columns.ts';
import type { Setting } from './stage.ts';

export interface HelperFacts {
  readonly name: string;
  readonly phone: string | null;
  readonly sex: Sex | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly organization: { readonly name: string; readonly level: OrganizationLevel } | null;
  readonly jobTitle: string | null;
}

/** One sound row of a roster. Null: the sheet does not say. */
export interface RosterRow {
  readonly number: number;
  readonly villageCode: string;
  readonly headName: string;
  readonly headId: string;
  readonly headSex: Sex;
  readonly headBirthOn: string;
  readonly size: number | null;
  readonly category: HouseholdCategory | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly helper: HelperFacts;
  readonly startedOn: string;
  /** Last day of a pairing that is over. */
  readonly endedOn: string | null;
}

/** What one row must know of those above it; the same file read again fills it the same way. */
export interface RosterMemo {
  readonly cell: CellReader<RosterKey>;
  readonly heads: Set<string>;
  /** The first sound row about a helper counts for the whole file, so that its rows cannot take turns. */
  readonly helpers: Map<string, HelperFacts>;
  readonly levels: Map<string, OrganizationLevel>;
  readonly township: Above;
  readonly village: Above;
  /** The sheet that the row above stands in. */
  sheet: number;
}

/** A value of the row above, and whether the sheet repeats it in each row: then a blank cell is blank, not "as above". */
interface Above {
  value: string | null;
  repeats: boolean;
}

export const rosterMemo = (): RosterMemo => ({
  cell: cellReader(),
  heads: new Set(),
  helpers: new Map(),
  levels: new Map(),
  township: { value: null, repeats: false },
  village: { value: null, repeats: false },
  sheet: 0,
});

type Read<Row> =
  | { readonly row: Row; readonly faults: null }
  | { readonly row: null; readonly faults: readonly Fault[] };
export type ReadRoster = Read<RosterRow>;

export function readRosterRow(
  { number, values }: TableRow<RosterKey>,
  memo: RosterMemo,
  { today, findPlace }: Setting,
): ReadRoster {
  const { cell } = memo;
  cell.open(values, today);
  leaveSheet(memo, placeOf(number).part);
  const villageCode = readVillage(cell, values, memo, findPlace);
  const headName = cell.required('headName', cell.name('headName'));
  const head = cell.required('headId', cell.residentId('headId'));
  if (head) {
    if (memo.heads.has(head.id)) cell.fault('headId', 'DUPLICATE_IN_FILE');
    memo.heads.add(head.id);
  }
  const headSex = cell.code('headSex', Sex);
  if (head && headSex && headSex !== 'UNKNOWN' && headSex !== head.sex)
    cell.fault('headSex', 'ID_SEX_MISMATCH');
  const size = cell.count('size', 99, 'people');
  const category = cell.code('category', HouseholdCategory);
  const phone = cell.phone('householdPhone');
  const note = cell.prose('note', 500);
  const helper = readHelper(cell, memo);
  const startedOn = cell.required('startedOn', cell.day('startedOn'));
  const endedOn = cell.lastDay('endedOn');
  if (startedOn && endedOn && endedOn < startedOn) cell.fault('endedOn', 'END_BEFORE_START');

  const isWhole = villageCode && headName && head && helper && startedOn;
  if (!isWhole || cell.faults().length > 0) return { row: null, faults: cell.faults() };
  if (helper.phone) memo.helpers.set(helper.phone, helper);
  if (helper.organization) memo.levels.set(helper.organization.name, helper.organization.level);
  return {
    faults: null,
    row: {
      number,
      villageCode,
      headName,
      headId: head.id,
      headSex: head.sex,
      headBirthOn: head.birthDate,
      size,
      category,
      phone,
      note,
      helper,
      startedOn,
      // A day that is still to come is a plan; the pairing runs.
      endedOn: endedOn && endedOn <= today ? endedOn : null,
    },
  };
}

type Reader = CellReader<RosterKey>;
type Values = TableRow<RosterKey>['values'];

/** The first row of a sheet stands below nothing. */
function leaveSheet(memo: RosterMemo, sheet: number): void {
  if (sheet === memo.sheet) return;
  memo.sheet = sheet;
  for (const above of [memo.township, memo.village]) Object.assign(above, { value: null, repeats: false });
}

function readVillage(cell: Reader, values: Values, memo: RosterMemo, findPlace: PlaceFinder): string | null {
  const formerTownship = memo.township.value;
  const township = orAbove(memo.township, cell.text('township', 50), values.township?.merged);
  // Below another township the village above is another village.
  if (township !== formerTownship) memo.village.value = null;
  const village = orAbove(memo.village, cell.text('village', 50), values.village?.merged);
  if (village === null) return cell.fault('village', 'REQUIRED_MISSING');
  const place = findPlace(township === null ? null : withoutBlanks(township), withoutBlanks(village));
  return place.ok ? place.code : cell.fault(place.column, place.code);
}

/** Merged cells are filled in by the reader of the file, so a sheet that has them leaves no cell blank for "as above". */
function orAbove(above: Above, given: string | null, isMerged = false): string | null {
  if (isMerged || (given !== null && given === above.value)) above.repeats = true;
  if (given !== null) above.value = given;
  return given ?? (above.repeats ? null : above.value);
}

function readHelper(cell: Reader, memo: RosterMemo): HelperFacts | null {
  const name = cell.required('helperName', cell.name('helperName'));
  const phone = cell.phone('helperPhone');
  const organization = cell.name('helperOrganization', 100);
  const jobTitle = cell.text('helperTitle', 50);
  if (name === null) return null;
  const sex = cell.code('helperSex', Sex);
  const politicalStatus = cell.code('helperPolitics', PoliticalStatus);
  const level = cell.code('organizationLevel', OrganizationLevel);
  const first = phone === null ? undefined : memo.helpers.get(phone);
  if (first) return first.name === name ? first : cell.fault('helperPhone', 'CONFLICT_IN_FILE');
  return {
    name,
    phone,
    sex,
    politicalStatus,
    organization: organization
      ? {
          name: organization,
          // OTHER is a level of its own, and what an organization is of which no row says more.
          level: memo.levels.get(organization) ?? level ?? 'OTHER',
        }
      : null,
    jobTitle,
  };
}
