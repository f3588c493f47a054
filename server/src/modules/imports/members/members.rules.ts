import { birthIn, type CellReader, cellReader } from '#modules/imports/cells/cells.rules.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { readNamedPlace } from '#modules/imports/staging/places-of-rows.rules.ts';
import type { Setting } from '#modules/imports/staging/stage.ts';
import { readTie } from '#modules/imports/staging/ties.rules.ts';
import type { RowValues } from '#platform/sheet/table/read-table.ts';
import { Health, LabourAbility, WorkPlace } from '#schema/codes/people/ability.codes.ts';
import { Ethnicity } from '#schema/codes/people/ethnicity.codes.ts';
import { IdentityDocumentKind, PoliticalStatus, type Sex } from '#schema/codes/people/person.codes.ts';
import { Relation } from '#schema/codes/people/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/people/schooling.codes.ts';
import {
  checkDisabilityCertificate,
  checkResidentId,
  normaliseResidentId,
} from '#schema/person/resident-id.ts';
import type { MemberKey } from './members.columns.ts';

/** One valid row of a list of members. Null: the sheet does not say. */
export interface MemberOfRow {
  readonly number: number;
  /** Identifies the household; see `Tie`. */
  readonly headId: string | null;
  readonly householdNumber: string | null;
  readonly headName: string | null;
  readonly headBirthOn: string | null;
  /** The number of the head listed above with this household number. */
  readonly listedHeadId: string | null;
  /** The village in the row. */
  readonly villageCode: string | null;
  readonly name: string;
  readonly relation: Relation;
  readonly sex: Sex | null;
  readonly birthOn: string | null;
  readonly documentKind: IdentityDocumentKind;
  /** Null for a newborn without a document. */
  readonly residentId: string | null;
  readonly phone: string | null;
  readonly ethnicity: Ethnicity | null;
  readonly education: Education | null;
  readonly schoolStatus: SchoolStatus | null;
  readonly dropoutReason: DropoutReason | null;
  readonly labour: LabourAbility | null;
  readonly health: Health[] | null;
  readonly politicalStatus: PoliticalStatus | null;
  readonly workPlace: WorkPlace | null;
  readonly workMonths: number | null;
  readonly hasDibao: boolean | null;
  /** Names of children born that day in rows above, of the same household. */
  readonly childrenAbove: readonly string[];
}

export interface MemberMemo {
  readonly cell: CellReader<MemberKey>;
  readonly persons: Set<string>;
  /** Identity numbers of the heads in rows above, by household number. */
  readonly heads: Map<string, string>;
  /**
   * Names of children in rows above, by household and birth date: a file is processed in batches, and twins may be in
   * two.
   */
  readonly children: Map<string, readonly string[]>;
}
export const memberMemo = (): MemberMemo => ({
  cell: cellReader(),
  persons: new Set(),
  heads: new Map(),
  children: new Map(),
});

type ReadMember =
  | { readonly row: MemberOfRow; readonly faults: null }
  | { readonly row: null; readonly faults: readonly Fault[] };

export function readMemberRow(
  { number, values }: RowValues<MemberKey>,
  memo: MemberMemo,
  setting: Setting,
): ReadMember {
  const { today, findPlace } = setting;
  const { cell } = memo;
  cell.open(values, setting);
  const villageCode = readNamedPlace(cell, findPlace);
  const tie = readTie(cell, setting, values.headId?.precisionLost);
  const name = cell.required('name', cell.person('name', 'HEAD'));
  const relation = cell.required('relation', cell.code('relation', Relation));
  const person = readPerson(cell, values, today);
  const education = cell.code('education', Education);
  const schoolStatus = cell.code('schoolStatus', SchoolStatus);
  if (education && schoolStatus) cell.fault('schoolStatus', 'PUPIL_XOR_EDUCATION');
  const facts = {
    phone: cell.phone('phone'),
    ethnicity: cell.code('ethnicity', Ethnicity),
    education,
    schoolStatus,
    dropoutReason: cell.code('dropoutReason', DropoutReason),
    labour: cell.code('labour', LabourAbility),
    health: cell.codes('health', Health),
    politicalStatus: cell.code('politicalStatus', PoliticalStatus),
    workPlace: cell.code('workPlace', WorkPlace),
    workMonths: cell.count('workMonths', 12, 'months'),
    hasDibao: cell.yesNo('hasDibao'),
  };
  if (person && name && !cell.isOver()) {
    const key = person.residentId ?? [Object.values(tie), name, person.birthOn].join('\n');
    if (memo.persons.has(key)) cell.fault('residentId', 'DUPLICATE_IN_FILE');
    memo.persons.add(key);
  }
  const { householdNumber } = tie;
  if (householdNumber && person?.residentId && relation === 'HEAD' && !cell.isOver())
    memo.heads.set(householdNumber, person.residentId);
  if (!name || !relation || !person || cell.faults().length > 0) return { row: null, faults: cell.faults() };
  const listedHeadId = householdNumber === null ? null : (memo.heads.get(householdNumber) ?? null);
  return {
    row: {
      ...{ number, ...tie, listedHeadId, villageCode, name, relation, ...person, ...facts },
      childrenAbove: childrenAbove(memo, Object.values(tie), { name, birthOn: person.birthOn }, today),
    },
    faults: null,
  };
}

const noChildren: readonly string[] = [];

/** Only for children, who are few: nobody older is created without a name. */
function childrenAbove(
  { children }: MemberMemo,
  tie: readonly unknown[],
  { name, birthOn }: { readonly name: string; readonly birthOn: string | null },
  today: string,
): readonly string[] {
  const eldest = `${Number(today.slice(0, 4)) - ageOfMajority}${today.slice(4)}`;
  if (birthOn === null || birthOn < eldest) return noChildren;
  const key = [...tie, birthOn].join('\n');
  const above = children.get(key) ?? noChildren;
  children.set(key, [...above, name]);
  return above;
}
const ageOfMajority = 18;

type Reader = CellReader<MemberKey>;

type Person = Pick<MemberOfRow, 'documentKind' | 'residentId' | 'sex' | 'birthOn'>;

function readPerson(cell: Reader, values: RowValues<MemberKey>['values'], today: string): Person | null {
  const documentKind = cell.code('documentKind', IdentityDocumentKind) ?? 'RESIDENT_ID';
  const sex = cell.sex('sex');
  const birth = cell.monthOrDay('birthOn', () => birthIn(values.residentId, today));
  if (birth && birth > today) return cell.fault('birthOn', 'DATE_IN_FUTURE');
  if (documentKind === 'RESIDENT_ID') {
    const id = cell.required('residentId', cell.residentId('residentId'));
    return (
      id && agree(cell, { documentKind, residentId: id.id, sex: id.sex, birthOn: id.birthDate }, sex, birth)
    );
  }
  if (values.residentId?.precisionLost) return cell.fault('residentId', 'ID_PRECISION_LOST');
  const number = cell.text('residentId', 30);
  if (documentKind === 'DISABILITY_CERTIFICATE' && number) {
    const id = checkResidentId(normaliseResidentId(number).slice(0, 18), today);
    if (!id.ok || !checkDisabilityCertificate(number, today))
      return cell.fault('residentId', 'DISABILITY_CERTIFICATE_INVALID');
    return agree(cell, { documentKind, residentId: id.id, sex: id.sex, birthOn: id.birthDate }, sex, birth);
  }
  // Without a number, name and birth date identify a person.
  const birthOn = birth?.length === 10 ? birth : null;
  if (!number && !birthOn) return cell.fault(values.birthOn ? 'birthOn' : 'residentId', 'REQUIRED_MISSING');
  return { documentKind, residentId: number && normaliseResidentId(number), sex, birthOn };
}

/** Values beside the number must not contradict it. */
function agree(cell: Reader, person: Person, sex: Sex | null, birth: string | null): Person | null {
  if (sex && sex !== person.sex) return cell.fault('sex', 'ID_SEX_MISMATCH');
  if (birth && !person.birthOn?.startsWith(birth)) return cell.fault('birthOn', 'ID_BIRTH_MISMATCH');
  return person;
}
