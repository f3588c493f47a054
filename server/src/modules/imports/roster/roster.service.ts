import { addCadres, updateCadres } from '#modules/cadre/cadre.bulk.service.ts';
import { writeRegister } from '#modules/household/household.bulk.service.ts';
import { done, former, type RowOutcome, rejected, type Written } from '#modules/imports/batch/outcome.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { remarkIn } from '#modules/imports/cells/remarks-in-names.rules.ts';
import type { ValueChange } from '#modules/imports/cells/value-changes.rules.ts';
import { isLikelyDouble } from '#modules/imports/staging/doubles.ts';
import { latestDayOf } from '#modules/imports/staging/since.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { personKey, tieKey } from '#modules/imports/staging/ties.ts';
import { addOrganizations } from '#modules/organization/organization.bulk.service.ts';
import { blankPairing, type KnownPairing, writePairings } from '#modules/pairing/pairing.bulk.service.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import type { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import type { PairingStep } from './pairing-of-row.rules.ts';
import type { RosterRow } from './roster.rules.ts';
import { changesOfCadre, type Helper, takeHelper, warningsOfHelper } from './roster-cadre.ts';
import { decideHelp, type HelpStep } from './roster-help.ts';
import {
  changeHousehold,
  createEntry,
  faultOfHousehold,
  householdAfter,
  householdChanges,
  recordsOf,
} from './roster-household.ts';
import type { CreatedEntry, RosterChanges, RosterIndex } from './roster-index.ts';
import { findEntry } from './roster-person.ts';

/** Decides one row against the index: first whether it is refused, then what it changes. */
export function decideRosterRow(
  ctx: Context,
  index: RosterIndex,
  changes: RosterChanges,
  row: RosterRow,
  bounds: Bounds,
): RowOutcome {
  const refuse = (fault: Fault) => rejected(row.number, [fault]);
  if (!bounds.covers(row.villageCode)) return refuse({ column: 'village', code: 'OUTSIDE_SCOPE' });
  const key = tieKey(ctx, row);
  const made = index.made.get(key) ?? null;
  const found = made ? { entry: null } : findEntry(index, key, row, bounds);
  if ('code' in found) return refuse(found);
  const known = found.entry;
  const speaksOf = { asOf: bounds.asOf, atLeast: latestDayOf(row.startedOn, row.endedOn) };
  const category = row.category ?? (bounds.has('category') ? null : 'ORDINARY');
  if (!known && !made && !category) return refuse({ column: 'category', code: 'REQUIRED_MISSING' });
  const after = known && householdAfter(ctx, known, row);
  const householdFault = known && after && faultOfHousehold(index, known, after, speaksOf);
  if (householdFault) return refuse(householdFault);
  const pairings = (known ?? made)?.pairings ?? [];
  const steps: HelpStep[] = [];
  const request = { pairings, isKnown: known !== null, pending: new Map() };
  for (const helper of row.helpers) {
    const step = decideHelp(ctx, index, row, { ...helper, ...request }, speaksOf);
    if ('code' in step) return refuse(step);
    steps.push(step);
  }

  const warnings = warningsOf(ctx, index, row, steps, !known && !made);
  const valueChanges = known && after ? householdChanges(known, after, bounds.nameOf) : [];
  for (const { helper, step } of steps) {
    valueChanges.push(...changesOfCadre(index, helper));
    if (known) valueChanges.push(...changesOfPairing(index, pairings, helper, step, row));
  }
  const written = steps.flatMap(({ helper }) => takeHelper(index, changes, helper));
  // From the list's day on, otherwise from today: the past stays as recorded.
  const from = bounds.asOf ?? bounds.today;
  if (known && after) written.push(...changeHousehold(changes, known, after, from));
  const fresh =
    known || made ? null : createEntry(changes, row, category ?? 'ORDINARY', row.startedOn ?? from);
  if (fresh) {
    written.push(...fresh.written);
    // Only a list with the helper's role names a household again.
    if (bounds.has('helperRole')) index.made.set(key, fresh.entry);
  }
  const entry = known ?? made ?? fresh?.entry;
  if (!entry) throw new Error('a row is about a household on record or makes one');
  if (row.householdNumber !== null) index.numbered.set(row.householdNumber, entry.household.id);
  for (const { helper, role, step } of steps)
    written.push(...takeStep(ctx, index, changes, entry, helper, role, step, row));
  return { ...done(row.number, written, fresh !== null, valueChanges), warnings };
}

/** Warnings about a row that is not refused. */
function warningsOf(
  ctx: Context,
  index: RosterIndex,
  { headId, headName: name, headBirthOn: birthOn, helpers }: RosterRow,
  steps: readonly HelpStep[],
  isNew: boolean,
): Fault[] {
  const found = steps.flatMap(({ helper }) => warningsOfHelper(index, helper));
  if (helpers.length === 0) found.push({ column: 'helperName', code: 'HOUSEHOLD_WITHOUT_HELPER' });
  const key = headId === null ? null : personKey(ctx, headId);
  if (isNew && isLikelyDouble(index.alike, { name, birthOn, key }))
    found.push({ column: 'headName', code: 'LIKELY_DOUBLE' });
  if (isNew && remarkIn(name) !== null) found.push({ column: 'headName', code: 'NAME_HAS_MARK' });
  return found;
}

/** The end of the former helper and the first day of the next. */
function changesOfPairing(
  index: RosterIndex,
  pairings: readonly KnownPairing[],
  { cadre }: Helper,
  step: PairingStep,
  row: RosterRow,
): ValueChange[] {
  if (step.do === 'end') return [{ column: 'endedOn', before: null, after: step.endedOn }];
  if (step.do !== 'begin') return [];
  const former = pairings.find(({ id }) => id === step.former?.id);
  return [
    {
      column: 'helperName',
      before: former ? (index.helperNames.get(former.cadreId) ?? null) : null,
      after: cadre.name,
    },
    { column: 'startedOn', before: former?.startedOn ?? null, after: row.startedOn },
  ];
}

function takeStep(
  ctx: Context,
  index: RosterIndex,
  changes: RosterChanges,
  entry: CreatedEntry,
  helper: Helper,
  role: PairingRole,
  step: PairingStep,
  row: RosterRow,
): Written[] {
  if (step.do === 'end') return [endPairing(index, changes, entry, step.id, step.endedOn, 'ENDED')];
  if (step.do !== 'begin' || row.startedOn === null) return [];
  const written = step.former
    ? [endPairing(index, changes, entry, step.former.id, step.former.endedOn, 'HANDED_OVER')]
    : [];
  const begun: KnownPairing = {
    ...blankPairing,
    countyCode: index.countyCode,
    id: newId(),
    householdId: entry.household.id,
    villageCode: entry.household.villageCode,
    cadreId: helper.cadre.id,
    role,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    endReason: row.endedOn === null ? null : 'ENDED',
    formerId: step.former?.id ?? null,
    createdAt: ctx.clock.now().toISOString(),
    version: 1,
  };
  changes.begun.push(begun);
  entry.pairings.push(begun);
  if (begun.endedOn === null) shiftLoad(index, begun.cadreId, 1);
  return [...written, { table: 'pairing', id: begun.id, version: 1, before: null }];
}

function endPairing(
  index: RosterIndex,
  changes: RosterChanges,
  entry: CreatedEntry,
  id: string,
  endedOn: string,
  endReason: string,
): Written {
  const before = entry.pairings.find((pairing) => pairing.id === id);
  if (!before) throw new Error('the pairing that ends is not in the index');
  const after = { ...before, endedOn, endReason, version: before.version + 1 };
  entry.pairings = entry.pairings.map((pairing) => (pairing.id === id ? after : pairing));
  changes.ended.push({ id, before, after: { id, endedOn, endReason } });
  shiftLoad(index, before.cadreId, -1);
  return { table: 'pairing', id, version: after.version, before: former(before, ['endedOn', 'endReason']) };
}

const shiftLoad = (index: RosterIndex, cadreId: string, by: number) =>
  index.loads.set(cadreId, (index.loads.get(cadreId) ?? 0) + by);

/** In the order of the modules: referenced records come before those that refer to them. */
export async function writeRoster(
  work: WorkContext,
  countyCode: string,
  changes: RosterChanges,
  { asOf }: Bounds,
): Promise<void> {
  const action = 'importRoster';
  addOrganizations(work, countyCode, action, changes.organizations);
  addCadres(work, action, changes.cadres, asOf);
  await updateCadres(work, countyCode, action, changes.cadreChanges, asOf);
  const made = changes.made.map((household) => recordsOf(work, countyCode, household));
  const records = {
    ...changes,
    memberChanges: [],
    households: made.map(({ household }) => household),
    members: made.map(({ head }) => head),
    categories: [...made.map(({ firstCategory }) => firstCategory), ...changes.categories],
  };
  await writeRegister(work, countyCode, action, records, asOf);
  await writePairings(work, countyCode, action, changes);
}
