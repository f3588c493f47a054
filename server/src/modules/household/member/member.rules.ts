import { invalid } from '#platform/core/errors.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { IdentityDocumentKind, Sex } from '#schema/codes/people/person.codes.ts';
import type { Relation } from '#schema/codes/people/relation.codes.ts';
import { isNewbornName } from '#schema/person/newborn-names.ts';
import {
  checkDisabilityCertificate,
  checkResidentId,
  normaliseResidentId,
} from '#schema/person/resident-id.ts';

export interface Claim {
  readonly documentKind: IdentityDocumentKind;
  readonly number: string | null;
  readonly sex: Sex | null;
  readonly birthOn: string | null;
}

export interface Identity extends Claim {
  readonly sex: Sex;
  /** Identifies a person across records: of a disability certificate, the resident id in it. */
  readonly personNumber: string | null;
}

/** Derives the identity from the document; sex and birth date given besides must agree with it. */
export function identityOf(claim: Claim, today: string): Identity {
  const number = claim.number?.trim() ? normaliseResidentId(claim.number) : null;
  if (claim.documentKind === 'RESIDENT_ID' || claim.documentKind === 'DISABILITY_CERTIFICATE')
    return byResidentId(claim, number, today);
  if (claim.documentKind === 'NONE_YET' && number !== null) refuse('residentId', 'NUMBER_WITHOUT_DOCUMENT');
  if (claim.birthOn === null) return refuse('birthOn', 'REQUIRED_MISSING');
  if (claim.birthOn > today) refuse('birthOn', 'DATE_IN_FUTURE');
  return { ...claim, number, personNumber: number, sex: claim.sex ?? 'UNKNOWN' };
}

function byResidentId(claim: Claim, number: string | null, today: string): Identity {
  if (number === null) return refuse('residentId', 'REQUIRED_MISSING');
  const isCertificate = claim.documentKind === 'DISABILITY_CERTIFICATE';
  if (isCertificate && !checkDisabilityCertificate(number, today))
    refuse('residentId', 'DISABILITY_CERTIFICATE_INVALID');
  const checked = checkResidentId(isCertificate ? number.slice(0, 18) : number, today);
  if (!checked.ok) return refuse('residentId', checked.code);
  if (claim.sex !== null && claim.sex !== 'UNKNOWN' && claim.sex !== checked.sex)
    refuse('sex', 'ID_SEX_MISMATCH');
  if (claim.birthOn !== null && claim.birthOn !== checked.birthDate) refuse('birthOn', 'ID_BIRTH_MISMATCH');
  const { sex, birthDate: birthOn, id: personNumber } = checked;
  return { documentKind: claim.documentKind, number, sex, birthOn, personNumber };
}

function refuse(field: string, code: ErrorCode): never {
  throw invalid({ [`input.${field}`]: code });
}

/** One head and at most one spouse of the head; `others` are the present members but the one in question. */
export function checkRelation(others: readonly { relation: string }[], relation: Relation): void {
  if (relation === 'HEAD' && others.some((other) => other.relation === 'HEAD'))
    refuse('relation', 'HEAD_EXISTS');
  if (relation === 'SPOUSE' && others.some((other) => other.relation === 'SPOUSE'))
    refuse('relation', 'TWO_SPOUSES');
}

interface Child {
  readonly name: string;
  readonly birthOn: string | null;
  readonly relation: string;
}

/**
 * Refuses to add a child under a name while the household has a child without name and number, of the same birth date
 * and relation: the name belongs in that record. Of twins, the one without a name must be named first.
 */
export function checkNotNamedSince(
  present: readonly (Child & { readonly residentIdHash: Buffer | null })[],
  child: Child,
): void {
  if (child.birthOn === null || isNewbornName(child.name)) return;
  const isThere = present.some(
    ({ name, birthOn, relation, residentIdHash }) =>
      residentIdHash === null &&
      birthOn === child.birthOn &&
      relation === child.relation &&
      isNewbornName(name),
  );
  if (isThere) refuse('name', 'POSSIBLE_DUPLICATE');
}

export interface Present {
  readonly id: string;
  readonly relation: string;
}

/**
 * Relations that change when another member becomes the head. A spouse who becomes the head makes the former head the
 * spouse; any other relation of the former head must be given by the caller.
 */
export function relationsUnder(
  newHead: Present,
  present: readonly Present[],
  given: ReadonlyMap<string, Relation>,
): Map<string, Relation> {
  const changed = new Map<string, Relation>();
  for (const { id, relation } of present) {
    const said = given.get(id);
    if (id === newHead.id) changed.set(id, 'HEAD');
    else if (said) changed.set(id, said);
    else if (relation === 'HEAD') changed.set(id, newHead.relation === 'SPOUSE' ? 'SPOUSE' : 'OTHER');
  }
  const after = present.map(({ id, relation }) => changed.get(id) ?? relation);
  if (after.filter((relation) => relation === 'HEAD').length !== 1) refuse('relations', 'HEAD_EXISTS');
  if (after.filter((relation) => relation === 'SPOUSE').length > 1) refuse('relations', 'TWO_SPOUSES');
  return changed;
}

/** What a household copies from its head. */
export const headColumns = (head: { name: string; pinyin: string; residentIdMasked: string | null }) => ({
  headName: head.name,
  headPinyin: head.pinyin,
  headIdMasked: head.residentIdMasked,
});
