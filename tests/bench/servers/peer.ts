import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql as query } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import { type DutyNarrowing, dutiesSql } from '#modules/duty/duty.queries.ts';
import { requestedPeriods } from '#modules/duty/duty.rules.ts';
import { type Spawned, spawnServer } from './spawn.ts';

const source = path.resolve(import.meta.dirname, '../peer');
const files = ['package.json', 'package-lock.json', 'server.mjs', 'tags.mjs'];

/**
 * Installs PostGraphile with the Node version it needs, once, from its lock file, beside the data and outside the
 * project.
 */
export function installPeer(folder: string, say: (line: string) => void): string {
  const lock = readFileSync(path.join(source, 'package-lock.json'));
  const place = path.join(folder, `peer-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  mkdirSync(place, { recursive: true });
  for (const name of files) copyFileSync(path.join(source, name), path.join(place, name));
  if (!existsSync(path.join(place, 'node_modules/.package-lock.json'))) {
    say('installing PostGraphile and its Node');
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', args, { cwd: place, stdio: ['ignore', 2, 2] });
  }
  return place;
}

export function peerVersions(place: string): { postgraphile: string; node: string } {
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join(place, 'node_modules', name, 'package.json'), 'utf8')).version;
  return { postgraphile: read('postgraphile'), node: read('node') };
}

export const spawnPeer = (place: string, databaseUrl: string): Promise<Spawned> =>
  spawnServer(
    [path.join(place, 'node_modules/.bin/node'), 'server.mjs'],
    { BENCH_DATABASE_URL: databaseUrl, GRAPHILE_ENV: 'production' },
    place,
  );

/**
 * Wraps the statement that computes duties in functions for PostGraphile: the same statement, limited to one cadre or
 * one household.
 */
export async function addDutyFunctions(sql: Sql, today: string): Promise<void> {
  const ofCadre = dutiesText(today, {
    countyCodes: query`duties_of_cadre.county`,
    cadreIds: query`duties_of_cadre.cadre`,
    householdIds: null,
  });
  const ofHousehold = dutiesText(today, {
    countyCodes: query`duty_of_household.county`,
    cadreIds: null,
    householdIds: query`duty_of_household.household`,
  });
  await sql.unsafe(`
    drop schema if exists bench_peer cascade;
    create schema bench_peer;
    create table bench_peer.visit_duty (county_code text, household_id uuid, village_code text, period text,
      start_on date, end_on date, due_on date, is_running boolean, status text, is_overdue boolean,
      days_left int, cadre_id uuid, pairing_id uuid, visit_id uuid, excuse_id uuid);
    create function bench_peer.duties_of_cadre(county text, cadre uuid) returns setof bench_peer.visit_duty
      language sql stable as $$ select * from (${ofCadre}) as duty where status = 'DUE' $$;
    create function bench_peer.duty_of_household(county text, household uuid) returns setof bench_peer.visit_duty
      language sql stable as $$ select * from (${ofHousehold}) as duty where is_running $$;`);
}

type Narrowed = Pick<DutyNarrowing, 'countyCodes' | 'cadreIds' | 'householdIds'>;

function dutiesText(today: string, narrowed: Narrowed): string {
  const duties = dutiesSql(requestedPeriods(undefined, undefined, today), {
    ...narrowed,
    divisionCodes: null,
    helperIds: null,
    isByHash: false,
  });
  const { sql: text, params } = new PgDialect({ casing: 'snake_case' }).sqlToQuery(duties);
  return text.replace(/\$(\d+)/g, (_, number: string) => literal(params[Number(number) - 1]));
}

const literal = (value: unknown): string =>
  typeof value === 'boolean' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
