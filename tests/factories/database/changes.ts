import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { TestApp } from '#tests/setup/app.ts';

export interface ChangeNode {
  readonly kind: string;
  readonly type: string;
  readonly id: string;
  readonly node: { readonly id: string } | null;
}
interface Page {
  readonly changes: {
    readonly nodes: readonly ChangeNode[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/** A cursor for now, as the session's user. */
export async function newestCursor(test: TestApp, session: string, headers = {}): Promise<string> {
  await settled(test);
  const answer = await test.send<{ changesCursor: string }>('{ changesCursor }', {}, session, headers);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.changesCursor;
}

/** Transactions of other tests on the same server hold changes back too: waits until everything written can be read. */
async function settled(test: TestApp): Promise<void> {
  for (;;) {
    const [row] = await test.owner.db.execute<{ open: boolean }>(sql`select coalesce(max(xid), 0) >=
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint as open from record_change`);
    if (!row?.open) return;
    await sleep(20);
  }
}

/** All changes after a cursor, page by page, and the end cursor. */
export async function follow(
  test: TestApp,
  session: string,
  after: string,
  { first = 100, types, headers = {} }: { first?: number; types?: string[]; headers?: object } = {},
): Promise<{ changes: ChangeNode[]; cursor: string }> {
  await settled(test);
  const changes: ChangeNode[] = [];
  let cursor = after;
  for (;;) {
    const answer = await test.send<Page>(
      `query ($after: String!, $first: Int!, $types: [ChangeType!]) {
        changes(after: $after, first: $first, types: $types) {
          nodes { kind type id node { id } } pageInfo { hasNextPage endCursor } } }`,
      { after: cursor, first, types },
      session,
      { ...headers },
    );
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    const { nodes, pageInfo } = answer.data.changes;
    changes.push(...nodes);
    cursor = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return { changes, cursor };
  }
}

/** Applies a page to a copy: ids of the records that exist. */
export function applyTo(copy: Set<string>, changes: readonly ChangeNode[]): void {
  for (const { kind, id } of changes) {
    if (kind === 'REMOVED') copy.delete(id);
    else copy.add(id);
  }
}
