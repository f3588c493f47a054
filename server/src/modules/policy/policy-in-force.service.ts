import type { Context } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import type { ReliefKind } from '#schema/codes/money/policy.codes.ts';
import type { PolicyTerms } from './assess/terms.ts';
import { approvedIn, bandsOf, findPolicy, type PolicyRow, thresholdsOf } from './policy.queries.ts';
import { termsOf } from './terms-of-policy.rules.ts';

/** A version of a policy and what it says for one category: what a claim is judged by. */
export interface JudgingPolicy {
  readonly policy: PolicyRow;
  readonly terms: PolicyTerms;
}

export interface PolicyWanted {
  readonly countyCode: string;
  readonly kind: ReliefKind;
  /** For kind OTHER, the name that the county gave it. */
  readonly kindName?: string | null;
  readonly category: HouseholdCategory;
  readonly day: string;
}

/** The approved policy for a kind and a category on a day; null where the county has none. At most one holds. */
export async function policyInForce(ctx: Context, wanted: PolicyWanted): Promise<JudgingPolicy | null> {
  const { countyCode, kind, kindName = null, category, day } = wanted;
  const span = { fromOn: day, toOn: day };
  const [policy] = await approvedIn(ctx, { countyCode, kind, kindName }, [category], span, []);
  return policy ? judgingBy(ctx, policy, category) : null;
}

/** The version that a claim keeps, for the category of the claim; null where the policy is not for it. */
export async function policyOfClaim(
  ctx: Context,
  key: CountyKey,
  category: HouseholdCategory,
): Promise<JudgingPolicy | null> {
  const policy = await findPolicy(ctx, key);
  return policy && judgingBy(ctx, policy, category);
}

async function judgingBy(ctx: Context, policy: PolicyRow, category: string): Promise<JudgingPolicy | null> {
  const given = (await thresholdsOf(ctx, policy)).find((one) => one.category === category);
  if (!given) return null;
  return { policy, terms: termsOf(policy, await bandsOf(ctx, policy), given.threshold) };
}
