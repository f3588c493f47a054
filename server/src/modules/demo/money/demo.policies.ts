import { samplePolicies } from '#modules/policy/samples/sample-policies.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { policyBand, policyThreshold, reliefPolicy } from '#schema/policy/policy.table.ts';
import { insertRows } from '../demo.queries.ts';

interface PolicyFrame {
  readonly countyCode: string;
  readonly today: string;
  readonly now: string;
}

/** The first sample of each kind holds since the year before, as if the county had approved it; the others are drafts. */
export function makePolicies({ countyCode, today, now }: PolicyFrame, nextId: () => string) {
  const fromOn = `${Number(today.slice(0, 4)) - 1}-01-01`;
  const kinds = new Set<string>();
  const made = samplePolicies.map(({ terms, replacesId: _, ...sample }) => {
    const isFirst = !kinds.has(sample.kind);
    kinds.add(sample.kind);
    const { thresholds, bands, ...amounts } = terms;
    const id = nextId();
    const row = {
      ...sample,
      ...amounts,
      countyCode,
      id,
      fromOn,
      isSample: true,
      createdAt: now,
      ...(isFirst && { status: 'APPROVED', proposedAt: now, decidedAt: now }),
    };
    const ofPolicy = { countyCode, policyId: id };
    return {
      row,
      thresholds: thresholds.map((one) => ({ ...ofPolicy, ...one })),
      bands: bands.map((one) => ({ ...ofPolicy, ...one })),
    };
  });
  return {
    policies: made.map(({ row }) => row),
    thresholds: made.flatMap(({ thresholds }) => thresholds),
    bands: made.flatMap(({ bands }) => bands),
  };
}

export async function storePolicies(
  work: WorkContext,
  { policies, thresholds, bands }: ReturnType<typeof makePolicies>,
): Promise<void> {
  // Rows of one statement name the same columns.
  for (const row of policies) await insertRows(work, reliefPolicy, [row]);
  await insertRows(work, policyThreshold, thresholds);
  for (const row of bands) await insertRows(work, policyBand, [row]);
}
