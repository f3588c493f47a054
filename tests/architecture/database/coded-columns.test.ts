import { readdirSync } from 'node:fs';
import path from 'node:path';
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { columnNameOf } from '#platform/database/column-name.ts';
import { keysOf } from '#schema/coded.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const schema = createSchema();
const folder = path.resolve(import.meta.dirname, '../../../schema');
/** Every column of every table, by table and name. */
const columns = new Map<string, PgColumn>();

beforeAll(async () => {
  const files = readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith('.table.ts'));
  for (const file of files) {
    const tables: unknown[] = Object.values(await import(path.join(folder, String(file))));
    for (const table of tables.filter((one): one is PgTable => is(one, PgTable)))
      for (const column of Object.values(getTableColumns(table)))
        columns.set(`${getTableName(table)}.${columnNameOf(column)}`, column);
  }
});

/** Codes of a column, by table and name. */
type Codes = ReadonlyMap<string, readonly string[]>;

const declaredCodes = (): Codes =>
  new Map([...columns].flatMap(([name, column]) => (keysOf(column) ? [[name, keysOf(column) ?? []]] : [])));

/** The codes that CHECK constraints allow. */
async function checkedCodes(): Promise<Codes> {
  const rows = await test.owner.db.execute<{ name: string; condition: string }>(sql`
    select c.conrelid::regclass || '.' || a.attname as name, pg_get_constraintdef(c.oid) as condition
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'c' and c.convalidated and cardinality(c.conkey) = 1
      and c.conname = c.conrelid::regclass || '_' || a.attname || '_code'`);
  return new Map(
    rows.map(({ name, condition }) => [
      name,
      [...condition.matchAll(/'(\w+)'::text/g)].map(([, key]) => key ?? ''),
    ]),
  );
}

const recipe = 'run npx --yes pnpm@10 migration <name>, and see "To add a code" in docs/migrations.md';

/** Declared codes that differ from the database's CHECK constraints. */
const unlike = (declared: Codes, checked: Codes): string[] =>
  [...declared].flatMap(([name, keys]) => {
    const known = checked.get(name);
    if (!known) return [`${name} has no validated CHECK for its codes: ${recipe}`];
    const differing = [
      ...keys.filter((key) => !known.includes(key)),
      ...known.filter((key) => !keys.includes(key)),
    ];
    return differing.length > 0 ? [`the CHECK of ${name} differs in ${differing.join(', ')}: ${recipe}`] : [];
  });

it('every coded column is limited to exactly the codes of its list', async () => {
  const declared = declaredCodes();
  expect([...declared.keys()]).toEqual(
    expect.arrayContaining(['household.category', 'member.health', 'webhook.types', 'record_change.entity']),
  );
  expect(unlike(declared, await checkedCodes())).toEqual([]);
});

it('adding or removing a code requires a migration', async () => {
  const declared = new Map(declaredCodes());
  declared.set('visit.mode', ['IN_PERSON', 'PHONE', 'LETTER']);
  expect(unlike(declared, await checkedCodes())).toEqual([
    `the CHECK of visit.mode differs in LETTER, VIDEO: ${recipe}`,
  ]);
});

it('would notice a column without its CHECK', async () => {
  await test.owner.db.transaction(async (work) => {
    await work.execute(sql`alter table visit drop constraint visit_mode_code`);
    await work.execute(sql`alter table visit add constraint visit_mode_code
      check (mode in ('IN_PERSON', 'PHONE', 'VIDEO')) not valid`);
  });
  expect(unlike(declaredCodes(), await checkedCodes())).toEqual([
    `visit.mode has no validated CHECK for its codes: ${recipe}`,
  ]);
  await test.owner.db.execute(sql`alter table visit validate constraint visit_mode_code`);
});

/** Text columns with the name of a field that is an enum in the API, in any type or input. */
function codedInApi(): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInputObjectType(type),
  );
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  const names = new Set(
    fields.filter(({ type }) => isEnumType(getNamedType(type))).map(({ name }) => toSnakeCase(name)),
  );
  return [...columns].flatMap(([name, column]) =>
    isText(column) && names.has(name.split('.')[1] ?? '') ? [name] : [],
  );
}

/** Text columns that look coded: by their default, or by the name of a coded column elsewhere. */
function codedByLooks(): string[] {
  const names = new Set([...declaredCodes().keys()].map((name) => name.split('.')[1]));
  return [...columns].flatMap(([name, column]) => {
    const hasCode = typeof column.default === 'string' && /^[A-Z][A-Z_]+$/.test(column.default);
    return isText(column) && (hasCode || names.has(name.split('.')[1])) ? [name] : [];
  });
}

const isText = (column: PgColumn): boolean => column.getSQLType().startsWith('text');

/** Columns named like coded ones elsewhere that hold free text, names of types, error codes or JSON. */
const others = [
  'audit_event.entity',
  'export_job.failure',
  'export_job.type',
  'fund_allocation.reason',
  'fund_book_event.reason',
  'household_category.reason',
  'idempotency.result',
  'import_batch.failure',
  'pairing.reason',
  'payment.reason',
  'payment_event.reason',
  'payment_result_row.reason',
  'visit_version.reason',
];

it('declares every column as coded that is coded in the API, by its default or by its name', () => {
  const declared = declaredCodes();
  expect(codedInApi()).toEqual(
    expect.arrayContaining(['household.category', 'member.health', 'second_factor_policy.required_roles']),
  );
  expect(codedByLooks()).toEqual(expect.arrayContaining(['import_batch.status', 'import_heading.kind']));
  const forgotten = [...codedInApi(), ...codedByLooks()].filter((name) => !declared.has(name));
  expect([...new Set(forgotten)].sort()).toEqual(others);
});
