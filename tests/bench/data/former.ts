import { pipeline } from 'node:stream/promises';
import postgres, { type Sql } from 'postgres';
import { type Link, noHash, unkeyedHash } from '#platform/audit/chain.ts';
import { readParts, runAll } from './constraints.ts';

/**
 * Masks in their former format: with the county or network in front, so that a number of another length is not taken
 * for one.
 */
const formerMasks: Readonly<Record<string, string>> = {
  head_id_masked: `'130499********' || right(head_id_masked, 4)`,
  resident_id_masked: `'130499********' || right(resident_id_masked, 4)`,
  phone_masked: `'138****' || right(phone_masked, 4)`,
};

/** A column as a former release would have written it. */
function formerly(table: string, column: string): string {
  if (table === 'record_change' && column === 'entity') return `coalesce(entity, '')`;
  const mask = formerMasks[column];
  return mask && table !== 'webhook' ? mask : `"${column}"`;
}

/**
 * Fills the empty database of a former release with the data of a present one, as far as that release had tables and
 * columns for it: with its masks, and an audit trail without a key. Its migrations must add what came later.
 */
export async function fillFormer(fromUrl: string, to: Sql): Promise<string[]> {
  const known = await once(fromUrl, columnNamesByTable);
  const tables = [...(await columnNamesByTable(to))].filter(
    ([table]) => known.has(table) && table !== 'app_meta',
  );
  const names = tables.map(([table]) => table);
  const parts = await readParts(to, names);
  await runAll(to, parts.drop, 1);
  for (const [table, columns] of tables) {
    const shared = columns.filter((column) => known.get(table)?.includes(column));
    const named = shared.map((column) => `"${column}"`).join(', ');
    const selected = shared.map((column) => `${formerly(table, column)} as "${column}"`).join(', ');
    await to.unsafe(`truncate "${table}"`);
    await once(fromUrl, async (from) => {
      const source = await from.unsafe(`copy (select ${selected} from "${table}") to stdout`).readable();
      await pipeline(source, await to.unsafe(`copy "${table}" (${named}) from stdin`).writable());
    });
  }
  await runAll(to, parts.restore.keys);
  await runAll(to, parts.restore.indexes);
  await runAll(to, parts.restore.foreign, 1);
  await takeKeyOffTrail(to);
  await to`vacuum (analyze)`;
  return names;
}

/** On a connection of its own: the driver may leave a connection paused after a large COPY. */
async function once<T>(url: string, act: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return await act(sql).finally(() => sql.end({ timeout: 0 }));
}

async function columnNamesByTable(sql: Sql): Promise<Map<string, string[]>> {
  const rows = await sql<{ place: string; names: string[] }[]>`
    select table_name as place, array_agg(column_name::text order by ordinal_position) as names
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER' group by 1 order by 1`;
  return new Map(rows.map(({ place, names }) => [place, names]));
}

/** Rewrites the chains as they were before audit keys. */
async function takeKeyOffTrail(sql: Sql): Promise<void> {
  const rows = await sql<
    Link[]
  >`select county_code as "countyCode", seq::int as seq, division_code as "divisionCode",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, actor_id as "actorId",
      actor_name as "actorName", token_id as "tokenId", request_id as "requestId", action, entity,
      entity_id as "entityId", before, after
    from audit_event order by county_code, seq`;
  const heads = new Map<string, Buffer>();
  for (const link of rows) {
    const hash = unkeyedHash(heads.get(link.countyCode) ?? noHash, link);
    heads.set(link.countyCode, hash);
    await sql`update audit_event set hash = ${hash} where county_code = ${link.countyCode} and seq = ${link.seq}`;
  }
  for (const [county, hash] of heads)
    await sql`update audit_head set hash = ${hash} where county_code = ${county}`;
}
