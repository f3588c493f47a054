import { expect, it } from 'vitest';
import { withChecksInSteps } from './check-steps.ts';

const derived = (...statements: string[]) => statements.join('--> statement-breakpoint\n');

it('changes a CHECK in one statement and reads the rows through in a later step', () => {
  const migration = derived(
    'CREATE TABLE "well" (\n\t"id" uuid\n);\n',
    'ALTER TABLE "visit" DROP CONSTRAINT "visit_mode_code";',
    'CREATE INDEX "well_id" ON "well" USING btree ("id");',
    `ALTER TABLE "visit" ADD CONSTRAINT "visit_mode_code" CHECK ("visit"."mode" in ('A', 'B'));`,
  );
  expect(withChecksInSteps(migration)).toBe(
    `-- step by step\n${derived(
      'CREATE TABLE "well" (\n\t"id" uuid\n);',
      'CREATE INDEX "well_id" ON "well" USING btree ("id");',
      `ALTER TABLE "visit" DROP CONSTRAINT "visit_mode_code", ADD CONSTRAINT "visit_mode_code" CHECK ("visit"."mode" in ('A', 'B')) NOT VALID;`,
      'ALTER TABLE "visit" VALIDATE CONSTRAINT "visit_mode_code";',
    )}\n`,
  );
});

it.each([
  ['of a new CHECK', `ALTER TABLE "visit" ADD CONSTRAINT "visit_mode_code" CHECK ("visit"."mode" <> '');`],
  ['of a CHECK that goes', 'ALTER TABLE "visit" DROP CONSTRAINT "visit_mode_code";'],
  [
    'of another key',
    derived(
      'ALTER TABLE "visit" DROP CONSTRAINT "visit_key";',
      'ALTER TABLE "visit" ADD CONSTRAINT "visit_key" FOREIGN KEY ("id") REFERENCES "home"("id");',
    ),
  ],
])('leaves a migration %s to whoever wrote it', (_what, migration) => {
  expect(withChecksInSteps(migration)).toBe(migration);
});
