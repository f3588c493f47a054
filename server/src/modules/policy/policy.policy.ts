import { type SQL, sql } from 'drizzle-orm';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import type { Columns } from '#platform/read/entity.ts';
import { checkerRefusal } from '#platform/write/money/maker-checker.rules.ts';
import { policyThreshold } from '#schema/policy/policy.table.ts';

/** Policies are the county's: the right to write them must reach the whole of it. */
export const mayWritePolicies = (ctx: Context, countyCode: string): boolean =>
  reaches(reachOf(ctx.viewer, 'policy.write'), countyCode);

/** Whoever wrote on a policy, at whatever time, does not approve it. */
export function checkDecider(makerIds: readonly string[], userId: string, path: string): void {
  for (const makerId of makerIds) {
    const refusal = checkerRefusal(makerId, userId, path);
    if (refusal) throw refusal;
  }
}

/** Policies with a threshold for any of these categories. */
export const categoryOf = (t: Columns, categories: readonly string[]): SQL =>
  sql`exists (select from ${policyThreshold} as given where given.county_code = ${t.countyCode}
    and given.policy_id = ${t.id} and given.category = any (${sql.param([...categories])}))`;
