import {
  type CadreChange,
  cadresByPhoneOrName,
  type KnownCadre,
  namesOfCadres,
} from '#modules/cadre/cadre.bulk.service.ts';
import {
  type Change,
  currentCategories,
  type KnownCategory,
  type KnownHousehold,
  mergedInto,
  type PersonRecord,
  personsByResidentId,
} from '#modules/household/household.bulk.service.ts';
import {
  type KnownOrganization,
  type NewOrganization,
  organizationsByName,
} from '#modules/organization/organization.bulk.service.ts';
import {
  type KnownPairing,
  loadRuleOf,
  loadsOfCadres,
  type PairingChange,
  pairingsOf,
} from '#modules/pairing/pairing.bulk.service.ts';
import type { LoadRule } from '#modules/pairing/pairing.rules.ts';
import type { Context } from '#platform/context.ts';
import { phoneHash, residentIdHash } from '#platform/personal.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { selectEvents } from './imports.queries.ts';
import type { RosterRow } from './roster.rules.ts';
import { type FormerHead, formerHeadsOf, type History } from './since.rules.ts';

export interface KnownHouse {
  household: KnownHousehold;
  category: KnownCategory | null;
  pairings: KnownPairing[];
}

/** Cadres by name, and by id among those of one name: in a large county hundreds may share one. */
type Namesakes = Map<string, Map<string, KnownCadre>>;

/**
 * What is on record of the people in some rows, kept in step with what the rows decide. A trial reads on in one book
 * without writing; an import opens a new one, under locks, for each batch of rows.
 */
export interface RosterBook {
  readonly countyCode: string;
  readonly rule: LoadRule;
  readonly organizations: Map<string, KnownOrganization | null>;
  readonly cadresByPhone: Map<string, KnownCadre | null>;
  readonly cadresByName: Namesakes;
  /** The same of those without a phone on record, who are all that a row with a phone asks for. */
  readonly phonelessByName: Namesakes;
  /** All records of the people in the rows at hand, by the hash of the resident id. */
  readonly persons: Map<string, PersonRecord[]>;
  /** The households in which they are present. */
  readonly houses: Map<string, KnownHouse>;
  /** Those that became part of one of these. */
  readonly merged: Map<string, KnownHousehold[]>;
  /** Whoever was the head of a household before, of those where a row names no present head. */
  readonly formerHeads: Map<string, FormerHead[]>;
  /** What was told since of the households and cadres from whom a row differs. */
  readonly histories: Map<string, History>;
  /** Names of organizations from which a row takes a cadre. */
  readonly organizationNames: Map<string, string>;
  /** Names of who was ever paired with these households. */
  readonly helperNames: Map<string, string>;
  readonly loads: Map<string, number>;
  readonly namesRead: Set<string>;
  readonly phonelessRead: Set<string>;
  readonly cadresRead: Set<string>;
}

/** A household that a row makes. Its records are put together when they are written: a trial needs none. */
export interface NewHouse {
  readonly id: string;
  readonly headId: string;
  readonly spellId: string;
  readonly category: HouseholdCategory;
  readonly row: RosterRow;
}

/** What the rows of one batch write, in the order of the modules. */
export interface RosterChanges {
  readonly organizations: NewOrganization[];
  readonly cadres: KnownCadre[];
  readonly cadreChanges: { id: string; before: object; after: CadreChange }[];
  readonly made: NewHouse[];
  readonly householdChanges: Change<KnownHousehold>[];
  readonly categories: KnownCategory[];
  readonly categoryChanges: Change<KnownCategory>[];
  readonly begun: KnownPairing[];
  readonly ended: PairingChange[];
}

export const noChanges = (): RosterChanges => ({
  organizations: [],
  cadres: [],
  cadreChanges: [],
  made: [],
  householdChanges: [],
  categories: [],
  categoryChanges: [],
  begun: [],
  ended: [],
});

export async function openRosterBook(ctx: Context, countyCode: string): Promise<RosterBook> {
  return {
    countyCode,
    rule: await loadRuleOf(ctx, countyCode),
    organizations: new Map(),
    cadresByPhone: new Map(),
    cadresByName: new Map(),
    phonelessByName: new Map(),
    persons: new Map(),
    houses: new Map(),
    merged: new Map(),
    formerHeads: new Map(),
    histories: new Map(),
    helperNames: new Map(),
    organizationNames: new Map(),
    loads: new Map(),
    namesRead: new Set(),
    phonelessRead: new Set(),
    cadresRead: new Set(),
  };
}

const isNew = (map: ReadonlyMap<string, unknown>) => (key: string) => !map.has(key);

export const phoneKey = (ctx: Context, phone: string): string => phoneHash(ctx, phone).toString('hex');
export const personKey = (ctx: Context, residentId: string): string =>
  residentIdHash(ctx, residentId).toString('hex');

/**
 * Looks up the records that the book does not know yet: one statement for each kind of record, sent in this order, which is that of
 * the locks too. While the database is at one the next is made.
 */
export async function readRecords(
  ctx: Context,
  book: RosterBook,
  rows: readonly RosterRow[],
  lock: boolean,
): Promise<void> {
  await Promise.all([
    readOrganizations(ctx, book, rows),
    readCadres(ctx, book, rows, lock),
    readHouses(ctx, book, rows, lock),
  ]);
}

async function readOrganizations(ctx: Context, book: RosterBook, rows: readonly RosterRow[]): Promise<void> {
  const names = rows
    .flatMap(({ helper }) => helper.organization?.name ?? [])
    .filter(isNew(book.organizations));
  if (names.length === 0) return;
  for (const name of names) book.organizations.set(name, null);
  for (const found of await organizationsByName(ctx, book.countyCode, names)) {
    book.organizations.set(found.name, found);
  }
}

async function readCadres(
  ctx: Context,
  book: RosterBook,
  rows: readonly RosterRow[],
  lock: boolean,
): Promise<void> {
  const phones = rows.flatMap(({ helper }) => (helper.phone ? [phoneKey(ctx, helper.phone)] : []));
  const unknown = phones.filter(isNew(book.cadresByPhone));
  const names = namesNotIn(book.namesRead, rows, ({ phone }) => phone === null);
  const phoneless = namesNotIn(book.phonelessRead, rows, ({ phone }) => phone !== null);
  if (unknown.length + names.length + phoneless.length === 0) return;
  for (const key of unknown) book.cadresByPhone.set(key, null);
  for (const name of names) book.namesRead.add(name);
  for (const name of phoneless) book.phonelessRead.add(name);
  const found = await cadresByPhoneOrName(ctx, book.countyCode, {
    phoneHashes: unknown.map((key) => Buffer.from(key, 'hex')),
    names,
    phonelessNames: phoneless,
    lock,
  });
  const fresh = found.filter(({ id }) => !book.cadresRead.has(id));
  for (const cadre of fresh) noteCadre(book, cadre);
  // Counted only where the county refuses more.
  const ids = book.rule.loadPolicy === 'REFUSE' ? fresh.map(({ id }) => id) : [];
  if (ids.length === 0) return;
  const loads = await loadsOfCadres(ctx, book.countyCode, ids);
  for (const id of ids) book.loads.set(id, (book.loads.get(id) ?? 0) + (loads.get(id) ?? 0));
}

const namesNotIn = (
  read: ReadonlySet<string>,
  rows: readonly RosterRow[],
  asks: (helper: RosterRow['helper']) => boolean,
): string[] => {
  const names = rows.flatMap(({ helper }) => (asks(helper) && !read.has(helper.name) ? [helper.name] : []));
  return [...new Set(names)];
};

/** Puts a cadre into the book, or a changed one in the place of the former. */
export function noteCadre(book: RosterBook, cadre: KnownCadre): void {
  if (cadre.phoneHash) book.cadresByPhone.set(cadre.phoneHash.toString('hex'), cadre);
  book.cadresRead.add(cadre.id);
  namesakesOf(book.cadresByName, cadre.name).set(cadre.id, cadre);
  const phoneless = namesakesOf(book.phonelessByName, cadre.name);
  if (cadre.phoneHash) phoneless.delete(cadre.id);
  else phoneless.set(cadre.id, cadre);
}

function namesakesOf(by: Namesakes, name: string): Map<string, KnownCadre> {
  const known = by.get(name) ?? new Map<string, KnownCadre>();
  by.set(name, known);
  return known;
}

async function readHouses(
  ctx: Context,
  book: RosterBook,
  rows: readonly RosterRow[],
  lock: boolean,
): Promise<void> {
  const { countyCode, persons, houses, merged, formerHeads, helperNames } = book;
  // A file names each head once, so no row asks for the households of those before it.
  for (const map of [persons, houses, merged, formerHeads, helperNames]) map.clear();
  const keys = rows.map(({ headId }) => personKey(ctx, headId));
  const hashes = keys.map((key) => Buffer.from(key, 'hex'));
  for (const record of await personsByResidentId(ctx, countyCode, hashes, lock)) {
    const { member, household } = record;
    const key = member.residentIdHash?.toString('hex') ?? '';
    persons.set(key, [...(persons.get(key) ?? []), record]);
    if (member.leftOn === null) houses.set(household.id, { household, category: null, pairings: [] });
  }
  const others = [...persons.values()].flat().filter(({ member }) => member.relation !== 'HEAD');
  const events = await selectEvents(
    ctx,
    countyCode,
    'Household',
    others.map(({ household }) => household.id),
  );
  for (const [id, heads] of formerHeadsOf(events)) formerHeads.set(id, heads);
  const ids = [...houses.keys()];
  if (ids.length === 0) return;
  for (const household of await mergedInto(ctx, countyCode, ids)) {
    const into = household.mergedIntoId ?? '';
    merged.set(into, [...(merged.get(into) ?? []), household]);
  }
  for (const category of await currentCategories(ctx, countyCode, ids)) {
    const house = houses.get(category.householdId);
    if (house) house.category = category;
  }
  for (const pairing of await pairingsOf(ctx, countyCode, ids))
    houses.get(pairing.householdId)?.pairings.push(pairing);
  const helpers = [...houses.values()].flatMap(({ pairings }) => pairings.map(({ cadreId }) => cadreId));
  for (const { id, name } of await namesOfCadres(ctx, countyCode, helpers)) helperNames.set(id, name);
}
