import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { BootError } from '#platform/core/boot-error.ts';
import { applyMigration, migrate } from '#platform/provision/migrate.ts';
import { parseMigration } from '#platform/provision/migration-files.ts';
import { type FormerDatabase, formerDatabase } from '#tests/factories/database/former-database.ts';

let database: FormerDatabase;
let sql: postgres.Sql;
const county = '130499';
const village = '130499100200';

/** The last release before coded columns had constraints. */
beforeEach(async () => {
  database = await formerDatabase(inject('database').adminUrl, '0028');
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`set session_replication_role = replica`;
}, 60_000);
afterEach(async () => {
  await sql.end();
  await database.drop();
});

/** Its foreign keys must be valid for the migrations to run through. */
async function openCounty(): Promise<void> {
  const names = { name: '某地', short_name: '某地', path: '某地', pinyin: '' };
  await sql`insert into division ${sql({ code: county, level: 'COUNTY', ...names })}`;
  await sql`insert into county ${sql({ county_code: county })}`;
}

async function insertMembers(relation: string, rows: number, more: object = {}): Promise<void> {
  for (let row = 0; row < rows; row += 1) {
    const place = { county_code: county, village_code: village, created_at: '2026-01-01' };
    const household = {
      id: crypto.randomUUID(),
      head_name: '某人',
      head_pinyin: 'moren',
      category: 'ORDINARY',
    };
    await sql`insert into household ${sql({ ...place, ...household })}`;
    const named = { id: crypto.randomUUID(), name: '某人', pinyin: 'moren', relation, ...more };
    await sql`insert into member ${sql({ ...place, household_id: household.id, ...named })}`;
  }
}

const insertCadre = (more: object) =>
  sql`insert into cadre ${sql({
    ...{ county_code: county, id: crypto.randomUUID(), name: '某人', pinyin: 'moren', division_code: county },
    ...{ created_at: '2026-01-01', ...more },
  })}`;

async function refusal(): Promise<string> {
  const error: unknown = await migrate(database.url).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BootError)) throw new Error('it was not refused in words', { cause: error });
  return error.message;
}

const codeChecks = async () => [
  ...(await sql<
    { name: string; valid: boolean }[]
  >`select conname as name, convalidated as valid from pg_constraint
    where conname like '%_code' and contype = 'c'`),
];

const lastMigration = async () => {
  const [row] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n;
};

test('an invalid code stops the migration, which names table, column, values and rows, and continues once they are corrected', async () => {
  await openCounty();
  await insertMembers('SON', 4);
  await insertMembers('侄女婿', 3);
  await insertMembers('COUSIN', 1, { sex: 'M' });
  await insertCadre({ status: 'RETIRED' });
  await insertCadre({ status: 'ACTIVE' });
  const before = await lastMigration();
  const message = await refusal();
  expect(message).toContain('迁移 0029_coded_columns 停止');
  expect(message).toContain('Migration 0029_coded_columns stopped');
  // All of them at once, not one per start.
  expect(message).toContain(
    'table member, column relation: 4 rows break member_relation_code, with "侄女婿" × 3, "COUSIN" × 1.',
  );
  expect(message).toContain('表 member 列 sex：1 行不符合约束 member_sex_code，值为 "M" × 1。');
  expect(message).toContain(
    'table cadre, column status: 1 rows break cadre_status_code, with "RETIRED" × 1.',
  );
  const query = /To see them: (select .* from cadre where .*)$/m.exec(message)?.[1] ?? '';
  expect(await sql.unsafe(query)).toHaveLength(1);

  // Nothing is half done: there is no constraint yet that the former release would violate.
  expect(await lastMigration()).toBe(before);
  expect(await codeChecks()).toEqual([]);
  await sql`update member set pinyin = 'y' where relation = 'COUSIN'`;
  expect(await refusal()).toBe(message);

  await sql`update member set relation = 'OTHER_RELATIVE' where relation not in ('SON')`;
  await sql`update member set sex = 'MALE' where sex = 'M'`;
  await sql`update cadre set status = 'ACTIVE' where status = 'RETIRED'`;
  await migrate(database.url);
  const checks = await codeChecks();
  expect(checks.length).toBeGreaterThan(50);
  expect(checks.filter(({ valid }) => !valid)).toEqual([]);
}, 60_000);

test('also one that is written while the migration runs', async () => {
  await insertMembers('SON', 1);
  const message = await refusalOf(`-- step by step
ALTER TABLE "member" ADD CONSTRAINT "member_relation_code" CHECK ("member"."relation" in ('HEAD', 'a)')) NOT VALID;--> statement-breakpoint
UPDATE "member" SET "pinyin" = 'y' WHERE false;--> statement-breakpoint
ALTER TABLE "member" VALIDATE CONSTRAINT "member_relation_code"`);
  expect(message).toContain(
    'table member, column relation: 1 rows break member_relation_code, with "SON" × 1.',
  );
}, 60_000);

/** The message of a migration with this content where data stop it. */
async function refusalOf(content: string): Promise<string> {
  const error: unknown = await applyMigration(sql, parseMigration('slip', 0, content)).catch(
    (reason: unknown) => reason,
  );
  if (!(error instanceof BootError)) throw new Error('it was not refused in words', { cause: error });
  return error.message;
}

const validated = (constraint: string) =>
  `-- step by step\nALTER TABLE "cadre" ADD CONSTRAINT "slip" ${constraint} NOT VALID;--> statement-breakpoint\nALTER TABLE "cadre" VALIDATE CONSTRAINT "slip"`;

test('free text in a coded column is counted and not shown, because it may be personal', async () => {
  await insertCadre({ name: '某甲' });
  await insertCadre({ name: '某乙' });
  const message = await refusalOf(validated(`CHECK ("cadre"."name" = '某甲')`));
  expect(message).toContain('table cadre, column name: 1 rows break slip. To see them:');
  expect(message).not.toContain('某乙');
}, 60_000);

test('a duplicate key, a dangling reference and an empty column are reported with their table as well', async () => {
  await insertCadre({});
  await insertCadre({});
  expect(
    await refusalOf('-- step by step\nCREATE UNIQUE INDEX CONCURRENTLY "slip" ON "cadre" ("status")'),
  ).toMatch(/table cadre \(slip\): Key \(status\)=\(ACTIVE\) is duplicated/);
  expect(
    await refusalOf(validated('FOREIGN KEY ("county_code") REFERENCES "county" ("county_code")')),
  ).toMatch(/table cadre \(slip\): Key \(county_code\)=\(130499\) is not present in table "county"/);
  expect(await refusalOf('ALTER TABLE "cadre" ALTER COLUMN "left_on" SET NOT NULL')).toContain(
    'table cadre, column left_on: empty in 2 rows.',
  );
}, 60_000);
