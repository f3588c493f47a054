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
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.table.ts'),
);
const declared = await Promise.all(files.map((file) => import(path.join(folder, file))));
const counties = declared
  .flatMap((exported): unknown[] => Object.values(exported))
  .filter((one): one is PgTable => is(one, PgTable) && 'countyCode' in getTableColumns(one))
  .map((table) => [getTableName(table), 'DISTRIBUTED'] as const);

/** By table, as the distribution script says: by county what carries one, unless it is listed. */
export const placement: ReadonlyMap<string, Place> = new Map([...counties, ...listed]);

export const isDistributed = (table: string): boolean => placement.get(table) === 'DISTRIBUTED';
