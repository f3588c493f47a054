import { addCadres, changeCadres } from '#modules/cadre/cadre.bulk.service.ts';
import { changeRegister } from '#modules/household/household.bulk.service.ts';
import { addOrganizations } from '#modules/organization/organization.bulk.service.ts';
import { changePairings, type KnownPairing } from '#modules/pairing/pairing.bulk.service.ts';
import { loadVerdict } from '#modules/pairing/pairing.rules.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { Fault } from './cells.rules.ts';
import { isSameName } from './names.rules.ts';
import { done, former, type Outcome, rejected, type Written } from './outcome.ts';
import { type PairingStep, pairingStep } from './pairing-of-row.rules.ts';
import { type KnownHouse, personKey, type RosterBook, type RosterChanges } from './roster.book.ts';
import type { RosterRow } from './roster.rules.ts';
import { changesOfCadre, faultOfCadre, findHelper, type Helper, takeHelper } from './roster-cadre.ts';
import {
  changeHouse,
  changesOfHouse,
  faultOfHouse,
  houseAfter,
  makeHouse,
  type PairedHouse,
  recordsOf,
} from './roster-house.ts';
import { findHouse } from './roster-person.ts';
import { latestOf } from './since.rules.ts';
import type { Bounds } from './stage.ts';
import type { ValueChange } from './value-changes.rules.ts';

/** Decides one row against the book: first whether it stands, then what it changes. */
export function decideRosterRow(
  ctx: Context,
  book: RosterBook,
  changes: RosterChanges,
  row: RosterRow,
  bounds: Bounds,
): Outcome {
  const refuse = (fault: Fault) => rejected(row.number, [fault]);
  if (!bounds.covers(row.villageCode)) return refuse({ column: 'village', code: 'OUTSIDE_SCOPE' });
  const found = findHouse(book, personKey(ctx, row.headId), row, bounds);
  if ('code' in found) return refuse(found);
  const known = found.house;
  const speaksOf = { asOf: bounds.asOf, atLeast: latestOf(row.startedOn, row.endedOn) };
  const category = row.category ?? (bounds.has('category') ? null : 'ORDINARY');
  if (!known && !category) return refuse({ column: 'category', code: 'REQUIRED_MISSING' });
  const after = known && houseAfter(ctx, known, row);
  const houseFault = known && after && faultOfHouse(book, known, after, speaksOf);
  if (houseFault) return refuse(houseFault);
  const helper = findHelper(ctx, book, row);
  if ('code' in helper) return refuse(helper);
  const cadreFault = faultOfCadre(book, helper, speaksOf);
  if (cadreFault) return refuse(cadreFault);
  const { startedOn, endedOn } = row;
  const step = pairingStep(known?.pairings ?? [], { cadreId: helper.cadre.id, startedOn, endedOn });
  const fault = known && faultOfKnownPairing(book, known, helper, step, row);
  if (fault) return refuse(fault);
  if (step.do === 'refuse') return refuse({ column: step.column, code: step.code });
  const newFault = faultOfNewPairing(book, helper, step, row);
  if (newFault) return refuse(newFault);

  const told = [
    ...(known && after ? changesOfHouse(known, after, bounds.nameOf) : []),
    ...changesOfCadre(book, helper),
    ...(known ? changesOfPairing(book, known, helper, step, row) : []),
  ];
  const written = takeHelper(book, changes, row, helper);
  if (known) {
    // From the day of the list on, else from today: what has been stays as it was told.
    if (after) written.push(...changeHouse(changes, known, after, bounds.asOf ?? bounds.today));
    written.push(...takeStep(ctx, book, changes, known, helper, step, row));
    return done(row.number, written, false, told);
  }
  const made = makeHouse(changes, row, category ?? 'ORDINARY');
  written.push(...made.written, ...takeStep(ctx, book, changes, made.house, helper, step, row));
  return done(row.number, written, true, told);
}

/** Who helped until when, and who from when on. */
function changesOfPairing(
  book: RosterBook,
  { pairings }: KnownHouse,
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
      before: former ? (book.helperNames.get(former.cadreId) ?? null) : null,
      after: cadre.name,
    },
    { column: 'startedOn', before: former?.startedOn ?? null, after: row.startedOn },
  ];
}

/** What the pairings on record say against a row, in closer words than that days overlap. */
function faultOfKnownPairing(
  book: RosterBook,
  { pairings }: KnownHouse,
  { cadre, known }: Helper,
  step: PairingStep,
  row: RosterRow,
): Fault | null {
  const own = pairings.filter(({ cadreId }) => cadreId === cadre.id);
  const isTold = own.some(({ startedOn, role }) => startedOn === row.startedOn && role === 'MAIN');
  if (step.do === 'nothing' || step.do === 'end')
    return isTold ? null : { column: 'startedOn', code: 'PAIRING_START_DIFFERS' };
  if (step.do === 'refuse' && isTold && row.endedOn === null)
    return { column: 'helperName', code: 'PAIRING_ENDED' };
  // A helper of the same name under another phone is one person with two phones, or another who takes over.
  const isNamesake = ({ cadreId }: KnownPairing) =>
    cadreId !== cadre.id && isSameName(book.helperNames.get(cadreId) ?? '', cadre.name);
  if (step.do === 'begin' && !known && pairings.some(isNamesake))
    return { column: 'helperPhone', code: 'CADRE_PHONE_DIFFERS' };
  return null;
}

function faultOfNewPairing(
  book: RosterBook,
  helper: Helper,
  step: PairingStep,
  row: RosterRow,
): Fault | null {
  if (step.do !== 'begin' || row.endedOn !== null) return null;
  if (helper.cadre.status === 'LEFT') return { column: 'helperName', code: 'CADRE_LEFT' };
  const load = book.loads.get(helper.cadre.id) ?? 0;
  const isFull = loadVerdict(book.rule, load) === 'REFUSE';
  return isFull ? { column: 'helperName', code: 'LOAD_LIMIT_EXCEEDED' } : null;
}

function takeStep(
  ctx: Context,
  book: RosterBook,
  changes: RosterChanges,
  house: PairedHouse,
  helper: Helper,
  step: PairingStep,
  row: RosterRow,
): Written[] {
  if (step.do === 'end') return [endPairing(book, changes, house, step.id, step.endedOn, 'ENDED')];
  if (step.do !== 'begin') return [];
  const written = step.former
    ? [endPairing(book, changes, house, step.former.id, step.former.endedOn, 'HANDED_OVER')]
    : [];
  const begun: KnownPairing = {
    countyCode: book.countyCode,
    id: newId(),
    householdId: house.household.id,
    villageCode: house.household.villageCode,
    cadreId: helper.cadre.id,
    role: 'MAIN',
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    endReason: row.endedOn === null ? null : 'ENDED',
    reason: null,
    handOverNote: null,
    formerId: step.former?.id ?? null,
    createdAt: ctx.clock.now().toISOString(),
    version: 1,
  };
  changes.begun.push(begun);
  house.pairings.push(begun);
  if (begun.endedOn === null) shiftLoad(book, begun.cadreId, 1);
  return [...written, { table: 'pairing', id: begun.id, version: 1, before: null }];
}

function endPairing(
  book: RosterBook,
  changes: RosterChanges,
  house: PairedHouse,
  id: string,
  endedOn: string,
  endReason: string,
): Written {
  const before = house.pairings.find((pairing) => pairing.id === id);
  if (!before) throw new Error('the pairing that ends is not in the book');
  const after = { ...before, endedOn, endReason, version: before.version + 1 };
  house.pairings = house.pairings.map((pairing) => (pairing.id === id ? after : pairing));
  changes.ended.push({ id, before, after: { id, endedOn, endReason } });
  shiftLoad(book, before.cadreId, -1);
  return { table: 'pairing', id, version: after.version, before: former(before, ['endedOn', 'endReason']) };
}

const shiftLoad = (book: RosterBook, cadreId: string, by: number) =>
  book.loads.set(cadreId, (book.loads.get(cadreId) ?? 0) + by);

/** In the order of the modules: what is pointed at is there before what points at it. */
export async function writeRoster(
  work: WorkContext,
  countyCode: string,
  changes: RosterChanges,
  { asOf }: Bounds,
): Promise<void> {
  const action = 'importRoster';
  addOrganizations(work, countyCode, action, changes.organizations);
  addCadres(work, countyCode, action, changes.cadres, asOf);
  await changeCadres(work, countyCode, action, changes.cadreChanges, asOf);
  const made = changes.made.map((house) => recordsOf(work, countyCode, house));
  const records = {
    ...changes,
    memberChanges: [],
    households: made.map(({ household }) => household),
    members: made.map(({ head }) => head),
    categories: [...made.map(({ spell }) => spell), ...changes.categories],
  };
  await changeRegister(work, countyCode, action, records, asOf);
  await changePairings(work, countyCode, action, changes);
}
