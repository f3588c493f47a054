import type { CadreChange, KnownCadre } from '#modules/cadre/cadre.bulk.service.ts';
import type { Change, KnownCategory, KnownHousehold } from '#modules/household/household.bulk.service.ts';
import { type Alike, noAlike } from '#modules/imports/staging/doubles.ts';
import type { FormerHead, History } from '#modules/imports/staging/since.rules.ts';
import type { FormerIds, Numbered, Tied } from '#modules/imports/staging/ties.ts';
import type { KnownOrganization, NewOrganization } from '#modules/organization/organization.bulk.service.ts';
import { type KnownPairing, loadRuleOf, type PairingChange } from '#modules/pairing/pairing.bulk.service.ts';
import type { LoadRule } from '#modules/pairing/pairing.rules.ts';
import type { Context } from '#platform/core/context.ts';
import { phoneHash } from '#platform/people/personal.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import type { HelperFacts } from './helpers.rules.ts';
import type { RosterRow } from './roster.rules.ts';

export interface KnownHouse {
  household: KnownHousehold;
  category: KnownCategory | null;
  pairings: KnownPairing[];
}

/** Cadres by name, and by id among those of one name: in a large county hundreds may share one. */
type Namesakes = Map<string, Map<string, KnownCadre>>;

export interface MadeHouse {
  readonly household: Pick<KnownHousehold, 'id' | 'villageCode'>;
  pairings: KnownPairing[];
}

/** A cadre of the same name under another phone: of the same organization and on record before this list, or not so surely. */
export type Namesake = 'SAME' | 'MAYBE' | null;

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
  /** Namesakes under another phone of the helpers that rows would make, by `namesakeKey`. */
  readonly namesakes: Map<string, Namesake>;
  /** All records of the people to whom the rows at hand are tied. */
  readonly persons: Tied;
  readonly formerIds: FormerIds;
  readonly numbered: Numbered;
  /** Households that this list makes and names in several rows, by the key of the head. */
  readonly made: Map<string, MadeHouse>;
  /** People of the names and birth dates in the rows whom they would make. */
  readonly alike: Alike;
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
  /** First day of the category. */
  readonly fromOn: string;
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
    namesakes: new Map(),
    persons: new Map(),
    formerIds: new Map(),
    numbered: new Map(),
    made: new Map(),
    alike: noAlike(),
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

export const phoneKey = (ctx: Context, phone: string): string => phoneHash(ctx, phone).toString('hex');
export const namesakeKey = ({ name, organization }: HelperFacts): string =>
  `${name}\n${organization?.name ?? ''}`;

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
