import {
  type Change,
  type KnownHousehold,
  type KnownMember,
  membersOf,
  personsByResidentId,
} from '#modules/household/household.bulk.service.ts';
import type { Context } from '#platform/context.ts';
import { residentIdHash } from '#platform/personal.ts';
import type { MemberOfRow } from './members.rules.ts';

export interface KnownFamily {
  household: KnownHousehold;
  members: KnownMember[];
}

export interface MemberBook {
  readonly countyCode: string;
  /** Households by the hash of the head's resident id. */
  readonly families: Map<string, KnownFamily | null>;
  readonly familiesById: Map<string, KnownFamily>;
  /** Id of the household in which a person is on record, by the hash of the resident id. */
  readonly homes: Map<string, string | null>;
}

export interface MemberChanges {
  readonly members: KnownMember[];
  readonly memberChanges: Change<KnownMember>[];
  readonly householdChanges: Change<KnownHousehold>[];
}

export const noMemberChanges = (): MemberChanges => ({
  members: [],
  memberChanges: [],
  householdChanges: [],
});

export const openMemberBook = async (_ctx: Context, countyCode: string): Promise<MemberBook> => ({
  countyCode,
  families: new Map(),
  familiesById: new Map(),
  homes: new Map(),
});

export const idKey = (ctx: Context, residentId: string): string =>
  residentIdHash(ctx, residentId).toString('hex');

export async function readUpMembers(
  ctx: Context,
  book: MemberBook,
  rows: readonly MemberOfRow[],
  lock: boolean,
): Promise<void> {
  const { countyCode, families, familiesById, homes } = book;
  const heads = new Set(rows.map(({ headId }) => idKey(ctx, headId)).filter((key) => !families.has(key)));
  const persons = rows.flatMap(({ residentId }) => (residentId ? [idKey(ctx, residentId)] : []));
  const keys = new Set([...heads, ...persons.filter((key) => !homes.has(key))]);
  for (const key of heads) families.set(key, null);
  for (const key of persons) if (!homes.has(key)) homes.set(key, null);
  const found = await personsByResidentId(
    ctx,
    countyCode,
    [...keys].map((key) => Buffer.from(key, 'hex')),
    lock,
  );
  const fresh: string[] = [];
  for (const { member, household } of found) {
    const key = member.residentIdHash?.toString('hex') ?? '';
    if (homes.get(key) === null) homes.set(key, household.id);
    if (member.relation !== 'HEAD' || !heads.has(key)) continue;
    const family = { household, members: [] };
    families.set(key, family);
    familiesById.set(household.id, family);
    fresh.push(household.id);
  }
  if (fresh.length === 0) return;
  for (const member of await membersOf(ctx, countyCode, fresh)) {
    familiesById.get(member.householdId)?.members.push(member);
  }
}
