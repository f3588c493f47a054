import {
  type KnownHousehold,
  type KnownMember,
  membersOf,
  type RecordChange,
} from '#modules/household/household.bulk.service.ts';
import { selectEvents } from '#modules/imports/batch/imports.queries.ts';
import { type Alike, noAlike } from '#modules/imports/staging/doubles.ts';
import { type History, historiesOf } from '#modules/imports/staging/since.rules.ts';
import {
  type FormerIds,
  type Numbered,
  readNumbered,
  readTied,
  type Tied,
} from '#modules/imports/staging/ties.ts';
import type { Context } from '#platform/core/context.ts';
import type { MemberOfRow } from './members.rules.ts';

export interface KnownFamily {
  household: KnownHousehold;
  /** Present and former members. */
  members: KnownMember[];
}

export interface MemberIndex {
  readonly countyCode: string;
  readonly families: Map<string, KnownFamily>;
  /** All records of the people whom rows identify. */
  readonly persons: Tied;
  readonly formerIds: FormerIds;
  readonly numbered: Numbered;
  /** People on record with name and birth date of people that rows would create. */
  readonly alike: Alike;
  /** The rows of the batch, and the people about whom a row names a newborn, by row number. */
  rows: readonly MemberOfRow[];
  readonly children: Map<number, { readonly id: string | null; readonly isInDoubt: boolean }>;
  /** Later changes of members, for families in which a row differs from the record. */
  readonly histories: Map<string, History>;
}

export interface MemberChanges {
  readonly householdChanges: RecordChange<KnownHousehold>[];
  readonly members: KnownMember[];
  readonly memberChanges: RecordChange<KnownMember>[];
}

export const noMemberChanges = (): MemberChanges => ({
  householdChanges: [],
  members: [],
  memberChanges: [],
});

export const createMemberIndex = async (_ctx: Context, countyCode: string): Promise<MemberIndex> => ({
  countyCode,
  families: new Map(),
  persons: new Map(),
  formerIds: new Map(),
  numbered: new Map(),
  alike: noAlike(),
  rows: [],
  children: new Map(),
  histories: new Map(),
});

export async function readFamilies(
  ctx: Context,
  index: MemberIndex,
  rows: readonly MemberOfRow[],
  lock: boolean,
): Promise<void> {
  const { countyCode, families, numbered } = index;
  const residentIds = rows.flatMap(({ residentId, listedHeadId }) => [residentId, listedHeadId]);
  const fresh: string[] = [];
  for (const { household } of await readTied(ctx, index, { ties: rows, residentIds }, lock)) {
    if (families.has(household.id)) continue;
    families.set(household.id, { household, members: [] });
    fresh.push(household.id);
  }
  await readNumbered(ctx, countyCode, numbered, rows);
  if (fresh.length === 0) return;
  for (const member of await membersOf(ctx, countyCode, fresh))
    families.get(member.householdId)?.members.push(member);
}

/** Later changes of these members and, because a change of head changes relations, of their households. */
export async function readHistories(
  ctx: Context,
  index: MemberIndex,
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  const members = [...wanted.keys()].filter((id) => !index.histories.has(id));
  const households = new Set(members.flatMap((id) => wanted.get(id) ?? []));
  const events = [
    ...(await selectEvents(ctx, index.countyCode, 'Household', [...households])),
    ...(await selectEvents(ctx, index.countyCode, 'Member', members)),
  ];
  events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const [id, history] of historiesOf(events)) index.histories.set(id, history);
}
