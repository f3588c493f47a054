import { cadresByPhoneOrName, type KnownCadre } from '#modules/cadre/cadre.bulk.service.ts';
import { type KnownHousehold, personsByResidentId } from '#modules/household/household.bulk.service.ts';
import { type KnownPairing, pairingsOf } from '#modules/pairing/pairing.bulk.service.ts';
import { type KnownProblem, type KnownVisit, visitsBetween } from '#modules/visit/visit.bulk.service.ts';
import type { Context } from '#platform/context.ts';
import { phoneHash, residentIdHash } from '#platform/personal.ts';
import type { VisitOfRow } from './visits.rules.ts';

export interface VisitedHouse {
  readonly household: KnownHousehold;
  readonly pairings: KnownPairing[];
}

export interface VisitBook {
  readonly countyCode: string;
  readonly houses: Map<string, VisitedHouse | null>;
  readonly cadresByPhone: Map<string, KnownCadre>;
  readonly cadresByName: Map<string, KnownCadre[]>;
  /** Visits on record, by `visitKey`. */
  readonly visits: Set<string>;
}

export interface VisitChanges {
  readonly visits: KnownVisit[];
  readonly problems: KnownProblem[];
}

export const noVisitChanges = (): VisitChanges => ({ visits: [], problems: [] });

export const openVisitBook = async (_ctx: Context, countyCode: string): Promise<VisitBook> => ({
  countyCode,
  houses: new Map(),
  cadresByPhone: new Map(),
  cadresByName: new Map(),
  visits: new Set(),
});

export const headKey = (ctx: Context, id: string): string => residentIdHash(ctx, id).toString('hex');
export const telephoneKey = (ctx: Context, phone: string): string => phoneHash(ctx, phone).toString('hex');
/** One cadre visits one household once a day in one way. */
export const visitKey = (visit: Pick<KnownVisit, 'householdId' | 'visitedOn' | 'mode' | 'cadreId'>): string =>
  [visit.householdId, visit.visitedOn, visit.mode, visit.cadreId].join(' ');

export async function readUpVisits(
  ctx: Context,
  book: VisitBook,
  rows: readonly VisitOfRow[],
  lock: boolean,
): Promise<void> {
  if (rows.length === 0) return;
  await readCadres(ctx, book, rows, lock);
  await readHouses(ctx, book, rows, lock);
  const ids = rows.flatMap(({ headId }) => book.houses.get(headKey(ctx, headId))?.household.id ?? []);
  const days = rows.map(({ visitedOn }) => visitedOn).sort();
  const known = await visitsBetween(ctx, book.countyCode, ids, days[0] ?? '', days.at(-1) ?? '');
  for (const visit of known) book.visits.add(visitKey(visit));
}

/** Visits change nothing of cadres, so these may be read again and again. */
async function readCadres(
  ctx: Context,
  book: VisitBook,
  rows: readonly VisitOfRow[],
  lock: boolean,
): Promise<void> {
  const found = await cadresByPhoneOrName(ctx, book.countyCode, {
    phoneHashes: rows.flatMap(({ helperPhone }) => (helperPhone ? [phoneHash(ctx, helperPhone)] : [])),
    names: rows.flatMap(({ helperPhone, helperName }) => (helperPhone ? [] : [helperName])),
    lock,
  });
  for (const cadre of found) {
    if (cadre.phoneHash) book.cadresByPhone.set(cadre.phoneHash.toString('hex'), cadre);
    const namesakes = (book.cadresByName.get(cadre.name) ?? []).filter(({ id }) => id !== cadre.id);
    book.cadresByName.set(cadre.name, [...namesakes, cadre]);
  }
}

async function readHouses(
  ctx: Context,
  book: VisitBook,
  rows: readonly VisitOfRow[],
  lock: boolean,
): Promise<void> {
  const keys = [...new Set(rows.map(({ headId }) => headKey(ctx, headId)))].filter(
    (key) => !book.houses.has(key),
  );
  for (const key of keys) book.houses.set(key, null);
  const persons = await personsByResidentId(
    ctx,
    book.countyCode,
    keys.map((key) => Buffer.from(key, 'hex')),
    lock,
  );
  const fresh = new Map<string, VisitedHouse>();
  for (const { member, household } of persons) {
    if (member.relation !== 'HEAD') continue;
    const house = { household, pairings: [] };
    book.houses.set(member.residentIdHash?.toString('hex') ?? '', house);
    fresh.set(household.id, house);
  }
  if (fresh.size === 0) return;
  for (const pairing of await pairingsOf(ctx, book.countyCode, [...fresh.keys()])) {
    fresh.get(pairing.householdId)?.pairings.push(pairing);
  }
}
