import { changeRegister, type KnownMember, memberRow } from '#modules/household/household.bulk.service.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import { ownerOf, phoneColumns, phoneHash, residentIdColumns } from '#platform/personal.ts';
import { pinyinKeys } from '#platform/pinyin.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import { idKey, type KnownFamily, type MemberBook, type MemberChanges } from './members.book.ts';
import type { MemberOfRow } from './members.rules.ts';
import { differs, done, former, type Outcome, rejected, type Written } from './outcome.ts';
import type { Bounds } from './stage.ts';

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

export function decideMemberRow(
  ctx: Context,
  book: MemberBook,
  changes: MemberChanges,
  row: MemberOfRow,
  bounds: Bounds,
): Outcome {
  const refuse = (column: string, code: ErrorCode) => rejected(row.number, [{ column, code }]);
  const family = book.families.get(idKey(ctx, row.headId)) ?? null;
  if (!family || !bounds.covers(family.household.villageCode)) return refuse('headId', 'HOUSEHOLD_UNKNOWN');
  if (family.household.status !== 'ACTIVE') return refuse('headId', 'HOUSEHOLD_CLOSED');
  const key = row.residentId ? idKey(ctx, row.residentId) : null;
  const home = key ? (book.homes.get(key) ?? null) : null;
  if (home && home !== family.household.id) return refuse('residentId', 'DUPLICATE_PERSON');
  const known = findMember(family, row, key);
  const fault = relationFault(family, row, known);
  if (fault) return refuse('relation', fault);

  if (known) return done(row.number, changeMember(ctx, changes, family, known, row), false);
  const { number: _, headId: __, ...facts } = row;
  const made = memberRow(ctx, book.countyCode, {
    ...facts,
    id: newId(),
    householdId: family.household.id,
    villageCode: family.household.villageCode,
    sex: row.sex ?? 'UNKNOWN',
    health: row.health ?? [],
    hasDibao: row.hasDibao ?? false,
  });
  changes.members.push(made);
  family.members.push(made);
  if (key) book.homes.set(key, family.household.id);
  return done(row.number, [{ table: 'member', id: made.id, version: 1, before: null }], true);
}

/** By resident id; who had no document yet is known by name and birth date. */
function findMember(family: KnownFamily, row: MemberOfRow, key: string | null): KnownMember | null {
  const byId = key && family.members.find((member) => member.residentIdHash?.toString('hex') === key);
  const isUndocumented = (member: KnownMember) =>
    member.residentIdHash === null && member.name === row.name && member.birthOn === row.birthOn;
  return byId || family.members.find(isUndocumented) || null;
}

function relationFault(family: KnownFamily, row: MemberOfRow, known: KnownMember | null): ErrorCode | null {
  const others = family.members.filter((member) => member.id !== known?.id);
  if (row.relation === 'HEAD' && known?.relation !== 'HEAD') return 'HEAD_EXISTS';
  if (row.relation !== 'HEAD' && known?.relation === 'HEAD') return 'HEAD_MISSING';
  const hasSpouse = others.some(({ relation }) => relation === 'SPOUSE');
  return row.relation === 'SPOUSE' && hasSpouse ? 'TWO_SPOUSES' : null;
}

function changeMember(
  ctx: Context,
  changes: MemberChanges,
  family: KnownFamily,
  before: KnownMember,
  row: MemberOfRow,
): Written[] {
  const after = { ...before, ...valuesOf(ctx, before, row) };
  if (!differs(before, after, changeable)) return [];
  const version = before.version + 1;
  const columns = Object.fromEntries(changeable.map((column) => [column, after[column]]));
  changes.memberChanges.push({ id: before.id, before, after: { id: before.id, ...columns } });
  family.members = family.members.map((member) => (member.id === before.id ? { ...after, version } : member));
  const written: Written[] = [
    { table: 'member', id: before.id, version, before: former(before, changeable) },
  ];
  if (after.relation === 'HEAD' && after.name !== family.household.headName) {
    written.push(renameHousehold(changes, family, after));
  }
  return written;
}

/** What a sheet leaves blank stays as it is; a pupil has no education yet, and who has one is no pupil. */
function valuesOf(ctx: Context, before: KnownMember, row: MemberOfRow): Partial<KnownMember> {
  const owner = ownerOf('member', before.countyCode, before.id);
  const hasNewPhone = row.phone !== null && !before.phoneHash?.equals(phoneHash(ctx, row.phone));
  const isLearning = row.education !== null || row.schoolStatus !== null;
  return {
    ...(row.name === before.name ? {} : { name: row.name, pinyin: pinyinKeys(row.name, 'person') }),
    relation: row.relation,
    sex: row.sex ?? before.sex,
    birthOn: row.birthOn ?? before.birthOn,
    documentKind: row.documentKind,
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

/** The household carries the name of its head. */
function renameHousehold(changes: MemberChanges, family: KnownFamily, head: KnownMember): Written {
  const before = family.household;
  const names = { headName: head.name, headPinyin: head.pinyin };
  const version = before.version + 1;
  changes.householdChanges.push({ id: before.id, before, after: { id: before.id, ...names } });
  family.household = { ...before, ...names, version };
  return { table: 'household', id: before.id, version, before: former(before, ['headName', 'headPinyin']) };
}

export const writeMembers = (work: WorkContext, countyCode: string, changes: MemberChanges): Promise<void> =>
  changeRegister(work, countyCode, 'importMembers', {
    ...changes,
    households: [],
    categories: [],
    categoryChanges: [],
  });
