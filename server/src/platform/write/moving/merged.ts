import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias, type PgTable } from 'drizzle-orm/pg-core';
import type { WorkContext } from '#platform/core/context.ts';
import { updateWhere } from '../where.ts';
import { columnOf, type Placed, placed } from './placed.ts';

interface Household {
  readonly countyCode: string;
  readonly id: string;
  readonly villageCode: string;
}

/** What else changes in the parts that go, by name of the entity. */
type MoreChanges = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Gives the parts of a household that go on to the one it is merged into; both must be locked. The trail tells of them
 * in the row of the household.
 */
export async function moveToMerged(
  work: WorkContext,
  former: Household,
  into: Household,
  more: MoreChanges,
): Promise<void> {
  const trail = {
    auditedAs: 'Household',
    former: { divisionCode: former.villageCode, householdId: former.id },
  };
  for (const part of placed(work, 'PART')) {
    const goes = goingOn(part, former, into);
    const place = { householdId: into.id, villageCode: into.villageCode };
    if (goes) await updateWhere(work, part, goes, { ...more[part.name], ...place }, trail);
  }
}

/** The parts that go; undefined where all of a kind stay. */
function goingOn({ table, place }: Placed<'PART'>, former: Household, into: Household): SQL | undefined {
  if (place.merged === 'STAYS') return undefined;
  const { until, onePer } = place.merged;
  const running = (of: PgTable, { countyCode, id }: Household) =>
    and(
      eq(columnOf(of, 'countyCode'), countyCode),
      eq(columnOf(of, 'householdId'), id),
      isNull(columnOf(of, until)),
    );
  if (onePer === undefined) return running(table, former);
  const there = alias(table, 'there');
  const same = eq(columnOf(there, onePer), columnOf(table, onePer));
  return and(
    running(table, former),
    sql`not exists (select from ${table} as there where ${and(running(there, into), same)})`,
  );
}
