import { sql } from 'drizzle-orm';
import { afterAll, expect } from 'vitest';
import type { Connection } from '#platform/database/database.ts';
import { auditLabelOf, recordTitles } from '#schema/codes/labels/field-labels.ts';
import type { TestApp } from '#tests/setup/app.ts';
import { INNER } from '../../admin/src/resources/audit/values/diff.ts';

/** Named in the trail itself. */
const notOfTheApi = new Set(['AuditChain']);

/** Types of records and fields that the audit trail tells of, and that the console has no words for. */
export async function withoutWords(owner: Connection): Promise<string[]> {
  const told = await owner.db.execute<{ entity: string; field: string | null }>(sql`
    select distinct entity, field from audit_event left join lateral (
      select json_object_keys(before::json) as field union select json_object_keys(after::json)) as fields on true
    order by 1, 2`);
  const untitled = [...new Set(told.map(({ entity }) => entity))].filter(
    (entity) => !Object.hasOwn(recordTitles, entity) && !notOfTheApi.has(entity),
  );
  const unlabelled = told.flatMap(({ entity, field }) => {
    if (untitled.includes(entity)) return [];
    if (field === null || INNER.has(field) || auditLabelOf(entity, field)) return [];
    return [`${entity}.${field} has no label`];
  });
  return [...unlabelled, ...untitled.map((entity) => `${entity} has no title`)];
}

/** Has the tests of a file end by that. */
export function expectWords(test: Pick<TestApp, 'owner'>): void {
  afterAll(async () => expect(await withoutWords(test.owner)).toEqual([]));
}
