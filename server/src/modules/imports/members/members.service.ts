import { type KnownMember, memberRow, writeRegister } from '#modules/household/household.bulk.service.ts';
import {
  differs,
  done,
  former,
  type RowOutcome,
  rejected,
  type Written,
} from '#modules/imports/batch/outcome.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { remarkIn } from '#modules/imports/cells/remarks-in-names.rules.ts';
import { valueChanges } from '#modules/imports/cells/value-changes.rules.ts';
import { type Born, isLikelyDouble, readAlike } from '#modules/imports/staging/doubles.ts';
import { firstToStay, noHistory } from '#modules/imports/staging/since.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { personKey } from '#modules/imports/staging/ties.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { pick } from '#platform/core/pick.ts';
import { ownerOf, phoneColumns, phoneHash, residentIdColumns } from '#platform/people/personal.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { isNewbornName } from '#schema/person/newborn-names.ts';
import {
  type KnownFamily,
  type MemberChanges,
  type MemberIndex,
  readFamilies,
  readHistories,
} from './member-index.ts';
import type { MemberOfRow } from './members.rules.ts';
import { type FoundFamily, findFamily, findMember } from './members-person.ts';
import type { FoundChild } from './newborns.ts';

const changeable = [
  'name',
  'pinyin',
  'relation',
  'sex',
  'birthOn',
  'documentKind',
  'residentIdCipher',
  'residentIdHash',
  'residentIdMasked',
  'phoneCipher',
  'phoneHash',
  'phoneMasked',
  'ethnicity',
  'education',
  'schoolStatus',
  'dropoutReason',
  'labour',
  'health',
  'politicalStatus',
  'workPlace',
  'workMonths',
  'hasDibao',
] as const;

/** Columns of the sheet by field of a member, as audited. */
const columnOfField = {
  relation: 'relation',
  sex: 'sex',
  birthOn: 'birthOn',
  residentIdMasked: 'residentId',
  phoneMasked: 'phone',
  ethnicity: 'ethnicity',
  education: 'education',
  schoolStatus: 'schoolStatus',
  dropoutReason: 'dropoutReason',
  labour: 'labour',
  health: 'health',
  politicalStatus: 'politicalStatus',
  workPlace: 'workPlace',
  workMonths: 'workMonths',
  hasDibao: 'hasDibao',
} as const;
const comparedFields = Object.keys(columnOfField) as (keyof typeof columnOfField)[];

/** What a row is about: the household, and a member on record or a new one. */
interface Subject extends FoundFamily, FoundChild {
  readonly key: string | null;
}

function findSubject(ctx: Context, index: MemberIndex, row: MemberOfRow, bounds: Bounds): Subject | Fault {
  const found = findFamily(ctx, index, row, bounds);
  if ('code' in found) return found;
  const key = row.residentId ? personKey(ctx, row.residentId) : null;
  const member = findMember(index, found.family, key, row);
  return 'code' in member ? member : { ...found, ...member, key };
}

/** Reads the records that rows are about and, where a row differs, their later changes. */
export async function readUpMembers(
  ctx: Context,
  index: MemberIndex,
  rows: readonly MemberOfRow[],
  bounds: Bounds,
  lock: boolean,
): Promise<void> {
  index.rows = rows;
  await readFamilies(ctx, index, rows, lock);
  const wanted = new Map<string, string>();
  const fresh: Born[] = [];
  for (const row of rows) {
    const subject = findSubject(ctx, index, row, bounds);
    if ('code' in subject) continue;
    const { known, key } = subject;
    if (!known) fresh.push({ name: row.name, birthOn: row.birthOn, key });
    else if (memberAfter(ctx, subject, known, row)) wanted.set(known.id, known.householdId);
  }
  await readHistories(ctx, index, wanted);
  await readAlike(ctx, index.countyCode, index.alike, fresh);
}

export function decideMemberRow(
  ctx: Context,
  index: MemberIndex,
  changes: MemberChanges,
  row: MemberOfRow,
  bounds: Bounds,
): RowOutcome {
  const refuse = (...faults: Fault[]) => rejected(row.number, faults);
  const subject = findSubject(ctx, index, row, bounds);
  if ('code' in subject) return refuse(subject);
  const { family, known, key, isInDoubt } = subject;
  const fault = faultOfRelation(subject, row) ?? (known && faultOfIdentity(known, row));
  if (fault) return refuse(fault);
  if (known) {
    const after = memberAfter(ctx, subject, known, row);
    const history = index.histories.get(known.id) ?? noHistory;
    const speaksOf = { asOf: bounds.asOf, atLeast: null };
    const field = after && firstToStay(history, known, after, comparedFields, speaksOf);
    if (field) return refuse({ column: columnOfField[field], code: 'CHANGED_SINCE' });
    const numbered = takeNumber(index, changes, family, row);
    const ofNumber =
      numbered.length > 0 ? [{ column: 'householdNumber', before: null, after: row.householdNumber }] : [];
    if (!after) return done(row.number, numbered, false, ofNumber);
    return done(row.number, [...numbered, ...changeMember(changes, family, known, after)], false, [
      ...ofNumber,
      ...valueChanges(known, after, { ...columnOfField, name: 'name', documentKind: 'documentKind' }),
    ]);
  }
  const numbered = takeNumber(index, changes, family, row);
  const made = memberRow(ctx, index.countyCode, {
    ...row,
    id: newId(),
    householdId: family.household.id,
    villageCode: family.household.villageCode,
    sex: row.sex ?? 'UNKNOWN',
    health: row.health ?? [],
    hasDibao: row.hasDibao ?? false,
  });
  changes.members.push(made);
  family.members.push(made);
  if (key)
    index.persons.set(key, [
      ...(index.persons.get(key) ?? []),
      { member: made, household: family.household },
    ]);
  const written: Written[] = [...numbered, { table: 'member', id: made.id, version: 1, before: null }];
  const isDouble = isLikelyDouble(index.alike, { name: row.name, birthOn: row.birthOn, key });
  const warnings: Fault[] = [];
  if (isDouble || isInDoubt) warnings.push({ column: 'name', code: 'LIKELY_DOUBLE' });
  if (remarkIn(row.name) !== null) warnings.push({ column: 'name', code: 'NAME_HAS_MARK' });
  return { ...done(row.number, written, true), warnings };
}

/** The household number of the list, for a household without one. */
function takeNumber(
  index: MemberIndex,
  changes: MemberChanges,
  family: KnownFamily,
  { householdNumber: number }: MemberOfRow,
): Written[] {
  const before = family.household;
  if (number === null || before.number !== null) return [];
  const after = { ...before, number, version: before.version + 1 };
  changes.householdChanges.push({ id: before.id, before, after: { id: before.id, number } });
  family.household = after;
  index.numbered.set(number, before.id);
  return [{ table: 'household', id: before.id, version: after.version, before: former(before, ['number']) }];
}

/** Relations are relative to the head. Where a list still has the former head, only that one's children are certain. */
function faultOfRelation({ family, listedHead, known }: Subject, row: MemberOfRow): Fault | null {
  const fault = (code: ErrorCode): Fault => ({ column: 'relation', code });
  const isToHead = listedHead.relation === 'HEAD';
  if (!isToHead && known) return null;
  if (!isToHead) {
    const isChild = row.relation === 'SON' || row.relation === 'DAUGHTER';
    return listedHead.relation === 'SPOUSE' && isChild ? null : fault('HEAD_CHANGED');
  }
  if (row.relation === 'HEAD' && known?.relation !== 'HEAD') return fault('HEAD_EXISTS');
  if (row.relation !== 'HEAD' && known?.relation === 'HEAD') return fault('HEAD_MISSING');
  const hasSpouse = family.members.some(
    ({ id, leftOn, relation }) => id !== known?.id && leftOn === null && relation === 'SPOUSE',
  );
  return row.relation === 'SPOUSE' && hasSpouse ? fault('TWO_SPOUSES') : null;
}

/** What a document determines cannot be contradicted by the cells beside another document. */
function faultOfIdentity(known: KnownMember, row: MemberOfRow): Fault | null {
  if (known.residentIdHash === null) return null;
  if (row.birthOn && known.birthOn && row.birthOn !== known.birthOn)
    return { column: 'birthOn', code: 'ID_BIRTH_MISMATCH' };
  const isOther = row.sex && known.sex !== 'UNKNOWN' && row.sex !== known.sex;
  return isOther ? { column: 'sex', code: 'ID_SEX_MISMATCH' } : null;
}

/** The member after a row, or null where the row changes nothing. */
function memberAfter(
  ctx: Context,
  { listedHead }: FoundFamily,
  known: KnownMember,
  row: MemberOfRow,
): KnownMember | null {
  const relation = listedHead.relation === 'HEAD' ? row.relation : known.relation;
  const after = { ...known, ...changedMemberValues(ctx, known, row), ...nameOf(known, row), relation };
  return differs(known, after, changeable) ? after : null;
}

function changeMember(
  changes: MemberChanges,
  family: KnownFamily,
  before: KnownMember,
  after: KnownMember,
): Written[] {
  const version = before.version + 1;
  const columns = pick(after, changeable);
  changes.memberChanges.push({ id: before.id, before, after: { id: before.id, ...columns } });
  family.members = family.members.map((member) => (member.id === before.id ? { ...after, version } : member));
  return [{ table: 'member', id: before.id, version, before: former(before, changeable) }];
}

/** A list never renames anybody, except a newborn without a name. */
const nameOf = (known: KnownMember, { name }: MemberOfRow) =>
  isNewbornName(known.name) && !isNewbornName(name) ? { name, pinyin: pinyinKeys(name, 'person') } : {};

/** Blank cells change nothing; a pupil has no education level yet, and someone with one is no pupil. */
function changedMemberValues(ctx: Context, before: KnownMember, row: MemberOfRow): Partial<KnownMember> {
  const owner = ownerOf('member', before.countyCode, before.id);
  const hasNewPhone = row.phone !== null && !before.phoneHash?.equals(phoneHash(ctx, row.phone));
  const isLearning = row.education !== null || row.schoolStatus !== null;
  return {
    sex: row.sex ?? before.sex,
    birthOn: row.birthOn ?? before.birthOn,
    // A list without the number does not remove the number on record.
    documentKind: row.residentId || !before.residentIdHash ? row.documentKind : before.documentKind,
    ...(row.residentId && !before.residentIdHash ? residentIdColumns(ctx, owner, row.residentId) : {}),
    ...(hasNewPhone ? phoneColumns(ctx, owner, row.phone) : {}),
    ethnicity: row.ethnicity ?? before.ethnicity,
    education: isLearning ? row.education : before.education,
    schoolStatus: isLearning ? row.schoolStatus : before.schoolStatus,
    dropoutReason: row.dropoutReason ?? before.dropoutReason,
    labour: row.labour ?? before.labour,
    health: row.health ?? before.health,
    politicalStatus: row.politicalStatus ?? before.politicalStatus,
    workPlace: row.workPlace ?? before.workPlace,
    workMonths: row.workMonths ?? before.workMonths,
    hasDibao: row.hasDibao ?? before.hasDibao,
  };
}

export const writeMembers = (
  work: WorkContext,
  countyCode: string,
  changes: MemberChanges,
  { asOf }: Bounds,
): Promise<void> =>
  writeRegister(
    work,
    countyCode,
    'importMembers',
    { ...changes, households: [], categories: [], categoryChanges: [] },
    asOf,
  );
