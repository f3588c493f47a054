import { newId } from '#platform/core/ids.ts';
import { policyBand, policyThreshold, reliefPolicy } from '#schema/policy/policy.table.ts';
import type { Arranging } from '#tests/setup/app.ts';

type PolicyTraits = Partial<typeof reliefPolicy.$inferInsert> & {
  readonly countyCode: string;
  readonly thresholds?: Readonly<Record<string, bigint>>;
  readonly bands?: readonly (readonly [from: bigint, rateBps: number])[];
};

/** An approved policy on illness: half of the whole own cost from 5,000 yuan on, for households out of poverty. */
export async function makePolicy(test: Arranging, traits: PolicyTraits): Promise<{ id: string }> {
  const { thresholds = { RELIEVED: 500_000n }, bands = [[500_000n, 5_000]], ...columns } = traits;
  const id = newId();
  const at = '2026-01-01T00:00:00Z';
  const { db } = test.owner;
  await db.insert(reliefPolicy).values({
    id,
    kind: 'ILLNESS',
    name: '因病救助（测试）',
    status: 'APPROVED',
    fromOn: '2026-01-01',
    countedAmount: 'OWN',
    mode: 'WHOLE',
    base: 'OWN',
    accumulation: 'CLAIM',
    deductions: [],
    createdAt: at,
    decidedAt: at,
    ...columns,
  });
  const ofPolicy = { countyCode: traits.countyCode, policyId: id };
  await db
    .insert(policyThreshold)
    .values(
      Object.entries(thresholds).map(([category, threshold]) => ({ ...ofPolicy, category, threshold })),
    );
  await db.insert(policyBand).values(
    bands.map(([fromAmount, rateBps], index) => ({
      ...ofPolicy,
      fromAmount,
      toAmount: bands[index + 1]?.[0] ?? null,
      rateBps,
    })),
  );
  return { id };
}
