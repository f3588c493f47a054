import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';

/** Where a cluster keeps a table: by county, whole on every node, or on the coordinator alone. */
export type Place = 'DISTRIBUTED' | 'REFERENCE' | 'LOCAL';

const script = readFileSync('migrations/cluster/distribute.sql', 'utf8');

/** The statements of the script that make the table of places. */
export const placementSql = script.slice(
  script.indexOf('CREATE TEMPORARY TABLE placement'),
  script.indexOf('-- Tables first'),
);

const listed = [...placementSql.matchAll(/^ {2}\('(\w+)', '(REFERENCE|LOCAL)'\)[,;]$/gm)].map(
  ([, name = '', place]) => [name, place as Place] as const,
);

const folder = path.resolve(import.meta.dirname, '../../schema');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
/** What files of one kind declare that carries a county. */
async function ofCounties(ending: string): Promise<string[]> {
  const declared = await Promise.all(
    files.filter((file) => file.endsWith(ending)).map((file) => import(path.join(folder, file))),
  );
  return declared
    .flatMap((exported): unknown[] => Object.values(exported))
    .filter((one): one is PgTable => is(one, PgTable) && 'countyCode' in getTableColumns(one))
    .map(getTableName);
}
const counties = (await ofCounties('.table.ts')).map((name) => [name, 'DISTRIBUTED'] as const);
/** Over the tables of counties, and so where these are. */
const views = new Set(await ofCounties('.view.ts'));

/** By table, as the distribution script says: by county what carries one, unless it is listed. */
export const placement: ReadonlyMap<string, Place> = new Map([...counties, ...listed]);

export const placeOf = (table: string): Place =>
  placement.get(table) ?? (views.has(table) ? 'DISTRIBUTED' : 'LOCAL');
export const isView = (table: string): boolean => views.has(table);
export const isDistributed = (table: string): boolean => placeOf(table) === 'DISTRIBUTED';
