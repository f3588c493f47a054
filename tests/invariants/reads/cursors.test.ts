import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { loadDemo } from '#modules/demo/demo.service.ts';
import { parseGlobalId } from '#platform/core/ids.ts';
import { type Entity, entitiesIn } from '#platform/read/entity.ts';
import { columnNamed } from '#platform/read/select.ts';
import { type Right, rightsOfRole } from '#schema/codes/rights.ts';
import { catalog } from '#server/modules.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
createSchema();
const sessions = new Map<Right, string>();

beforeAll(async () => {
  await loadDemo(test.app.systemContext());
  for (const role of ['COUNTY_DESK', 'SYSTEM_ADMINISTRATOR', 'SECURITY_AUDITOR'] as const) {
    const { session } = await signedIn(test, role, '130434');
    for (const right of rightsOfRole[role]) sessions.set(right, session);
  }
}, 120_000);

const lists = entitiesIn(catalog).filter(
  (entity) => entity.query.list && !entity.source && Object.keys(entity.sorts).length > 0,
);
/** A part of a list that fits in a few pages; the demo county has thousands of each. */
const township = '130434109';

async function pageOf(entity: Entity, orderBy: string, after: string | null) {
  const filter = 'divisionCode' in entity.filters ? `, filter: { divisionCode: "${township}" }` : '';
  const answer = await test.send<{
    list: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }>(
    `query ($after: String) { list: ${entity.query.list}(first: 30, after: $after, orderBy: ${orderBy}${filter}) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
    { after },
    sessions.get(entity.right),
  );
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  const { edges, pageInfo } = answer.data.list;
  return { ids: edges.map(({ node }) => node.id), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** Deletes a row directly in the database; returns how to restore it. */
async function remove(entity: Entity, id: string): Promise<() => Promise<unknown>> {
  const parts = parseGlobalId(id)?.parts ?? [];
  const key = entity.key.map((name, at) => sql`${columnNamed(entity, name)}::text = ${parts[at]}`);
  return test.owner.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    const [gone] = await tx.execute<{ row: string }>(
      sql`delete from ${entity.table} where ${sql.join(key, sql` and `)} returning to_jsonb(${entity.table})::text as row`,
    );
    return () =>
      test.owner.db.transaction(async (back) => {
        await back.execute(sql`set local session_replication_role = replica`);
        await back.execute(
          sql`insert into ${entity.table} select * from jsonb_populate_record(null::${entity.table}, ${gone?.row}::text::jsonb)`,
        );
      });
  });
}

describe.each(lists.map((entity) => ({ name: entity.name, entity })))('$name', ({ entity }) => {
  const orders = Object.keys(entity.sorts).flatMap((field) => [
    `[{ field: ${field}, direction: ASC }]`,
    `[{ field: ${field}, direction: DESC }]`,
  ]);

  it.each(orders)('pages on by %s while rows are added and removed', async (orderBy) => {
    const seen: string[] = [];
    let putBack = async (): Promise<unknown> => undefined;
    let cursor: string | null = null;
    for (let page = 0; page < 12; page += 1) {
      const { ids, next } = await pageOf(entity, orderBy, cursor);
      seen.push(...ids);
      // The cursor's row is removed before the next page, the one before it is restored: neither shifts the rest.
      await putBack();
      putBack = async () => undefined;
      cursor = next;
      if (!cursor) break;
      putBack = await remove(entity, ids.at(-1) ?? '');
    }
    await putBack();
    const undisturbed: string[] = [];
    for (let after: string | null = null, page = 0; page < 12; page += 1) {
      const { ids, next } = await pageOf(entity, orderBy, after);
      undisturbed.push(...ids);
      after = next;
      if (!after) break;
    }
    expect(seen).toEqual(undisturbed);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
