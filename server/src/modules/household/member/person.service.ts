import type { NumberSearch } from '#modules/identity/rate-limit/number-search.service.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { residentIdColumns, residentIdHash } from '#platform/people/personal.ts';
import { maskResidentId } from '#schema/person/mask.ts';
import { normaliseResidentId } from '#schema/person/resident-id.ts';
import { selectByFormerNumber } from '../household.bulk.queries.ts';
import { namesakesOf, onFile } from './member.queries.ts';
import type { Identity } from './member.rules.ts';

/**
 * Nobody may be a present member of two households of one county, nobody who died may be added again, and no number may
 * be used that was corrected since. `ownId`: the record that may be the same person.
 */
export async function checkNotOnFile(
  work: WorkContext,
  countyCode: string,
  { personNumber, name }: { personNumber: string | null; name: string },
  path: string,
  ownId?: string,
): Promise<void> {
  if (personNumber === null) return;
  const hash = residentIdHash(work, personNumber);
  const records = await onFile(work, countyCode, hash);
  const others = records.filter((record) => record.id !== ownId);
  if (others.some(({ leftReason }) => leftReason === 'DEATH'))
    throw refuse('PERSON_DIED', { [path]: 'PERSON_DIED' });
  if (others.length > 0) throw refuse('DUPLICATE_PERSON', { [path]: 'DUPLICATE_PERSON' });
  const former = await selectByFormerNumber(work, countyCode, [hash]);
  if (former.some((one) => one.memberId !== ownId && one.names.includes(name)))
    throw refuse('RESIDENT_ID_CORRECTED', { [path]: 'RESIDENT_ID_CORRECTED' });
}

/** Whether a number belongs to a person for life; passports and other papers are reissued and prove nothing. */
export const isForLife = (residentIdHash: unknown, documentKind: string | null): boolean =>
  residentIdHash !== null && (documentKind === 'RESIDENT_ID' || documentKind === 'DISABILITY_CERTIFICATE');

/**
 * People without a resident id are identified by name and birth date: nobody may be in a household twice, and nobody
 * who died may be added again. Two different resident ids are two people.
 */
export async function checkNoDouble(
  work: WorkContext,
  { countyCode, id: householdId }: { countyCode: string; id?: string },
  { name, birthOn, hasIdForLife }: Pick<Identity, 'birthOn'> & { name: string; hasIdForLife: boolean },
  path: string,
  ownId?: string,
): Promise<void> {
  if (birthOn === null) return;
  const namesakes = await namesakesOf(work, countyCode, name, birthOn);
  const doubles = namesakes.filter(
    (one) => one.id !== ownId && !(hasIdForLife && isForLife(one.residentIdHash, one.documentKind)),
  );
  if (doubles.some(({ leftReason }) => leftReason === 'DEATH'))
    throw refuse('PERSON_DIED', { [path]: 'PERSON_DIED' });
  if (doubles.some((one) => one.leftOn === null && one.householdId === householdId))
    throw refuse('POSSIBLE_DUPLICATE', { [path]: 'POSSIBLE_DUPLICATE' });
}

const certificateDigits = 20;

interface Named {
  /** The record that is changed; its birth date is used where none is given. */
  readonly id?: string;
  readonly residentId?: string | null;
  readonly name?: string | null;
  readonly birthOn?: string | null;
}

/**
 * The number search that a write amounts to: by the number, of a disability certificate the resident id in it; else by
 * name and birth date, whose acceptance or refusal would reveal whether they are on record.
 */
export function soughtBy(entity: string, { id, residentId, name, birthOn }: Named): NumberSearch[] {
  const text = normaliseResidentId(residentId ?? '');
  const born = birthOn ?? (name ? id : undefined);
  if (text === '' && born) return [{ entity, kind: 'NAME_AND_BIRTH', text: `${name ?? ''} ${born}` }];
  const person = text.length === certificateDigits ? text.slice(0, 18) : text;
  return person === '' ? [] : [{ entity, kind: 'RESIDENT_ID', text: person }];
}

/** The columns of an identity document; a disability certificate is found and masked by the resident id in it. */
export function documentColumns(ctx: Context, owner: string, { number, personNumber }: Identity) {
  const columns = residentIdColumns(ctx, owner, number);
  if (personNumber === null || personNumber === number) return columns;
  return {
    ...columns,
    residentIdHash: residentIdHash(ctx, personNumber),
    residentIdMasked: maskResidentId(personNumber),
  };
}
