import type { Context, WorkContext } from '#platform/core/context.ts';
import { ownerOf, phoneColumns, residentIdColumns } from '#platform/people/personal.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { removeMany, sendMany, updateMany } from '#platform/write/many.ts';
import { blankRow } from '#platform/write/writable.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { household } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { categoryEntity } from './history/history.entity.ts';
import {
  type CategoryRow,
  countOnFile,
  type HouseholdRow,
  type MemberRow,
  selectAlike,
  selectByFormerNumber,
  selectByNumber,
  selectCurrentCategories,
  selectMembers,
  selectMerged,
  selectNamesakes,
  selectNumbered,
  selectPersons,
  staleHouseholds,
  staleMembers,
  updateHouseholds,
} from './household.bulk.queries.ts';
import { householdEntity } from './household.entity.ts';
import { memberEntity } from './member/member.entity.ts';

export type KnownHousehold = Readonly<HouseholdRow>;
export type KnownMember = Readonly<MemberRow>;
/** One record of a person: in which household, present or not. */
export interface PersonRecord {
  readonly member: KnownMember;
  readonly household: KnownHousehold;
}
export type KnownCategory = Readonly<CategoryRow>;
export interface RecordChange<Row> {
  readonly id: string;
  readonly before: Partial<Row>;
  readonly after: Partial<Row> & { id: string };
}

export interface NewHousehold {
  readonly id: string;
  readonly villageCode: string;
  /** The member whose name and masked number are copied to the household. */
  readonly head: Pick<KnownMember, 'name' | 'pinyin' | 'residentIdMasked'>;
  readonly number?: string | null;
  readonly phone: string | null;
  readonly category: HouseholdCategory;
  /** Its other columns. */
  readonly facts: Partial<KnownHousehold>;
}

export type NewMember = Pick<
  KnownMember,
  'id' | 'householdId' | 'villageCode' | 'name' | 'relation' | 'sex' | 'birthOn' | 'documentKind'
> &
  Partial<KnownMember> & { readonly residentId: string | null; readonly phone: string | null };

export const personsByResidentId = selectPersons;
export const personsByFormerId = selectByFormerNumber;
export const personsByHouseholdNumber = selectByNumber;
export const personsByNameAndBirth = selectNamesakes;
export const peopleAlike = selectAlike;
export const householdsNumbered = selectNumbered;
export const membersOf = selectMembers;
export const mergedInto = selectMerged;
export const currentCategories = selectCurrentCategories;
export const changedHouseholds = staleHouseholds;
export const changedMembers = staleMembers;
export const countOnFileOf = countOnFile;

/** Unset columns are null, because the rows of one list have all columns. */
const blankHousehold = blankRow(household);
const blankMember = blankRow(member);

/** The record as it will be stored. */
export function householdRow(ctx: Context, countyCode: string, made: NewHousehold): KnownHousehold {
  const phone = phoneColumns(ctx, ownerOf('household', countyCode, made.id), made.phone);
  return {
    ...blankHousehold,
    ...made.facts,
    countyCode,
    id: made.id,
    villageCode: made.villageCode,
    number: made.number ?? null,
    headName: made.head.name,
    headPinyin: made.head.pinyin,
    headIdMasked: made.head.residentIdMasked,
    phoneCipher: phone.phoneCipher,
    phoneHash: phone.phoneHash,
    phoneMasked: phone.phoneMasked,
    category: made.category,
    status: 'ACTIVE',
    createdAt: ctx.clock.now().toISOString(),
    version: 1,
  };
}

/** One array for all rows: shared values are sent once. */
const none: string[] = [];

export function memberRow(ctx: Context, countyCode: string, made: NewMember): KnownMember {
  const owner = ownerOf('member', countyCode, made.id);
  const phone = phoneColumns(ctx, owner, made.phone);
  const document = residentIdColumns(ctx, owner, made.residentId);
  return {
    ...blankMember,
    countyCode,
    id: made.id,
    householdId: made.householdId,
    villageCode: made.villageCode,
    name: made.name,
    pinyin: pinyinKeys(made.name, 'person'),
    relation: made.relation,
    sex: made.sex,
    birthOn: made.birthOn,
    documentKind: made.documentKind,
    residentIdCipher: document.residentIdCipher,
    residentIdHash: document.residentIdHash,
    residentIdMasked: document.residentIdMasked,
    phoneCipher: phone.phoneCipher,
    phoneHash: phone.phoneHash,
    phoneMasked: phone.phoneMasked,
    ethnicity: made.ethnicity ?? null,
    education: made.education ?? null,
    schoolStatus: made.schoolStatus ?? null,
    dropoutReason: made.dropoutReason ?? null,
    labour: made.labour ?? null,
    health: made.health ?? none,
    politicalStatus: made.politicalStatus ?? null,
    workPlace: made.workPlace ?? null,
    workMonths: made.workMonths ?? null,
    hasDibao: made.hasDibao ?? false,
    leftOn: made.leftOn ?? null,
    leftReason: made.leftReason ?? null,
    createdAt: ctx.clock.now().toISOString(),
    version: 1,
  };
}

/** Changes of the register from one batch of rows. All rows of one list set the same columns. */
export interface RegisterChanges {
  readonly households: readonly KnownHousehold[];
  readonly householdChanges: readonly RecordChange<HouseholdRow>[];
  readonly members: readonly KnownMember[];
  readonly memberChanges: readonly RecordChange<MemberRow>[];
  readonly categories: readonly KnownCategory[];
  readonly categoryChanges: readonly RecordChange<CategoryRow>[];
}

/** Inserts are not awaited, updates are: one connection runs them in this order. */
export async function writeRegister(
  work: WorkContext,
  countyCode: string,
  action: string,
  changes: RegisterChanges,
  asOf: string | null = null,
): Promise<void> {
  const trail = { action, asOf };
  const inHousehold = { auditedAs: 'Household' };
  sendMany(work, householdEntity, changes.households, trail);
  await updateHouseholds(work, countyCode, changes.householdChanges, trail);
  // The audit event of a new household already names its head.
  const audits = ({ relation }: { relation: string }) => relation !== 'HEAD';
  sendMany(work, memberEntity, changes.members, { ...trail, audits });
  await updateMany(work, memberEntity, countyCode, changes.memberChanges, trail);
  // Ends the current category before the next begins: only one may be current at any time.
  await updateMany(work, categoryEntity, countyCode, changes.categoryChanges, inHousehold);
  sendMany(work, categoryEntity, changes.categories, inHousehold);
}

export async function removeFromRegister(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: { households: readonly string[]; members: readonly string[]; categories: readonly string[] },
): Promise<void> {
  await removeMany(work, categoryEntity, countyCode, ids.categories, { auditedAs: 'Household' });
  await removeMany(work, memberEntity, countyCode, ids.members, { action });
  await removeMany(work, householdEntity, countyCode, ids.households, { action });
}
