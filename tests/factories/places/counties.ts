import { newId } from '#platform/core/ids.ts';
import type { Database } from '#platform/database/types.ts';
import { county, dutyRule } from '#schema/county/county.table.ts';

/** A county whose divisions are on record, with the same rules of visits in all categories. */
export async function insertCounty(db: Database, countyCode: string): Promise<void> {
  await db.insert(county).values({ countyCode });
  await db.insert(dutyRule).values(
    ['RELIEVED', 'UNSTABLE', 'MARGINAL', 'SUDDEN'].map((category) => ({
      countyCode,
      id: newId(),
      category,
      frequency: 'QUARTER',
      modes: ['IN_PERSON', 'PHONE', 'VIDEO'],
      minDays: 15,
      deadlineDays: 0,
      fromOn: '2020-01-01',
    })),
  );
}
