import { expect, it } from 'vitest';
import { parseMigration, readMigrations } from '#platform/provision/migration-files.ts';
import { longLocks } from './long-locks.ts';

/** Earlier migrations made the tables, before there were rows. */
const firstWithRows = 10;

it('no migration holds a lock for as long as a table is large', () => {
  const migrations = readMigrations().slice(firstWithRows);
  expect(migrations.length).toBeGreaterThan(10);
  expect(migrations.flatMap(longLocks)).toEqual([]);
});

it.each([
  'CREATE INDEX "slip" ON "household" USING btree ("number")',
  'CREATE UNIQUE INDEX "slip" ON "household" USING btree ("number")',
  'DROP INDEX "household_order"',
  'REINDEX TABLE household',
  `ALTER TABLE "visit" ADD CONSTRAINT "slip" CHECK ("visit"."mode" in ('PHONE'))`,
  'ALTER TABLE "visit" ADD CONSTRAINT "slip" FOREIGN KEY ("county_code") REFERENCES "county"("county_code")',
  'ALTER TABLE "visit" ADD CONSTRAINT "slip" UNIQUE ("county_code", "id")',
  'ALTER TABLE "visit" VALIDATE CONSTRAINT "slip"',
  'ALTER TABLE "household" ALTER COLUMN "size" SET DATA TYPE bigint',
  'ALTER TABLE "household" ALTER COLUMN "size" TYPE bigint',
  'ALTER TABLE "household" ALTER COLUMN "size" SET NOT NULL',
  'ALTER TABLE "household" ADD COLUMN "slip" uuid DEFAULT gen_random_uuid()',
  'ALTER TABLE "household" ADD COLUMN "slip" text NOT NULL',
  `ALTER TABLE "household" ADD COLUMN "slip" text GENERATED ALWAYS AS (upper("number")) STORED`,
  'ALTER TABLE "household" SET UNLOGGED',
  `UPDATE "household" SET "note" = ''`,
  'DELETE FROM "household"',
  'CREATE INDEX CONCURRENTLY "slip" ON "household" ("number")',
])('would notice %s', (text) => {
  expect(longLocks(parseMigration('slip', 0, text))).toHaveLength(1);
});

it.each([
  'CREATE TABLE "slip" ("id" uuid);--> statement-breakpoint\nCREATE INDEX "slip_id" ON "slip" USING btree ("id")',
  'ALTER TABLE "household" ADD COLUMN "slip" text',
  `ALTER TABLE "household" ADD COLUMN "slip" text DEFAULT 'X' NOT NULL`,
  '-- step by step\nALTER TABLE "visit" ADD CONSTRAINT "slip" CHECK ("mode" is not null) NOT VALID;--> statement-breakpoint\nALTER TABLE "visit" VALIDATE CONSTRAINT "slip";--> statement-breakpoint\nALTER TABLE "visit" ALTER COLUMN "mode" SET NOT NULL',
  '-- step by step\n-- until nothing is left\nUPDATE "household" SET "note" = null WHERE ctid = any (array(SELECT ctid FROM "household" WHERE "note" = \'\' LIMIT 5000))',
])('accepts what blocks nobody: %s', (text) => {
  expect(longLocks(parseMigration('fine', 0, text))).toEqual([]);
});
