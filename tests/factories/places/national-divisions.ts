import { like } from 'drizzle-orm';
import { readDivisions } from '#modules/division/division.data.ts';
import { division } from '#schema/division/division.table.ts';
import type { Arranging } from '#tests/setup/app.ts';
import { insertCounty } from './counties.ts';

/** Real counties with all townships and villages and the usual duty rules. */
export async function loadCounties(test: Arranging, ...countyCodes: string[]): Promise<void> {
  const { db } = test.owner;
  const rows = [];
  for await (const row of readDivisions(countyCodes)) rows.push(row);
  for (let from = 0; from < rows.length; from += 1_000) {
    await db
      .insert(division)
      .values(rows.slice(from, from + 1_000))
      .onConflictDoNothing();
  }
  for (const countyCode of countyCodes) {
    await insertCounty(db, countyCode);
  }
}

/** A village of a loaded county. */
export async function anyVillage(test: Arranging, countyCode = '130434'): Promise<string> {
  const [found] = await test.owner.db
    .select()
    .from(division)
    .where(like(division.code, `${countyCode}______`))
    .limit(1);
  if (!found) throw new Error(`no village in ${countyCode}`);
  return found.code;
}
