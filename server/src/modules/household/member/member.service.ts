import { countRefusal } from '#modules/identity/rate-limit/number-search.service.ts';
import { forbidden } from '#platform/access/allow.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { ownerOf, phoneColumns } from '#platform/people/personal.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { isReached } from '#platform/read/reach.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { end, insert } from '#platform/write/write.ts';
import type { MemberFields } from '#schema/household/member.type.ts';
import type {
  AddMemberInput,
  MemberLeavesInput,
  UpdateMemberInput,
} from '#schema/household/member-verbs.type.ts';
import { foldName } from '#schema/text.ts';
import { householdEntity } from '../household.entity.ts';
import { lockActive } from '../household.service.ts';
import { syncHead } from './head.service.ts';
import { memberEntity } from './member.entity.ts';
import { keepFormerNumber, presentMembers } from './member.queries.ts';
import { checkNotNamedSince, checkRelation, identityOf } from './member.rules.ts';
import { checkNoDouble, checkNotOnFile, documentColumns, isForLife, soughtBy } from './person.service.ts';

const named = (text: string) => {
  const name = foldName(text);
  return { name, pinyin: pinyinKeys(name, 'person') };
};

export const addMember = (ctx: Context, input: AddMemberInput) =>
  countRefusal(ctx, soughtBy('Member', input), () => add(ctx, input));

function add(ctx: Context, input: AddMemberInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'addMember', countyCode, input, async (work) => {
    const household = await lockActive(work, input.householdId);
    checkSchooling(input, null);
    const { clientMutationId: _, householdId: __, name, residentId, phone, documentKind, ...fields } = input;
    const identity = identityOf(
      {
        documentKind: documentKind ?? 'RESIDENT_ID',
        number: residentId ?? null,
        sex: fields.sex ?? null,
        birthOn: fields.birthOn ?? null,
      },
      today(ctx.clock),
    );
    const present = await presentMembers(work, countyCode, household.id);
    checkRelation(present, input.relation);
    const ownName = named(name);
    await checkNotOnFile(work, countyCode, { ...identity, ...ownName }, 'input.residentId');
    const hasIdForLife = isForLife(identity.personNumber, identity.documentKind);
    await checkNoDouble(work, household, { ...identity, ...ownName, hasIdForLife }, 'input.name');
    checkNotNamedSince(present, { ...identity, ...ownName, relation: input.relation });
    const id = newId();
    const owner = ownerOf('member', countyCode, id);
    const row = {
      ...known(fields),
      ...ownName,
      ...documentColumns(ctx, owner, identity),
      ...phoneColumns(ctx, owner, phone),
      documentKind: identity.documentKind,
      sex: identity.sex,
      birthOn: identity.birthOn,
      countyCode,
      id,
      householdId: household.id,
      villageCode: household.villageCode,
      createdAt: ctx.clock.now().toISOString(),
    };
    const made = await insert(work, memberEntity, row, { action: 'addMember' });
    await syncHead(work, made);
    return { member: [countyCode, id], household: [countyCode, household.id] };
  });
}

export const updateMember = (ctx: Context, input: UpdateMemberInput) =>
  countRefusal(ctx, soughtBy('Member', input), () => change(ctx, input));

function change(ctx: Context, input: UpdateMemberInput) {
  const countyCode = countyOf(memberEntity, input.id, 'input.id');
  return command(ctx, 'updateMember', countyCode, input, async (work) => {
    const before = await lockPresent(work, input.id, input.expectedVersion);
    checkSchooling(input, before);
    const { id: _, clientMutationId: __, expectedVersion: ___, name, phone, relation, ...rest } = input;
    const { documentKind, residentId, sex, birthOn, ...fields } = rest;
    if (relation && relation !== before.relation) {
      if (before.relation === 'HEAD') throw invalid({ 'input.relation': 'HEAD_MISSING' });
      const present = await presentMembers(work, countyCode, before.householdId);
      checkRelation(
        present.filter((other) => other.id !== before.id),
        relation,
      );
    }
    const owner = ownerOf('member', countyCode, before.id);
    const touched = [documentKind, residentId, sex, birthOn].some((value) => value !== undefined);
    const ownName = name ? named(name) : null;
    const columns = touched ? await identityColumns(work, before, input, ownName?.name ?? before.name) : null;
    await checkStillNoDouble(work, before, { ...ownName, ...columns }, name ? 'input.name' : 'input.birthOn');
    const changes = {
      ...known(fields),
      ...(ownName ?? { name: input.name }),
      ...(phone !== undefined && phoneColumns(ctx, owner, phone)),
      ...columns,
      ...(documentKind === null && { documentKind }),
      relation,
    };
    const sentNumber = Boolean(phone ?? residentId);
    const after = await edit(work, memberEntity, before, changes, { action: 'updateMember' }, { sentNumber });
    const { residentIdHash } = before;
    if (residentIdHash && !after.residentIdHash?.equals(residentIdHash))
      await keepFormerNumber(work, before, residentIdHash);
    if (after !== before) await syncHead(work, after);
    return { member: [countyCode, before.id], household: [countyCode, before.householdId] };
  });
}

export async function memberLeaves(ctx: Context, input: MemberLeavesInput) {
  const countyCode = countyOf(memberEntity, input.id, 'input.id');
  return command(ctx, 'memberLeaves', countyCode, input, async (work) => {
    const before = await lockPresent(work, input.id, input.expectedVersion);
    if (before.relation === 'HEAD') throw refuse('HEAD_CANNOT_LEAVE', { 'input.id': 'HEAD_CANNOT_LEAVE' });
    if (input.leftOn > today(ctx.clock)) throw invalid({ 'input.leftOn': 'DATE_IN_FUTURE' });
    if (await isBeforeBirth(work, before, input.leftOn)) throw invalid({ 'input.leftOn': 'DATE_TOO_EARLY' });
    const left = { leftOn: input.leftOn, leftReason: input.reason };
    await end(work, memberEntity, before, left, { action: 'memberLeaves' });
    return { member: [countyCode, before.id], household: [countyCode, before.householdId] };
  });
}

/** For viewers who may not see birth dates only the year is compared: refusals of single days would reveal the date. */
async function isBeforeBirth(work: WorkContext, member: Stored, day: string): Promise<boolean> {
  const { birthOn } = member;
  if (birthOn === null || day >= birthOn) return false;
  return day.slice(0, 4) < birthOn.slice(0, 4) || (await seesBirth(work, member));
}

const seesBirth = (work: WorkContext, member: Stored): Promise<boolean> =>
  isReached(work, memberEntity, 'personal.reveal', { ...member, __typename: memberEntity.name });

type Stored = Awaited<ReturnType<typeof presentMembers>>[number];

async function lockPresent(work: WorkContext, id: string, expectedVersion: number): Promise<Stored> {
  const member = await lockRow(work, memberEntity, id, 'input.id', 'household.write');
  checkVersion(member, expectedVersion);
  if (member.leftOn !== null) throw refuse('MEMBER_LEFT', { 'input.id': 'MEMBER_LEFT' });
  return member;
}

/** A new document determines sex and birth date; a document kind without them keeps those on record. */
async function identityColumns(work: WorkContext, before: Stored, input: UpdateMemberInput, name: string) {
  const owner = ownerOf('member', before.countyCode, before.id);
  const onRecord = before.residentIdCipher ? work.cipher.open(before.residentIdCipher, owner) : null;
  const documentKind = input.documentKind ?? (before.documentKind as NonNullable<typeof input.documentKind>);
  const givesBirthDate = documentKind === 'RESIDENT_ID' || documentKind === 'DISABILITY_CERTIFICATE';
  // Comparing a birth date with the number on record would confirm or refuse a guess.
  if (input.birthOn && givesBirthDate && input.residentId === undefined && !(await seesBirth(work, before)))
    throw forbidden('personal.reveal', 'input.birthOn');
  const identity = identityOf(
    {
      documentKind,
      number: input.residentId === undefined ? onRecord : input.residentId,
      sex: input.sex ?? (givesBirthDate ? null : (before.sex as NonNullable<typeof input.sex>)),
      birthOn: input.birthOn ?? (givesBirthDate ? null : before.birthOn),
    },
    today(work.clock),
  );
  const person = { personNumber: identity.personNumber, name };
  await checkNotOnFile(work, before.countyCode, person, 'input.residentId', before.id);
  return {
    ...documentColumns(work, owner, identity),
    documentKind,
    sex: identity.sex,
    birthOn: identity.birthOn,
  };
}

/** Someone with a new name, birth date or number may match another member or a person who died. */
async function checkStillNoDouble(
  work: WorkContext,
  before: Stored,
  changes: Partial<Pick<Stored, 'name' | 'birthOn' | 'residentIdHash' | 'documentKind'>>,
  path: string,
): Promise<void> {
  const { name, birthOn, residentIdHash, documentKind } = { ...before, ...changes };
  const hasIdForLife = isForLife(residentIdHash, documentKind);
  const hadIdForLife = isForLife(before.residentIdHash, before.documentKind);
  const isSame = name === before.name && birthOn === before.birthOn && hasIdForLife === hadIdForLife;
  if (isSame) return;
  const household = { countyCode: before.countyCode, id: before.householdId };
  await checkNoDouble(work, household, { name, birthOn, hasIdForLife }, path, before.id);
}

function checkSchooling(input: MemberFields, before: Stored | null): void {
  if (input.education === undefined && input.schoolStatus === undefined) return;
  const education = input.education === undefined ? before?.education : input.education;
  const schoolStatus = input.schoolStatus === undefined ? before?.schoolStatus : input.schoolStatus;
  if (education && schoolStatus) throw invalid({ 'input.schoolStatus': 'PUPIL_XOR_EDUCATION' });
}

/** Replaces null by the default of columns that are never empty. */
function known<T extends Partial<MemberFields>>(fields: T) {
  const { health, hasDibao, ...others } = fields;
  return {
    ...tidy(others),
    health: health === null ? [] : health,
    hasDibao: hasDibao === null ? false : hasDibao,
  };
}
