import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import { placeColumnsOf } from '#platform/feed/place.ts';
import { auditAct } from '../trail.ts';
import { updateWhere } from '../where.ts';
import { columnsByName } from '../writable.ts';
import { moveHouseholds } from './households.ts';
import { columnOf, householdsIn, type Placed, placed } from './placed.ts';

interface MovedDivision {
  readonly countyCode: string;
  readonly oldCode: string;
  readonly newCode: string;
}

/**
 * Takes all that stands in a division to its new code: the households of a village, and the rows of every entity that
 * moves with its division. What stands in a division above or below stays: each code is moved by itself. Gives back how
 * many rows of each type moved; the trail tells of them in the row of the division, and of what opens a way in by a row each.
 */
export async function moveRecords(work: WorkContext, moved: MovedDivision): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const entity of placed(work, 'IN_DIVISION'))
    counts.set(entity.name, await moveRows(work, entity, moved));
  counts.set(householdsIn(work).name, await moveVillage(work, moved));
  return counts;
}

async function moveRows(
  work: WorkContext,
  entity: Placed<'IN_DIVISION'>,
  moved: MovedDivision,
): Promise<number> {
  const { countyCode, oldCode, newCode } = moved;
  const { table } = entity;
  const [name = ''] = placeColumnsOf(table);
  const place = columnOf(table, name);
  const isThere = eq(place, oldCode);
  const [quoted, renamed] = [JSON.stringify(oldCode), JSON.stringify(newCode)];
  const changes: Record<string, SQL> = {
    [name]: sql`case when ${isThere} then ${newCode} else ${place} end`,
  };
  const areNamed = entity.place.namedIn.map((text) => {
    const column = columnOf(table, text);
    changes[text] = sql`replace(${column}, ${quoted}, ${renamed})`;
    // A row names what lies in its own division, and nothing outside.
    return sql`(starts_with(${oldCode}, ${place}) and strpos(${column}, ${quoted}) > 0)`;
  });
  const county = columnsByName(table).countyCode;
  const where = and(county && eq(county, countyCode), or(isThere, ...areNamed));
  const trail = { auditedAs: 'Division', former: { divisionCode: oldCode } };
  const rows = await updateWhere(work, entity, where, changes, trail);
  if (entity.place.isOnTrail) for (const row of rows) auditMove(work, entity, row, name, moved);
  return rows.length;
}

function auditMove(
  work: WorkContext,
  entity: Placed<'IN_DIVISION'>,
  row: object,
  column: string,
  { oldCode, newCode }: MovedDivision,
): void {
  const act = { action: 'moveDivision', before: { [column]: oldCode }, after: { [column]: newCode } };
  auditAct(work, entity, row, act);
}

async function moveVillage(work: WorkContext, { countyCode, oldCode, newCode }: MovedDivision) {
  const { table } = householdsIn(work);
  const rows = await work.db.execute<{ id: string }>(sql`select id from ${table}
    where county_code = ${countyCode} and village_code = ${oldCode} order by id for update`);
  const moves = rows.map(({ id }) => ({ householdId: id, from: oldCode, to: newCode }));
  await moveHouseholds(work, countyCode, moves, { raisesVersion: true });
  return moves.length;
}
