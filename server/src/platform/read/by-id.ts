import { type SQL, sql } from 'drizzle-orm';
import type { Columns, Entity } from './entity.ts';
import { partsOfId } from './parts-of-id.ts';

/** Filter by the global id of a related row of the same county: its key stands in `countyCode` and `column`. */
export const byGlobalId =
  (entity: () => Entity, column: string) =>
  (columns: Columns, id: string, _ctx: unknown, path: string): SQL => {
    const [countyCode, rowId] = partsOfId(entity(), id, path);
    return sql`(${columns.countyCode} = ${countyCode} and ${columns[column]} = ${rowId})`;
  };
