import {
  householdsNumbered,
  type PersonRecord,
  personsByFormerId,
  personsByHouseholdNumber,
  personsByNameAndBirth,
  personsByResidentId,
} from '#modules/household/household.bulk.service.ts';
import { isSameName } from '#modules/imports/cells/names.rules.ts';
import type { Context } from '#platform/core/context.ts';
import { residentIdHash } from '#platform/people/personal.ts';

/** How a row identifies its household: by a person's number, the household's number, or name and birth date. */
export interface Tie {
  readonly headId: string | null;
  readonly householdNumber: string | null;
  readonly headName: string | null;
  readonly headBirthOn: string | null;
}

/** Records of the people whom rows identify, by `tieKey`. */
export type Tied = Map<string, PersonRecord[]>;
/** Present and former names of people whose number was corrected, by `personKey` of the former number. */
export type FormerIds = Map<string, string[]>;

interface People {
  readonly countyCode: string;
  readonly persons: Tied;
  readonly formerIds: FormerIds;
}

export const personKey = (ctx: Context, residentId: string): string =>
  residentIdHash(ctx, residentId).toString('hex');

/** The index key of the people of a row: the most certain of the ways in which the row identifies them. */
export function tieKey(ctx: Context, { headId, householdNumber, headName, headBirthOn }: Tie): string {
  if (headId !== null) return personKey(ctx, headId);
  if (householdNumber !== null) return `${householdNumber}\n${headName ?? ''}`;
  return `${headName ?? ''}\n${headBirthOn ?? ''}`;
}

/** The column at fault in a row that identifies nobody. */
export const columnOfTie = ({ headId, householdNumber }: Tie): 'headId' | 'householdNumber' | 'headName' =>
  headId !== null ? 'headId' : householdNumber !== null ? 'householdNumber' : 'headName';

/** Reads the people whom rows identify or name, as far as they are not in the index; returns the new ones. */
export async function readTied(
  ctx: Context,
  { countyCode, persons: tied, formerIds }: People,
  wanted: { readonly ties: readonly Tie[]; readonly residentIds?: readonly (string | null)[] },
  lock: boolean,
): Promise<PersonRecord[]> {
  const { residentIds = [] } = wanted;
  const ids = [...wanted.ties.map(({ headId }) => headId), ...residentIds].flatMap((id) => id ?? []);
  const keys = [...new Set(ids.map((id) => personKey(ctx, id)))].filter((key) => !tied.has(key));
  const open = wanted.ties.filter((tie) => tie.headId === null && !tied.has(tieKey(ctx, tie)));
  for (const key of keys) tied.set(key, []);
  const hashes = keys.map((key) => Buffer.from(key, 'hex'));
  const fresh = hashes.length > 0 ? await personsByResidentId(ctx, countyCode, hashes, lock) : [];
  for (const record of fresh) tied.get(record.member.residentIdHash?.toString('hex') ?? '')?.push(record);
  const unknown = keys.filter((key) => tied.get(key)?.length === 0);
  await readFormerIds(ctx, countyCode, formerIds, unknown);
  return [
    ...fresh,
    ...(await readByNumber(ctx, countyCode, tied, open, lock)),
    ...(await readByBirth(ctx, countyCode, tied, open, lock)),
  ];
}

async function readFormerIds(
  ctx: Context,
  countyCode: string,
  formerIds: FormerIds,
  keys: readonly string[],
) {
  if (keys.length === 0) return;
  const hashes = keys.map((key) => Buffer.from(key, 'hex'));
  for (const { residentIdHash, names } of await personsByFormerId(ctx, countyCode, hashes)) {
    const key = residentIdHash.toString('hex');
    formerIds.set(key, [...(formerIds.get(key) ?? []), ...names]);
  }
}

/**
 * Whether a row has a number that was corrected since, with that person's name. With another name it is the number of
 * another person, with whom the first one had been confused.
 */
export const isFormerId = (
  { formerIds }: Pick<People, 'formerIds'>,
  key: string,
  name: string | null,
): boolean => formerIds.get(key)?.some((known) => name === null || isSameName(known, name)) ?? false;

/** The person named in a row, in the household with its number; otherwise the head. */
async function readByNumber(
  ctx: Context,
  countyCode: string,
  tied: Tied,
  ties: readonly Tie[],
  lock: boolean,
): Promise<PersonRecord[]> {
  const numbered = ties.filter(({ householdNumber }) => householdNumber !== null);
  const numbers = [...new Set(numbered.flatMap(({ householdNumber }) => householdNumber ?? []))];
  if (numbers.length === 0) return [];
  const found = await personsByHouseholdNumber(ctx, countyCode, numbers, lock);
  const byNumber = new Map<string | null, PersonRecord[]>();
  for (const record of found) {
    const { number } = record.household;
    byNumber.set(number, [...(byNumber.get(number) ?? []), record]);
  }
  for (const tie of numbered) {
    const all = byNumber.get(tie.householdNumber) ?? [];
    const named = all.filter(({ member }) => tie.headName !== null && isSameName(member.name, tie.headName));
    const head = all.filter(({ member }) => member.relation === 'HEAD' && member.leftOn === null);
    tied.set(tieKey(ctx, tie), named.length > 0 ? named : head);
  }
  return found;
}

async function readByBirth(
  ctx: Context,
  countyCode: string,
  tied: Tied,
  ties: readonly Tie[],
  lock: boolean,
): Promise<PersonRecord[]> {
  // By the number too, where no household has it yet: the list may have one that the record lacks.
  const born = ties.filter(
    (tie) => tie.householdNumber === null || (tied.get(tieKey(ctx, tie)) ?? []).length === 0,
  );
  const people = born.flatMap(({ headName, headBirthOn }) =>
    headName && headBirthOn ? [{ name: headName, birthOn: headBirthOn }] : [],
  );
  if (people.length === 0) return [];
  const found = await personsByNameAndBirth(ctx, countyCode, people, lock);
  for (const tie of born)
    tied.set(
      tieKey(ctx, tie),
      found.filter(
        ({ member, household }) =>
          member.name === tie.headName &&
          member.birthOn === tie.headBirthOn &&
          (tie.householdNumber === null || household.number === null),
      ),
    );
  return found;
}

/** The household by national number, null if none, as far as rows need it. */
export type Numbered = Map<string, string | null>;

/** Reads the households of numbers in rows that are not in the index yet. */
export async function readNumbered(
  ctx: Context,
  countyCode: string,
  numbered: Numbered,
  ties: readonly Pick<Tie, 'householdNumber'>[],
): Promise<void> {
  const named = new Set(ties.flatMap(({ householdNumber }) => householdNumber ?? []));
  const unknown = [...named].filter((number) => !numbered.has(number));
  if (unknown.length === 0) return;
  for (const number of unknown) numbered.set(number, null);
  for (const { id, number } of await householdsNumbered(ctx, countyCode, unknown))
    if (number !== null) numbered.set(number, id);
}

export const livesIn =
  (villageCode: string | null) =>
  ({ villageCode: present }: { readonly villageCode: string }): boolean =>
    present === villageCode;

/**
 * The records of one person. Name and birth date may match several people: those of the row's village come first, and
 * where these still live in several households it is unclear who is meant.
 */
export function ofOnePerson(
  records: readonly PersonRecord[],
  tie: Tie,
  isNear: (household: PersonRecord['household']) => boolean,
): readonly PersonRecord[] | 'AMBIGUOUS' {
  const isNumbered = ({ household }: PersonRecord) => household.number === tie.householdNumber;
  if (tie.headId !== null || (tie.householdNumber !== null && records.some(isNumbered))) return records;
  const near = records.filter(({ household }) => isNear(household));
  const meant = near.length > 0 ? near : records;
  const present = meant.filter(({ member }) => member.leftOn === null);
  const homes = new Set((present.length > 0 ? present : meant).map(({ household }) => household.id));
  return homes.size > 1 ? 'AMBIGUOUS' : meant;
}
