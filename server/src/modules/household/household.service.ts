import { countRefusal } from '#modules/identity/rate-limit/number-search.service.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { extensionPoint } from '#platform/module/extension-point.ts';
import { ownerOf, phoneColumns, residentIdColumns } from '#platform/people/personal.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { insert } from '#platform/write/write.ts';
import type { CreateHouseholdInput, UpdateHouseholdInput } from '#schema/household/household.type.ts';
import { checkResidentId } from '#schema/person/resident-id.ts';
import { foldName } from '#schema/text.ts';
import { categoryEntity } from './history/history.entity.ts';
import { householdEntity } from './household.entity.ts';
import { findVillage } from './household.queries.ts';
import { memberEntity } from './member/member.entity.ts';
import { headColumns } from './member/member.rules.ts';
import { checkNoDouble, checkNotOnFile, soughtBy } from './member/person.service.ts';

/** For records whose changes are audited as changes of the household. */
export const inHousehold = { auditedAs: 'Household' };

export interface ClosedHousehold {
  readonly countyCode: string;
  readonly id: string;
  /** Last day on the register. */
  readonly closedOn: string;
}

/** Runs in the same transaction when a household is closed, moved or merged; pairings end this way. */
export const householdClosedPoint = extensionPoint<
  (work: WorkContext, household: ClosedHousehold) => Promise<void>
>('when a household is closed');

export async function afterHouseholdClosed(work: WorkContext, household: ClosedHousehold): Promise<void> {
  for (const act of work.catalog.provided(householdClosedPoint)) await act(work, household);
}

/** Locks a household in the viewer's reach and returns it; it must be on the register. */
export async function lockActive(
  work: WorkContext,
  id: string,
  expectedVersion?: number,
  path = 'input.householdId',
) {
  const household = await lockRow(work, householdEntity, id, path, 'household.write');
  if (expectedVersion !== undefined) checkVersion(household, expectedVersion);
  if (household.status !== 'ACTIVE') throw refuse('HOUSEHOLD_CLOSED', { [path]: 'HOUSEHOLD_CLOSED' });
  return household;
}

/** The village of an input. One out of reach is reported like one that does not exist. */
export async function villageFor(work: WorkContext, code: string) {
  const village = await findVillage(work, code);
  if (!village || !reaches(reachOf(work.viewer, 'household.write'), code))
    throw notFound('input.villageCode');
  if (village.abolishedOn !== null) throw invalid({ 'input.villageCode': 'DIVISION_ABOLISHED' });
  return village;
}

export const createHousehold = (ctx: Context, input: CreateHouseholdInput) =>
  countRefusal(ctx, soughtBy('Household', { residentId: input.headResidentId }), () => create(ctx, input));

function create(ctx: Context, input: CreateHouseholdInput) {
  const countyCode = input.villageCode.slice(0, 6);
  return command(ctx, 'createHousehold', countyCode, input, async (work) => {
    const day = today(ctx.clock);
    const head = checkResidentId(input.headResidentId, day);
    if (!head.ok) throw invalid({ 'input.headResidentId': head.code });
    const categoryFrom = input.categoryFrom ?? day;
    if (categoryFrom > day) throw invalid({ 'input.categoryFrom': 'DATE_IN_FUTURE' });
    const village = await villageFor(work, input.villageCode);
    const { clientMutationId: _, headName, headResidentId: __, categoryFrom: ___, phone, ...fields } = input;
    const id = newId();
    const memberId = newId();
    const createdAt = ctx.clock.now().toISOString();
    const name = foldName(headName);
    const person = { name, birthOn: head.birthDate, personNumber: head.id };
    await checkNotOnFile(work, countyCode, person, 'input.headResidentId');
    await checkNoDouble(work, { countyCode }, { ...person, hasIdForLife: true }, 'input.headName');
    const pinyin = pinyinKeys(name, 'person');
    const sealedId = residentIdColumns(ctx, ownerOf('member', countyCode, memberId), head.id);
    const place = { countyCode, householdId: id, villageCode: village.code };
    const row = {
      ...tidy(fields, ['number', 'groupName', 'address']),
      ...phoneColumns(ctx, ownerOf('household', countyCode, id), phone),
      countyCode,
      id,
      ...headColumns({ name, pinyin, residentIdMasked: sealedId.residentIdMasked }),
      createdAt,
    };
    await insert(work, householdEntity, row, { action: 'createHousehold' });
    const headOfIt = { ...place, ...sealedId, id: memberId, name, pinyin, relation: 'HEAD', sex: head.sex };
    await insert(work, memberEntity, { ...headOfIt, birthOn: head.birthDate, createdAt }, inHousehold);
    const period = { ...place, id: newId(), category: input.category, fromOn: categoryFrom };
    await insert(work, categoryEntity, period, inHousehold);
    return { household: [countyCode, id] };
  });
}

export async function updateHousehold(ctx: Context, input: UpdateHouseholdInput) {
  const countyCode = countyOf(householdEntity, input.id, 'input.id');
  return command(ctx, 'updateHousehold', countyCode, input, async (work) => {
    const before = await lockRow(work, householdEntity, input.id, 'input.id', 'household.write');
    checkVersion(before, input.expectedVersion);
    const { id: _, clientMutationId: __, expectedVersion: ___, phone, ...fields } = input;
    const sealed =
      phone === undefined ? {} : phoneColumns(ctx, ownerOf('household', before.countyCode, before.id), phone);
    const changes = { ...tidy(fields, ['number', 'groupName', 'address']), ...sealed };
    await edit(
      work,
      householdEntity,
      before,
      changes,
      { action: 'updateHousehold' },
      { sentNumber: Boolean(phone) },
    );
    return { household: [before.countyCode, before.id] };
  });
}
