// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text as they stand.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Where text becomes part of a statement instead of a bound value, and what the text is. Nothing from a request may be
 * part of it; a new place must be reviewed and listed here.
 */
const allowed: Record<string, readonly string[]> = {
  // Constants.
  'server/src/modules/identity/user/user.entity.ts': ["sql.raw('owner.division_code')"],
  'server/src/modules/duty/duty.queries.ts': ['sql.raw(text)'],
  'server/src/modules/change/change.queries.ts': ['sql.raw(name)', 'sql.raw(`json_build_object('],
  // A direction is one of two words by its GraphQL type; column types come from the tables.
  'server/src/platform/read/page/cursor.ts': [
    'sql.raw(direction)',
    "sql.raw(nullable ? ' nulls last' : '')",
    'sql.raw(step.sqlType)',
    "sql.raw(direction === 'DESC' ? '<' : '>')",
  ],
  // SQL types of fields, and the two words that join conditions.
  'server/src/platform/read/conditions/where.ts': ['sql.raw(field.sqlType)', 'sql.raw(word)'],
  'server/src/platform/read/select.ts': ['sql.raw(column.getSQLType())'],
  // Text of a plan, built from declarations; values of a request are bound.
  'server/src/platform/database/database.ts': ['.unsafe(text, values as never[])'],
  // Statements on their way to the driver, and BEGIN and COMMIT.
  'server/src/platform/database/pool.ts': ['.unsafe(...args)'],
  'server/src/platform/database/transaction-pool.ts': ['.unsafe(...args)', '.unsafe(text)'],
  'server/src/platform/database/availability.ts': [".unsafe('select 1')"],
  'server/src/platform/database/prepared.ts': ['.unsafe(text, filled as never[])'],
  'server/src/modules/exports/file/fetch.queries.ts': ['sql.raw(String(fetchSize))', 'sql.raw(piece)'],
  'schema/identity/identity.table.ts': ["sql.raw(`nextval('"],
  // Codes of our own lists.
  'schema/coded.ts': ['sql.raw(keys.map('],
  // Statements of the library.
  'server/src/platform/jobs/boss.ts': ['.unsafe(text, values.map((value) => value ?? null) as never[])'],
  'server/src/platform/jobs/adapter.ts': ['.unsafe(text, values.map(textOf) as never[])'],
  // Our own numbers and patterns.
  'server/src/platform/audit/audit.ts': ['sql.raw(String(keyedFormat))'],
  'server/src/modules/audit/audit.queries.ts': ['sql.raw(String(fetchSize))'],
  'server/src/modules/audit/audit.entity.ts': [
    "sql.raw(`'${long}'`)",
    "sql.raw(`'${short}'`)",
    'sql.raw(String(keyedFormat))',
  ],
  'server/src/platform/read/numbers-masked.ts': ["sql.raw(`'${text}'`)"],
  // Migrations and what follows them: our own files and tables, run as the owner before anything is served.
  'server/src/platform/provision/migrate.ts': [
    '.unsafe(`create schema if not exists drizzle',
    '.unsafe(text)',
  ],
  'server/src/platform/provision/migration-steps.ts': [
    '.unsafe(`create table if not exists drizzle.migration_step',
    '.unsafe(step.text)',
    ".unsafe(`set local lock_timeout = '${lockTimeout}'`)",
    '.unsafe(`drop index concurrently public."${made}"`)',
    '.unsafe(text)',
  ],
  'server/src/platform/provision/short-masks.ts': [
    '.unsafe(statementOf(place, at === null), at ?? [])',
    '.unsafe(`alter table ${place.table} validate constraint',
  ],
  // The serving role: its name is quoted, its password is given as the hash that PostgreSQL stores.
  'server/src/platform/provision/serving-role.ts': [
    '.unsafe(`grant usage on schema drizzle to ${appRole}',
    '.unsafe(statement)',
  ],
  'server/src/platform/read/statement/level.ts': ['sql.raw(equals)'],
};

const raw = /sql\.raw\(|\.unsafe\(/g;

const files = ['server/src', 'schema'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`),
);

/** Places in a text that no entry covers. */
const uncovered = (file: string, text: string): string[] =>
  [...text.matchAll(raw)]
    .map(({ index }) => text.slice(index, index + 90))
    .filter((use) => !(allowed[file] ?? []).some((known) => use.startsWith(known)))
    .map((use) => `${file}: ${use.split('\n')[0]}`);

it('puts nothing from a request into the text of a statement', () => {
  expect(files.flatMap((file) => uncovered(file, readFileSync(file, 'utf8')))).toEqual([]);
});

it('would notice text that becomes part of a statement', () => {
  expect(uncovered('x.ts', 'sql.raw(input.name)')).toHaveLength(1);
  expect(uncovered('x.ts', "client.unsafe('select ' + name)")).toHaveLength(1);
});

it('leaves the tables of the job queue to their library', () => {
  const isStatement = (line: string) => /\bpgboss\.\w/.test(line);
  const found = files.filter((file) => readFileSync(file, 'utf8').split('\n').some(isStatement));
  expect(found).toEqual([]);
  expect(isStatement('sql`select from pgboss.job where name = ${name}`')).toBe(true);
});

it('lists no place that is gone', () => {
  for (const [file, uses] of Object.entries(allowed)) {
    const text = readFileSync(file, 'utf8');
    for (const use of uses) expect(text, file).toContain(use);
  }
});
