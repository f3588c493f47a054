import { peopleAlike } from '#modules/household/household.bulk.service.ts';
import type { Context } from '#platform/core/context.ts';

/**
 * The hashes of the identity numbers of everybody with a name and birth date in the county, '' for those without one.
 * Every person created by a list has an entry, so the most frequent value is shared.
 */
export type Alike = Map<string, readonly string[]>;

export interface Born {
  readonly name: string;
  readonly birthOn: string | null;
  /** Hash of the identity number. */
  readonly key: string | null;
}

export const noAlike = (): Alike => new Map();
const nobody: readonly string[] = [];
const nameAndBirthKeyOf = ({ name, birthOn }: Born): string => `${name}\n${birthOn}`;

/** Reads namesakes born on the same day, for people whom rows would create. */
export async function readAlike(
  ctx: Context,
  countyCode: string,
  alike: Alike,
  people: readonly Born[],
): Promise<void> {
  const open = people.filter((one) => one.birthOn !== null && !alike.has(nameAndBirthKeyOf(one)));
  if (open.length === 0) return;
  for (const one of open) alike.set(nameAndBirthKeyOf(one), nobody);
  const wanted = open.map(({ name, birthOn }) => ({ name, birthOn: birthOn ?? '' }));
  for (const { name, birthOn, residentIdHash } of await peopleAlike(ctx, countyCode, wanted))
    note(alike, nameAndBirthKeyOf({ name, birthOn, key: null }), residentIdHash?.toString('hex') ?? '');
}

/**
 * Whether somebody of this name and birth date is on record under another number or none; remembers this person for
 * later rows.
 */
export function isLikelyDouble(alike: Alike, person: Born): boolean {
  const who = nameAndBirthKeyOf(person);
  const known = alike.get(who);
  if (!known) return false;
  const own = person.key ?? '';
  note(alike, who, own);
  return known.some((key) => key !== own || key === '');
}

function note(alike: Alike, who: string, key: string): void {
  const known = alike.get(who) ?? nobody;
  if (!known.includes(key)) alike.set(who, [...known, key]);
}
