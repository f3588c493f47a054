import { cadreRow, type KnownCadre } from '#modules/cadre/cadre.bulk.service.ts';
import { mayWriteCadre } from '#modules/cadre/cadre.policy.ts';
import { differs, former, type Written } from '#modules/imports/batch/outcome.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { isSameName, mayBeSeveralNames } from '#modules/imports/cells/names.rules.ts';
import { remarkIn } from '#modules/imports/cells/remarks-in-names.rules.ts';
import { type ValueChange, valueChanges } from '#modules/imports/cells/value-changes.rules.ts';
import { firstToStay, type SpeaksOf } from '#modules/imports/staging/since.rules.ts';
import type { KnownOrganization } from '#modules/organization/organization.bulk.service.ts';
import { mayWriteOrganizations } from '#modules/organization/organization.policy.ts';
import type { Context } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { pick } from '#platform/core/pick.ts';
import { ownerOf, phoneColumns } from '#platform/people/personal.ts';
import type { HelperFacts } from './helpers.rules.ts';
import { namesakeKey, noteCadre, phoneKey, type RosterChanges, type RosterIndex } from './roster-index.ts';

/** Organization and cadre of a row: on record, or to be created. Changes nothing yet. */
export interface Helper {
  readonly facts: HelperFacts;
  readonly organization: KnownOrganization | null;
  readonly isNewOrganization: boolean;
  readonly known: KnownCadre | null;
  readonly cadre: KnownCadre;
}

const changeable = [
  'sex',
  'politicalStatus',
  'organizationId',
  'jobTitle',
  'phoneCipher',
  'phoneHash',
  'phoneMasked',
] as const;

export function findHelper(
  ctx: Context,
  index: RosterIndex,
  facts: HelperFacts,
  { villageCode, pending }: { villageCode: string; pending: Map<string, KnownOrganization> },
): Helper | Fault {
  const onRecord = facts.organization ? (index.organizations.get(facts.organization.name) ?? null) : null;
  const { name } = facts.organization ?? { name: null };
  const ofRow = name === null ? null : (pending.get(name) ?? null);
  const organization = onRecord ?? ofRow ?? (name === null ? null : { id: newId(), name });
  if (organization && !onRecord) pending.set(organization.name, organization);
  const known = findCadre(ctx, index, facts, onRecord?.id ?? null);
  if (known && 'code' in known) return known;
  if (!known && mayBeSeveralNames(facts.name)) return { column: 'helperName', code: 'HELPERS_UNCLEAR' };
  // The same name in the same organization is usually the same person with a new phone.
  const namesake = known || !facts.phone ? null : index.namesakes.get(namesakeKey(facts));
  if (namesake === 'SAME') return { column: 'helperPhone', code: 'CADRE_PHONE_DIFFERS' };
  return {
    facts,
    organization,
    isNewOrganization: organization !== null && onRecord === null && ofRow === null,
    known,
    cadre: known
      ? withFacts(ctx, known, facts, organization)
      : cadreRow(ctx, index.countyCode, {
          id: newId(),
          name: facts.name,
          phone: facts.phone,
          sex: facts.sex,
          politicalStatus: facts.politicalStatus,
          organizationId: organization?.id ?? null,
          jobTitle: facts.jobTitle,
          divisionCode: workPlaceOf(index.countyCode, facts, villageCode),
        }),
  };
}

const comparedFields = ['sex', 'politicalStatus', 'organizationId', 'jobTitle', 'phoneMasked'] as const;
const columnOf = {
  sex: 'helperSex',
  politicalStatus: 'helperPolitics',
  organizationId: 'helperOrganization',
  jobTitle: 'helperTitle',
  phoneMasked: 'helperPhone',
} as const;

/** The cadre on record from whom a row differs, whose history is read. */
export function cadreChangedBy(ctx: Context, index: RosterIndex, facts: HelperFacts): KnownCadre | null {
  const { organization } = facts;
  const onRecord = organization ? (index.organizations.get(organization.name) ?? null) : null;
  const known = findCadre(ctx, index, facts, onRecord?.id ?? null);
  if (!known || 'code' in known) return null;
  if (organization && !onRecord) return known;
  return differs(known, withFacts(ctx, known, facts, onRecord), changeable) ? known : null;
}

/** What of a helper the importer may not write by hand either: a new organization or cadre, or changes to a cadre. */
export function faultOfRights(
  ctx: Context,
  { countyCode }: RosterIndex,
  { known, cadre, isNewOrganization }: Helper,
): Fault | null {
  if (isNewOrganization && !mayWriteOrganizations(ctx, countyCode))
    return { column: 'helperOrganization', code: 'FORBIDDEN' };
  if (!known)
    return mayWriteCadre(ctx, cadre.divisionCode) ? null : { column: 'helperName', code: 'FORBIDDEN' };
  if (mayWriteCadre(ctx, known.divisionCode) || !differs(known, cadre, changeable)) return null;
  const changed = comparedFields.find((field) => known[field] !== cadre[field]);
  return { column: changed ? columnOf[changed] : 'helperName', code: 'FORBIDDEN' };
}

/** Why the cadre on record must not become what the row says, or null. */
export function faultOfCadre(index: RosterIndex, { known, cadre }: Helper, speaksOf: SpeaksOf): Fault | null {
  const history = known && index.histories.get(known.id);
  const field = history ? firstToStay(history, known, cadre, comparedFields, speaksOf) : null;
  return field && { column: columnOf[field], code: 'CHANGED_SINCE' };
}

export function changesOfCadre(index: RosterIndex, { known, cadre, organization }: Helper): ValueChange[] {
  if (!known) return [];
  const nameOf = (id: string | null) =>
    id === organization?.id ? organization?.name : (index.organizationNames.get(id ?? '') ?? null);
  const named = (one: KnownCadre) => ({ ...one, organizationId: nameOf(one.organizationId) });
  return valueChanges(named(known), named(cadre), columnOf);
}

/** By phone; without one, by name within the organization. A phone also matches a cadre who has none on record yet. */
function findCadre(
  ctx: Context,
  index: RosterIndex,
  facts: HelperFacts,
  organizationId: string | null,
): KnownCadre | Fault | null {
  const byPhone = facts.phone ? index.cadresByPhone.get(phoneKey(ctx, facts.phone)) : null;
  if (byPhone) {
    return isSameName(byPhone.name, facts.name)
      ? byPhone
      : { column: 'helperPhone', code: 'PHONE_OF_OTHER_CADRE' };
  }
  if (facts.phone !== null && organizationId === null) return null;
  const sharing = (facts.phone === null ? index.cadresByName : index.phonelessByName).get(facts.name);
  const namesakes = [...(sharing?.values() ?? [])].filter(
    (cadre) => facts.organization === null || cadre.organizationId === organizationId,
  );
  const [only, ...others] = namesakes;
  if (others.length > 0) return { column: 'helperName', code: 'CADRE_AMBIGUOUS' };
  return only ?? null;
}

/** Blank cells change nothing. */
function withFacts(
  ctx: Context,
  cadre: KnownCadre,
  facts: HelperFacts,
  organization: KnownOrganization | null,
): KnownCadre {
  const { countyCode, id } = cadre;
  const phone =
    facts.phone && !cadre.phoneHash ? phoneColumns(ctx, ownerOf('cadre', countyCode, id), facts.phone) : {};
  return {
    ...cadre,
    ...phone,
    sex: facts.sex ?? cadre.sex,
    politicalStatus: facts.politicalStatus ?? cadre.politicalStatus,
    organizationId: organization?.id ?? cadre.organizationId,
    jobTitle: facts.jobTitle ?? cadre.jobTitle,
  };
}

/** The division of a cadre of a township or village is that of the first row's household. */
function workPlaceOf(countyCode: string, { organization }: HelperFacts, villageCode: string): string {
  const level = organization?.level;
  if (level === 'VILLAGE') return villageCode;
  return level === 'TOWNSHIP' ? villageCode.slice(0, 9) : countyCode;
}

/** Warnings about a new helper whom no rule refuses. */
export function warningsOfHelper(index: RosterIndex, { facts, isNewOrganization, known }: Helper): Fault[] {
  const found: Fault[] = [];
  if (isNewOrganization && facts.organization?.level === null)
    found.push({ column: 'helperOrganization', code: 'ORGANIZATION_LEVEL_MISSING' });
  if (!known && facts.phone && index.namesakes.get(namesakeKey(facts)))
    found.push({ column: 'helperName', code: 'HELPER_NAMESAKE' });
  if (!known && remarkIn(facts.name) !== null) found.push({ column: 'helperName', code: 'NAME_HAS_MARK' });
  return found;
}

/** Adds the row's new or changed organization and cadre to the index and to the changes. */
export function takeHelper(index: RosterIndex, changes: RosterChanges, helper: Helper): Written[] {
  const written: Written[] = [];
  const { facts, organization, known, cadre } = helper;
  if (organization && helper.isNewOrganization) {
    changes.organizations.push({ ...organization, level: facts.organization?.level ?? 'OTHER' });
    index.organizations.set(organization.name, organization);
    written.push({ table: 'organization', id: organization.id, version: 1, before: null });
  }
  if (!known) {
    changes.cadres.push(cadre);
    index.loads.set(cadre.id, 0);
    noteCadre(index, cadre);
    // For later rows: the list itself distinguishes two people of one name.
    if (facts.phone) index.namesakes.set(namesakeKey(facts), 'MAYBE');
    written.push({ table: 'cadre', id: cadre.id, version: 1, before: null });
  } else if (differs(known, cadre, changeable)) {
    const after = { ...cadre, version: known.version + 1 };
    const columns = pick(after, changeable);
    changes.cadreChanges.push({ id: cadre.id, before: known, after: { id: cadre.id, ...columns } });
    noteCadre(index, after);
    written.push({ table: 'cadre', id: cadre.id, version: after.version, before: former(known, changeable) });
  }
  return written;
}
