import { and, eq } from 'drizzle-orm';
import { newId } from '#platform/core/ids.ts';
import { dutyRule } from '#schema/county/county.table.ts';
import type { Person } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import type { TestApp } from '#tests/setup/app.ts';

/** What tests read of a duty. */
export interface DutySeen {
  id: string;
  period: string;
  status: string;
  isOverdue: boolean;
  dueOn: string;
  daysLeft: number | null;
  cadre: { id: string } | null;
  visit: { id: string } | null;
}

/** The duties of a household, as its page shows them. */
export async function dutiesOf(
  test: TestApp,
  viewer: Person,
  householdId: string,
  period: string,
): Promise<DutySeen[]> {
  const answer = await test.send<{ household: { duties: { nodes: DutySeen[]; totalCount: number } } }>(
    `query ($id: ID!, $period: Period!) { household(id: $id) { duties(filter: { period: $period }) { totalCount
      nodes { id period status isOverdue dueOn daysLeft cadre { id } visit { id } } } } }`,
    { id: householdId, period },
    viewer.session,
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data?.household.duties.nodes ?? [];
}

/** Changes a category's rule from its start; by default once a quarter in any mode, at least 15 days. */
export async function setRule(
  test: TestApp,
  category: string,
  rule: Partial<typeof dutyRule.$inferInsert>,
): Promise<void> {
  await test.owner.db
    .update(dutyRule)
    .set(rule)
    .where(and(eq(dutyRule.countyCode, places.county), eq(dutyRule.category, category)));
}

export async function addRule(
  test: TestApp,
  rule: Omit<typeof dutyRule.$inferInsert, 'id' | 'countyCode'>,
): Promise<void> {
  await test.owner.db.insert(dutyRule).values({ countyCode: places.county, id: newId(), ...rule });
}
