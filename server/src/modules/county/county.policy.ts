import { type SQL, sql } from 'drizzle-orm';
import type { Columns } from '#platform/read/entity.ts';
import { county } from '#schema/county/county.table.ts';

export const everyCounty = sql`array(select place.county_code from ${county} as place)`;

/** True of every row; with it an index that begins with the county is used where no county is named. */
export const inAnyCounty = (t: Columns): SQL => sql`${t.countyCode} = any(${everyCounty})`;
