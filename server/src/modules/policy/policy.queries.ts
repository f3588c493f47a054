import { and, asc, eq, gte, isNull, lte, ne, or } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { anyValue } from '#platform/read/select.ts';
import { removeWhere } from '#platform/write/where.ts';
import { insertAll } from '#platform/write/write.ts';
import { county } from '#schema/county/county.table.ts';
import { policyBand, policyThreshold, reliefPolicy } from '#schema/policy/policy.table.ts';
import { policyBandEntity, policyThresholdEntity } from './policy.entity.ts';

export type PolicyRow = typeof reliefPolicy.$inferSelect;
type Part<T extends { countyCode: string; policyId: string }> = Omit<T, 'countyCode' | 'policyId'>;
export type ThresholdRow = Part<typeof policyThreshold.$inferSelect>;
export type BandRow = Part<typeof policyBand.$inferSelect>;

const inPolicy = { auditedAs: 'ReliefPolicy' };

/** Locks the county: of two approvals at once the second sees what the first has put in force. */
export async function lockCounty(work: WorkContext, countyCode: string): Promise<boolean> {
  const found = await work.db
    .select({ countyCode: county.countyCode })
    .from(county)
    .where(eq(county.countyCode, countyCode))
    .for('update');
  return found.length > 0;
}

export async function countyExists(ctx: Context, countyCode: string): Promise<boolean> {
  const found = await ctx.db
    .select({ countyCode: county.countyCode })
    .from(county)
    .where(eq(county.countyCode, countyCode));
  return found.length > 0;
}

export async function findPolicy(ctx: Context, { countyCode, id }: CountyKey): Promise<PolicyRow | null> {
  const [row] = await ctx.db
    .select()
    .from(reliefPolicy)
    .where(and(eq(reliefPolicy.countyCode, countyCode), eq(reliefPolicy.id, id)));
  return row ?? null;
}

export const thresholdsOf = (ctx: Context, { countyCode, id }: CountyKey): Promise<ThresholdRow[]> =>
  ctx.db
    .select({ category: policyThreshold.category, threshold: policyThreshold.threshold })
    .from(policyThreshold)
    .where(and(eq(policyThreshold.countyCode, countyCode), eq(policyThreshold.policyId, id)))
    .orderBy(asc(policyThreshold.category));

export const bandsOf = (ctx: Context, { countyCode, id }: CountyKey): Promise<BandRow[]> =>
  ctx.db
    .select({
      fromAmount: policyBand.fromAmount,
      toAmount: policyBand.toAmount,
      rateBps: policyBand.rateBps,
      flatAmount: policyBand.flatAmount,
    })
    .from(policyBand)
    .where(and(eq(policyBand.countyCode, countyCode), eq(policyBand.policyId, id)))
    .orderBy(asc(policyBand.fromAmount));

export interface PolicyParts {
  readonly thresholds: readonly ThresholdRow[];
  readonly bands: readonly BandRow[];
}

export async function addParts(work: WorkContext, key: CountyKey, parts: PolicyParts): Promise<void> {
  const ofPolicy = { countyCode: key.countyCode, policyId: key.id };
  const thresholds = parts.thresholds.map((one) => ({ ...ofPolicy, ...one }));
  const bands = parts.bands.map((one) => ({ ...ofPolicy, ...one }));
  await insertAll(work, policyThresholdEntity, thresholds, inPolicy);
  await insertAll(work, policyBandEntity, bands, inPolicy);
}

export async function removeParts(work: WorkContext, { countyCode, id }: CountyKey): Promise<void> {
  await removeWhere(
    work,
    policyThresholdEntity,
    and(eq(policyThreshold.countyCode, countyCode), eq(policyThreshold.policyId, id)),
    inPolicy,
  );
  await removeWhere(
    work,
    policyBandEntity,
    and(eq(policyBand.countyCode, countyCode), eq(policyBand.policyId, id)),
    inPolicy,
  );
}

interface Span {
  readonly fromOn: string;
  readonly toOn: string | null;
}

/** Approved policies of a kind for any of these categories that hold on some day of a span, other than some. */
export function approvedIn(
  ctx: Context,
  { countyCode, kind, kindName }: Pick<PolicyRow, 'countyCode' | 'kind' | 'kindName'>,
  categories: readonly string[],
  { fromOn, toOn }: Span,
  except: readonly string[],
): Promise<PolicyRow[]> {
  return ctx.db
    .selectDistinctOn([reliefPolicy.countyCode, reliefPolicy.id])
    .from(reliefPolicy)
    .innerJoin(
      policyThreshold,
      and(
        eq(policyThreshold.countyCode, reliefPolicy.countyCode),
        eq(policyThreshold.policyId, reliefPolicy.id),
      ),
    )
    .where(
      and(
        eq(reliefPolicy.countyCode, countyCode),
        eq(policyThreshold.countyCode, countyCode),
        eq(reliefPolicy.kind, kind),
        kindName === null ? isNull(reliefPolicy.kindName) : eq(reliefPolicy.kindName, kindName),
        eq(reliefPolicy.status, 'APPROVED'),
        anyValue(policyThreshold.category, categories),
        toOn === null ? undefined : lte(reliefPolicy.fromOn, toOn),
        or(isNull(reliefPolicy.toOn), gte(reliefPolicy.toOn, fromOn)),
        ...except.map((id) => ne(reliefPolicy.id, id)),
      ),
    )
    .orderBy(asc(reliefPolicy.countyCode), asc(reliefPolicy.id))
    .then((rows) => rows.map((row) => row.relief_policy));
}

/** Names of the samples that a county has. */
export async function namesOfSamples(ctx: Context, countyCode: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ name: reliefPolicy.name })
    .from(reliefPolicy)
    .where(and(eq(reliefPolicy.countyCode, countyCode), eq(reliefPolicy.isSample, true)));
  return rows.map(({ name }) => name);
}
