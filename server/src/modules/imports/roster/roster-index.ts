import type { CadreChange, KnownCadre } from '#modules/cadre/cadre.bulk.service.ts';
import type {
  KnownCategory,
  KnownHousehold,
  RecordChange,
} from '#modules/household/household.bulk.service.ts';
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

export interface HouseholdEntry {
  household: KnownHousehold;
  category: KnownCategory | null;
  pairings: KnownPairing[];
}

/** Cadres by name, and by id among those of one name: in a large county hundreds may share one. */
type Namesakes = Map<string, Map<string, KnownCadre>>;

export interface CreatedEntry {
  readonly household: Pick<KnownHousehold, 'id' | 'villageCode'>;
  pairings: KnownPairing[];
}

/** Whether a cadre of the same name under another phone is the same person: certainly (same organization), or maybe. */
export type Namesake = 'SAME' | 'MAYBE' | null;

/**
 * In-memory index of the records that rows refer to, updated with what the rows change. A dry run uses one index for
 * all rows and writes nothing; an import creates a new one, under locks, for each batch of rows.
 */
export interface RosterIndex {
  readonly countyCode: string;
  readonly rule: LoadRule;
  readonly organizations: Map<string, KnownOrganization | null>;
  readonly cadresByPhone: Map<string, KnownCadre | null>;
  readonly cadresByName: Namesakes;
  /** Cadres without a phone on record, the only namesakes that matter to a row with a phone. */
  readonly phonelessByName: Namesakes;
  /** Namesakes with another phone of helpers that rows would create, by `namesakeKey`. */
  readonly namesakes: Map<string, Namesake>;
  /** All records of the people whom the rows of the batch identify. */
  readonly persons: Tied;
  readonly formerIds: FormerIds;
  readonly numbered: Numbered;
  /** Households that this list creates and names in several rows, by the key of the head. */
  readonly made: Map<string, CreatedEntry>;
  /** People on record with name and birth date of people that rows would create. */
  readonly alike: Alike;
  /** The households in which they are present. */
  readonly entries: Map<string, HouseholdEntry>;
  /** Households that were merged into one of these. */
  readonly merged: Map<string, KnownHousehold[]>;
  /** Former heads of the households for which a row names no present head. */
  readonly formerHeads: Map<string, FormerHead[]>;
  /** Field changes of the households and cadres from which a row differs. */
  readonly histories: Map<string, History>;
  /** Names of organizations from which a row takes a cadre. */
  readonly organizationNames: Map<string, string>;
  /** Names of all cadres who were ever paired with these households. */
  readonly helperNames: Map<string, string>;
  readonly loads: Map<string, number>;
  readonly namesRead: Set<string>;
  readonly phonelessRead: Set<string>;
  readonly cadresRead: Set<string>;
}

/** A household that a row creates. Its records are built when they are written, because a dry run needs none. */
export interface NewRosterHousehold {
  readonly id: string;
  readonly headId: string;
  readonly categoryId: string;
  readonly category: HouseholdCategory;
  /** First day of the category. */
  readonly fromOn: string;
  readonly row: RosterRow;
}

/** All writes of one batch of rows, in the order of the modules. */
export interface RosterChanges {
  readonly organizations: NewOrganization[];
  readonly cadres: KnownCadre[];
  readonly cadreChanges: { id: string; before: object; after: CadreChange }[];
  readonly made: NewRosterHousehold[];
  readonly householdChanges: RecordChange<KnownHousehold>[];
  readonly categories: KnownCategory[];
  readonly categoryChanges: RecordChange<KnownCategory>[];
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

export async function createRosterIndex(ctx: Context, countyCode: string): Promise<RosterIndex> {
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
    entries: new Map(),
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

/** Adds a cadre to the index, or replaces the former row. */
export function noteCadre(index: RosterIndex, cadre: KnownCadre): void {
  if (cadre.phoneHash) index.cadresByPhone.set(cadre.phoneHash.toString('hex'), cadre);
  index.cadresRead.add(cadre.id);
  namesakesOf(index.cadresByName, cadre.name).set(cadre.id, cadre);
  const phoneless = namesakesOf(index.phonelessByName, cadre.name);
  if (cadre.phoneHash) phoneless.delete(cadre.id);
  else phoneless.set(cadre.id, cadre);
}

function namesakesOf(by: Namesakes, name: string): Map<string, KnownCadre> {
  const known = by.get(name) ?? new Map<string, KnownCadre>();
  by.set(name, known);
  return known;
}
