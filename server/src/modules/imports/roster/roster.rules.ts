import { birthIn, type CellReader, cellReader } from '#modules/imports/cells/cells.rules.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { type PlaceMemo, placeMemo, readPlace } from '#modules/imports/staging/places-of-rows.rules.ts';
import type { Setting } from '#modules/imports/staging/stage.ts';
import { faultOfNoTie } from '#modules/imports/staging/ties.rules.ts';
import type { RowValues } from '#platform/sheet/table/read-table.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import type { Sex } from '#schema/codes/people/person.codes.ts';
import {
  type HelperMemo,
  type HelperOfRow,
  hasNoHelper,
  readHelpers,
  rememberHelpers,
} from './helpers.rules.ts';
import type { RosterKey } from './roster.columns.ts';
import { type HouseholdFacts, readFacts } from './roster-facts.rules.ts';

/** One valid row of a roster. Null: the sheet does not say. */
export interface RosterRow {
  readonly number: number;
  readonly villageCode: string;
  readonly headName: string;
  /** Null where the list identifies households by number, or by the head's birth date. */
  readonly headId: string | null;
  readonly headSex: Sex | null;
  readonly headBirthOn: string | null;
  readonly householdNumber: string | null;
  readonly facts: HouseholdFacts;
  readonly category: HouseholdCategory | null;
  readonly phone: string | null;
  /** The main helper and an assistant, or one of them; none where the row is about the household alone. */
  readonly helpers: readonly HelperOfRow[];
  /** Null only where there is no helper. */
  readonly startedOn: string | null;
  /** Last day of an ended pairing. */
  readonly endedOn: string | null;
}

/** What a row needs to know of those above; the same file read again yields the same. */
export interface RosterMemo extends HelperMemo {
  readonly cell: CellReader<RosterKey>;
  /** Households of the rows above with the roles in those rows. */
  readonly households: Set<string>;
  readonly place: PlaceMemo;
}

export const rosterMemo = (): RosterMemo => ({
  cell: cellReader(),
  households: new Set(),
  helpers: new Map(),
  levels: new Map(),
  place: placeMemo(),
});

type Read<Row> =
  | { readonly row: Row; readonly faults: null }
  | { readonly row: null; readonly faults: readonly Fault[] };
export type ReadRoster = Read<RosterRow>;

export function readRosterRow(
  { number, values }: RowValues<RosterKey>,
  memo: RosterMemo,
  setting: Setting,
): ReadRoster {
  const { today, has, findPlace } = setting;
  const { cell } = memo;
  cell.open(values, setting);
  const villageCode = readPlace(cell, { number, values }, memo.place, findPlace);
  const headName = cell.required('headName', cell.person('headName', 'HEAD'));
  const head = readHead(cell, values, { today, has });
  const facts = readFacts(cell);
  const category = cell.code('category', HouseholdCategory);
  const phone = cell.phone('householdPhone');
  const isAlone = hasNoHelper(cell);
  const helpers = isAlone ? [] : readHelpers(cell, memo);
  const startedOn = isAlone ? null : cell.required('startedOn', cell.firstDay('startedOn'));
  const endedOn = isAlone ? null : cell.lastDay('endedOn');
  if (startedOn && endedOn && endedOn < startedOn) cell.fault('endedOn', 'END_BEFORE_START');
  if (endedOn && endedOn > today) cell.warn('endedOn', 'END_IN_FUTURE');
  if (head && headName && !cell.isOver()) noteHousehold(memo, head, headName, helpers ?? []);

  const isWhole = villageCode && headName && head && helpers && (startedOn || isAlone);
  if (!isWhole || cell.faults().length > 0) return { row: null, faults: cell.faults() };
  rememberHelpers(memo, helpers);
  return {
    faults: null,
    row: {
      number,
      villageCode,
      headName,
      ...head,
      facts,
      category,
      phone,
      helpers,
      startedOn,
      // A future day is a plan; the pairing runs.
      endedOn: endedOn && endedOn <= today ? endedOn : null,
    },
  };
}

type Reader = CellReader<RosterKey>;
type Head = Pick<RosterRow, 'headId' | 'headSex' | 'headBirthOn' | 'householdNumber'>;

/** The head and the household of a row; one of the ways to identify the household must be filled in. */
function readHead(
  cell: Reader,
  values: RowValues<RosterKey>['values'],
  { today, has }: Pick<Setting, 'today' | 'has'>,
): Head | null {
  const householdNumber = cell.text('householdNumber', 50);
  const birth = cell.monthOrDay('headBirthOn', () => birthIn(values.headId, today));
  const sex = cell.sex('headSex');
  const head = cell.residentId('headId');
  if (head) {
    if (sex && sex !== head.sex) cell.fault('headSex', 'ID_SEX_MISMATCH');
    if (birth && !head.birthDate.startsWith(birth)) cell.fault('headBirthOn', 'ID_BIRTH_MISMATCH');
    return { headId: head.id, headSex: head.sex, headBirthOn: head.birthDate, householdNumber };
  }
  const headBirthOn = birth?.length === 10 ? birth : null;
  if (householdNumber === null && headBirthOn === null) return faultOfNoTie(cell, has);
  return { headId: null, headSex: sex, headBirthOn, householdNumber };
}

/** A list names a household once, or once per role where its rows name the helper's role. */
function noteHousehold(
  memo: RosterMemo,
  { headId, headBirthOn, householdNumber }: Head,
  headName: string,
  helpers: readonly HelperOfRow[],
): void {
  const [{ role } = { role: 'MAIN' }] = helpers;
  const key = [headId ?? householdNumber ?? `${headName}\n${headBirthOn}`, role].join('\n');
  const column = headId ? 'headId' : householdNumber ? 'householdNumber' : 'headName';
  if (memo.households.has(key)) memo.cell.fault(column, 'DUPLICATE_IN_FILE');
  memo.households.add(key);
}
