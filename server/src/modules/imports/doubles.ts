import { peopleAlike } from '#modules/household/household.bulk.service.ts';
import type { Context } from '#platform/context.ts';

/** The hashes of the resident ids of all who have a name and birth date in the county, '' for who has none. */
export type Alike = Map<string, Set<string>>;

export interface Born {
  readonly name: string;
  readonly birthOn: string | null;
  /** Hash of the resident id. */
  readonly key: string | null;
}

export const noAlike = (): Alike => new Map();
const keyOf = ({ name, birthOn }: Born): string => `${name}\n${birthOn}`;

/** Looks up namesakes born on the same day, for people whom rows would make. */
export async function readAlike(
  ctx: Context,
  countyCode: string,
  alike: Alike,
  people: readonly Born[],
): Promise<void> {
  const open = people.filter((one) => one.birthOn !== null && !alike.has(keyOf(one)));
  if (open.length === 0) return;
  for (const one of open) alike.set(keyOf(one), new Set());
  const wanted = open.map(({ name, birthOn }) => ({ name, birthOn: birthOn ?? '' }));
  for (const { name, birthOn, residentIdHash } of await peopleAlike(ctx, countyCode, wanted))
    alike.get(keyOf({ name, birthOn, key: null }))?.add(residentIdHash?.toString('hex') ?? '');
}

/** Whether somebody of this name and birth date is known under another number or none; notes this one for those below. */
export function isLikelyDouble(alike: Alike, person: Born): boolean {
  const known = alike.get(keyOf(person));
  if (!known) return false;
  const own = person.key ?? '';
  const isDouble = [...known].some((key) => key !== own || key === '');
  known.add(own);
  return isDouble;
}
