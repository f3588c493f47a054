import {
  type Change,
  type KnownHousehold,
  type KnownMember,
  membersOf,
  type PersonRecord,
  personsByResidentId,
} from '#modules/household/household.bulk.service.ts';
import type { Context } from '#platform/context.ts';
import { residentIdHash } from '#platform/personal.ts';
import { selectEvents } from './imports.queries.ts';
import type { MemberOfRow } from './members.rules.ts';
import { type History, historiesOf } from './since.rules.ts';

export interface KnownFamily {
  readonly household: KnownHousehold;
  /** Everybody who is or was in it. */
  members: KnownMember[];
}

export interface MemberBook {
  readonly countyCode: string;
  readonly families: Map<string, KnownFamily>;
  /** All records of a person, by the hash of the resident id. */
  readonly persons: Map<string, PersonRecord[]>;
  /** What was told since of members, for those families in which a row says something new. */
  readonly histories: Map<string, History>;
}

export interface MemberChanges {
  readonly members: KnownMember[];
  readonly memberChanges: Change<KnownMember>[];
}

export const noMemberChanges = (): MemberChanges => ({ members: [], memberChanges: [] });

export const openMemberBook = async (_ctx: Context, countyCode: string): Promise<MemberBook> => ({
  countyCode,
  families: new Map(),
  persons: new Map(),
  histories: new Map(),
});

export const idKey = (ctx: Context, residentId: string): string =>
  residentIdHash(ctx, residentId).toString('hex');

export async function readFamilies(
  ctx: Context,
  book: MemberBook,
  rows: readonly MemberOfRow[],
  lock: boolean,
): Promise<void> {
  const { countyCode, families, persons } = book;
  const ids = rows.flatMap(({ headId, residentId }) => (residentId ? [headId, residentId] : [headId]));
  const keys = [...new Set(ids.map((id) => idKey(ctx, id)))].filter((key) => !persons.has(key));
  for (const key of keys) persons.set(key, []);
  const hashes = keys.map((key) => Buffer.from(key, 'hex'));
  const fresh: string[] = [];
  for (const record of await personsByResidentId(ctx, countyCode, hashes, lock)) {
    const { member, household } = record;
    persons.get(member.residentIdHash?.toString('hex') ?? '')?.push(record);
    if (families.has(household.id)) continue;
    families.set(household.id, { household, members: [] });
    fresh.push(household.id);
  }
  if (fresh.length === 0) return;
  for (const member of await membersOf(ctx, countyCode, fresh))
    families.get(member.householdId)?.members.push(member);
}

/** What was told since of these members and, since a change of the head tells of relations, of their households. */
export async function readHistories(
  ctx: Context,
  book: MemberBook,
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  const members = [...wanted.keys()].filter((id) => !book.histories.has(id));
  const households = new Set(members.flatMap((id) => wanted.get(id) ?? []));
  const events = [
    ...(await selectEvents(ctx, book.countyCode, 'Household', [...households])),
    ...(await selectEvents(ctx, book.countyCode, 'Member', members)),
  ];
  events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const [id, history] of historiesOf(events)) book.histories.set(id, history);
}
