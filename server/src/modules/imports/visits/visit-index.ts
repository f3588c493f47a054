import { cadresByPhoneOrName, type KnownCadre } from '#modules/cadre/cadre.bulk.service.ts';
import { type KnownHousehold, mergedInto } from '#modules/household/household.bulk.service.ts';
import { selectEvents, selectMoved } from '#modules/imports/batch/imports.queries.ts';
import { type History, historiesOf, noHistory } from '#modules/imports/staging/since.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { type FormerIds, readTied, type Tied, tieKey } from '#modules/imports/staging/ties.ts';
import { type KnownPairing, pairingsOf } from '#modules/pairing/pairing.bulk.service.ts';
import {
  formerVisitsOf,
  type KnownProblem,
  type KnownVisit,
  problemsOf,
  visitsBetween,
} from '#modules/visit/visit.bulk.service.ts';
import type { Context } from '#platform/core/context.ts';
import { phoneHash } from '#platform/people/personal.ts';
import type { VisitOfRow } from './visits.rules.ts';

export interface VisitedEntry {
  readonly household: KnownHousehold;
  readonly pairings: KnownPairing[];
}

/** A visit on record with the problems it found. */
export interface RecordedVisit {
  readonly visit: KnownVisit;
  readonly problems: readonly KnownProblem[];
}

export interface VisitIndex {
  readonly countyCode: string;
  /** All records of the people whom rows identify. */
  readonly persons: Tied;
  readonly formerIds: FormerIds;
  /** Earlier moves of households, where rows name a village. */
  readonly histories: Map<string, History>;
  readonly entries: Map<string, VisitedEntry>;
  /** Households that were merged into one of these. */
  readonly merged: Map<string, KnownHousehold[]>;
  readonly cadresByPhone: Map<string, KnownCadre>;
  readonly cadresByName: Map<string, KnownCadre[]>;
  /** Visits on record, withdrawn ones too, by `visitKey`. */
  readonly visits: Map<string, RecordedVisit[]>;
  /** Keys that visits had before they were corrected. */
  readonly corrected: Set<string>;
}

export interface VisitChanges {
  readonly visits: KnownVisit[];
  readonly problems: KnownProblem[];
}

export const noVisitChanges = (): VisitChanges => ({ visits: [], problems: [] });

export const createVisitIndex = async (_ctx: Context, countyCode: string): Promise<VisitIndex> => ({
  countyCode,
  persons: new Map(),
  formerIds: new Map(),
  histories: new Map(),
  entries: new Map(),
  merged: new Map(),
  cadresByPhone: new Map(),
  cadresByName: new Map(),
  visits: new Map(),
  corrected: new Set(),
});

export const telephoneKey = (ctx: Context, phone: string): string => phoneHash(ctx, phone).toString('hex');
/** One cadre visits one household once a day, in any mode. */
export const visitKey = (visit: Pick<KnownVisit, 'householdId' | 'visitedOn' | 'cadreId'>): string =>
  [visit.householdId, visit.visitedOn, visit.cadreId].join(' ');

export const noteVisit = (index: VisitIndex, recorded: RecordedVisit): void => {
  const key = visitKey(recorded.visit);
  index.visits.set(key, [...(index.visits.get(key) ?? []), recorded]);
};

export async function readUpVisits(
  ctx: Context,
  index: VisitIndex,
  rows: readonly VisitOfRow[],
  _bounds: Bounds,
  lock: boolean,
): Promise<void> {
  if (rows.length === 0) return;
  await readCadres(ctx, index, rows, lock);
  const fresh = await readHouses(ctx, index, rows, lock);
  const known = new Set([...index.visits.values()].flat().map(({ visit }) => visit.id));
  const ids = rows.flatMap((row) => housesOf(index, tieKey(ctx, row)));
  await readMoves(ctx, index, rows);
  const days = rows.map(({ visitedOn }) => visitedOn).sort();
  const visits = await visitsBetween(ctx, index.countyCode, ids, days[0] ?? '', days.at(-1) ?? '');
  const unknown = visits.filter(({ id }) => !known.has(id));
  const problems = new Map<string, KnownProblem[]>(unknown.map(({ id }) => [id, []]));
  for (const problem of await problemsOf(ctx, index.countyCode, [...problems.keys()]))
    problems.get(problem.visitId ?? '')?.push(problem);
  for (const visit of unknown) noteVisit(index, { visit, problems: problems.get(visit.id) ?? [] });
  for (const former of await formerVisitsOf(ctx, index.countyCode, fresh))
    index.corrected.add(visitKey(former));
}

/** Reads where households lived before: a visit was made where they lived that day. */
async function readMoves(ctx: Context, index: VisitIndex, rows: readonly VisitOfRow[]): Promise<void> {
  const placed = rows.filter(({ villageCode }) => villageCode !== null);
  const unread = placed.flatMap((row) =>
    housesOf(index, tieKey(ctx, row)).filter((id) => !index.histories.has(id)),
  );
  for (const id of unread) index.histories.set(id, noHistory);
  const ids = await selectMoved(
    ctx,
    index.countyCode,
    [...new Set(unread)].flatMap((id) => index.entries.get(id)?.household ?? []),
  );
  const found = historiesOf(await selectEvents(ctx, index.countyCode, 'Household', ids));
  for (const [id, history] of found) index.histories.set(id, history);
}

/** Every household that a person's visits may concern. */
function housesOf(index: VisitIndex, key: string): string[] {
  const own = (index.persons.get(key) ?? []).map(({ household }) => household.id);
  return own.flatMap((id) => [id, ...(index.merged.get(id) ?? []).map((former) => former.id)]);
}

/** Visits do not change cadres, so these may be read repeatedly. */
async function readCadres(
  ctx: Context,
  index: VisitIndex,
  rows: readonly VisitOfRow[],
  lock: boolean,
): Promise<void> {
  const found = await cadresByPhoneOrName(ctx, index.countyCode, {
    phoneHashes: rows.flatMap(({ helperPhone }) => (helperPhone ? [phoneHash(ctx, helperPhone)] : [])),
    names: rows.flatMap(({ helperPhone, helperName }) => (helperPhone ? [] : [helperName])),
    lock,
  });
  for (const cadre of found) {
    if (cadre.phoneHash) index.cadresByPhone.set(cadre.phoneHash.toString('hex'), cadre);
    const namesakes = (index.cadresByName.get(cadre.name) ?? []).filter(({ id }) => id !== cadre.id);
    index.cadresByName.set(cadre.name, [...namesakes, cadre]);
  }
}

async function readHouses(
  ctx: Context,
  index: VisitIndex,
  rows: readonly VisitOfRow[],
  lock: boolean,
): Promise<string[]> {
  const { countyCode, entries, merged } = index;
  const fresh = new Map<string, VisitedEntry>();
  const note = (household: KnownHousehold) => {
    if (entries.has(household.id)) return;
    const entry = { household, pairings: [] };
    entries.set(household.id, entry);
    fresh.set(household.id, entry);
  };
  for (const { household } of await readTied(ctx, index, { ties: rows }, lock)) note(household);
  if (fresh.size === 0) return [];
  for (const household of await mergedInto(ctx, countyCode, [...fresh.keys()])) {
    const into = household.mergedIntoId ?? '';
    merged.set(into, [...(merged.get(into) ?? []), household]);
    note(household);
  }
  for (const pairing of await pairingsOf(ctx, countyCode, [...fresh.keys()])) {
    fresh.get(pairing.householdId)?.pairings.push(pairing);
  }
  return [...fresh.keys()];
}
