import { getTableName, sql } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import { noteMoved } from '#platform/feed/changes.ts';
import { householdsIn, placed } from './placed.ts';

/** A household on its way from one village of its county to another. */
export interface Move {
  readonly householdId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Takes households to other villages, and with them all their parts. One statement moves all of it: a key ties the
 * village of each part to that of its household, and it is looked at when the statement ends. A part that was not
 * declared is refused there. Whoever changes more of the households raises their versions by that; else they are raised
 * here.
 */
export async function moveHouseholds(
  work: WorkContext,
  countyCode: string,
  moves: readonly Move[],
  { raisesVersion = false }: { readonly raisesVersion?: boolean } = {},
): Promise<void> {
  if (moves.length === 0) return;
  const moving = placed(work, 'PART').map(
    ({ table }) => sql`${sql.identifier(`moved_${getTableName(table)}`)} as (
      update ${table} as part set village_code = going.village_code from going
      where part.county_code = ${countyCode} and part.household_id = going.id)`,
  );
  const ids = sql.param(moves.map(({ householdId }) => householdId));
  const more = raisesVersion ? sql`, version = moved.version + 1` : sql``;
  const villages = sql.param(moves.map(({ to }) => to));
  await work.db.execute(sql`
    with going as (select * from unnest(${ids}::uuid[], ${villages}::text[]) as given (id, village_code)),
      ${sql.join(moving, sql`, `)}
    update ${householdsIn(work).table} as moved set village_code = going.village_code${more} from going
    where moved.county_code = ${countyCode} and moved.id = going.id`);
  for (const { from, to, ids: moved } of byWay(moves)) await noteMoved(work, countyCode, moved, { from, to });
}

/** Those that go the same way are noted together. */
function byWay(moves: readonly Move[]): { from: string; to: string; ids: string[] }[] {
  const ways = new Map<string, { from: string; to: string; ids: string[] }>();
  for (const { householdId, from, to } of moves) {
    const way = ways.get(`${from} ${to}`) ?? { from, to, ids: [] };
    way.ids.push(householdId);
    ways.set(`${from} ${to}`, way);
  }
  return [...ways.values()];
}
